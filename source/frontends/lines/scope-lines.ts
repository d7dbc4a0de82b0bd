import type {CliError} from '../../ibmcloud/types.ts';
import {
	scopeName,
	usernameIn,
	type PlannedScope,
	type ScopeProgress,
	type ScopeResult,
} from '../../plan/plan.ts';
import {isDone} from '../../plan/status.ts';
import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import {byKind} from '../../wizard/by-kind.ts';
import {cliWords, remedyOf} from './error-lines.ts';
import {textLine, type Line, type LineStyle} from './line.ts';
import {permissionLines} from './permission-lines.ts';

/** The sign and the tone of a scope. */
type ScopeStyle = Required<Pick<LineStyle, 'mark' | 'tone'>>;

/** How a scope ended, as it is said. */
interface Ended extends ScopeStyle {
	readonly said: Message;
	/** What proves it, or why it failed and what to do. */
	readonly reasons?: readonly Message[];
	/** The CLI's own words stand below them. */
	readonly error?: CliError | undefined;
}

const good = {mark: 'good', tone: 'good'} as const;
const bad = {mark: 'bad', tone: 'bad'} as const;
const untouched = {mark: 'pending', tone: 'plain'} as const;
const running = {mark: 'running', tone: 'plain'} as const;

/** What is said of a scope that is not done. */
export const workKeys = {
	pending: 'apply.pending',
	reading: 'apply.reading',
	setting: 'apply.setting',
	'reading-back': 'apply.readingBack',
} as const;

const endedOf = byKind<ScopeResult, [durationMs: number], Ended>({
	verified: ({username, provenBy, permissions}, durationMs) => ({
		...good,
		said: message('result.verified', {username, seconds: secondsIn(durationMs)}),
		reasons: [message(`proof.${provenBy}`, {account: permissions?.account ?? ''})],
	}),
	'set-not-proven': ({username, unreadable}) => ({
		mark: 'note',
		tone: 'warning',
		said: message('result.set-not-proven', {username}),
		reasons: unreadable === undefined ? [] : [message('result.unproven'), ...sentencesOf(unreadable)],
		error: unreadable,
	}),
	removed: (_, durationMs) => ({...good, said: message('result.removed', {seconds: secondsIn(durationMs)})}),
	'nothing-to-do': () => ({...untouched, said: message('result.nothing-to-do')}),
	'not-started': () => ({...untouched, said: message('result.not-started')}),
	'other-account-in-force': ({username, expected, inForce}) => ({
		...bad,
		said: message('result.other-account-in-force', {username, expected, inForce}),
		reasons: [message('result.other-account-in-force.do')],
	}),
	'changed-since-review': ({reviewed, found}) => ({
		...bad,
		said: message('result.changed-since-review', {
			reviewed: named(reviewed),
			found: named(usernameIn(found)),
		}),
		reasons: [message('result.changed-since-review.do')],
	}),
	'not-current': ({demanded, found}) => ({
		...bad,
		said: message('result.not-current', {demanded: named(demanded), found: named(found)}),
		reasons: [message('result.changed-since-review.do')],
	}),
	differs: ({expected, found}) => ({
		...bad,
		said:
			expected === null
				? message('result.differs.notRemoved', {found: named(found)})
				: found === null
					? message('result.differs.none', {expected})
					: message('result.differs', {expected, found}),
		reasons: [message('result.differs.do')],
	}),
	'wrong-group': ({insteadOf, group, was, now}) => ({
		...bad,
		said: message('result.wrong-group', {
			named: insteadOf.name,
			group: group.name,
			was: named(was),
			now: named(now),
		}),
		reasons: [message('result.wrong-group.do', {named: insteadOf.name, group: group.name})],
	}),
	'target-changed': ({wasSet, from, to}) => ({
		...bad,
		said: message(wasSet ? 'result.target-changed.set' : 'result.target-changed.notSet', {from, to}),
	}),
	failed: ({wasSet, error}) => ({
		...bad,
		said: message(wasSet ? 'result.failed.set' : 'result.failed.notSet'),
		reasons: sentencesOf(error),
		error,
	}),
	unknown: ({found, error}) => ({
		...bad,
		said: message(found === undefined ? 'result.unknown' : 'result.unknown.asBefore'),
		error,
	}),
});

/** In tenths, as they are said. */
export function secondsIn(durationMs: number): number {
	return Math.round(durationMs / 100) / 10;
}

function sentencesOf(error: CliError): readonly Message[] {
	return [message(`error.${error.kind}`), remedyOf(error)];
}

/** A username as the command line takes it: `none` where none is set. */
function named(username: string | null): string {
	return username ?? 'none';
}

/** How far a scope is, or how it ended, as a sign and a tone. */
export function styleOf({state}: ScopeProgress): ScopeStyle {
	return state.kind === 'done' ? endedOf(state.result, 0) : state.kind === 'pending' ? untouched : running;
}

/** How a scope ended, in one sentence. */
export function resultMessage(result: ScopeResult, durationMs: number): Message {
	return endedOf(result, durationMs).said;
}

/** One scope: its row, and below it why it failed or what proves it. */
export function scopeProgressLines(scope: ScopeProgress, texts: Texts, userId?: number): Line[] {
	const {planned, state} = scope;
	const {mark, tone} = styleOf(scope);
	const row = (text: string): Line => ({
		mark,
		spans: [
			{text: scopeName(planned.scope), tone: 'strong'},
			{text: `  ${text}`, tone},
		],
	});
	if (state.kind !== 'done') {
		const since = 'startedAt' in state ? {startedAt: state.startedAt} : {};
		return [{...row(texts.text(workKeys[state.kind])), ...since}];
	}

	const {said, reasons = [], error} = endedOf(state.result, state.durationMs);
	return [
		row(texts.say(said)),
		...beforeLine(planned, state.result, texts),
		...reasons.map((reason) => textLine(texts.say(reason), {indent: 1})),
		...permissionLines(state.result, userId, texts),
		...cliWords(error, texts),
	];
}

/** More of how a scope ended than its row says: a longer sentence, why, and the CLI's own words. */
export function reasonLines(result: ScopeResult, texts: Texts): Line[] {
	const {said, reasons = [], error} = endedOf(result, 0);
	const isSaid =
		['verified', 'removed', 'nothing-to-do', 'not-started', 'set-not-proven'].includes(result.kind) ||
		(result.kind === 'failed' && !result.wasSet);
	return [
		...[...(isSaid ? [] : [said]), ...reasons].map((each) => textLine(texts.say(each), {indent: 2})),
		...cliWords(error, texts, 2),
	];
}

/** What was there before, where that was replaced: it stands in the report, and stays in the scrollback. */
function beforeLine({before}: PlannedScope, result: ScopeResult, texts: Texts): Line[] {
	const username = before.ok ? usernameIn(before.value) : undefined;
	const isReplaced = isDone(result) && typeof username === 'string';
	return isReplaced ? [textLine(texts.text('result.before', {username}), {indent: 1})] : [];
}
