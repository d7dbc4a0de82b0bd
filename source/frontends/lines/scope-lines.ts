import {isManagedByAccessGroups, permissionKeyOf} from '../../ibmcloud/facts/permissions.ts';
import type {CliError} from '../../ibmcloud/types.ts';
import {scopeName, type ScopeProgress, type ScopeResult} from '../../plan/plan.ts';
import {isDone} from '../../plan/status.ts';
import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import {byKind} from '../../wizard/by-kind.ts';
import {cliWords, remedyOf} from './error-lines.ts';
import {commandLine, textLine, type Line, type LineStyle} from './line.ts';

type ScopeStyle = Required<Pick<LineStyle, 'mark' | 'tone'>>;

const good: ScopeStyle = {mark: 'good', tone: 'good'};
const bad: ScopeStyle = {mark: 'bad', tone: 'bad'};
const untouched: ScopeStyle = {mark: 'pending', tone: 'plain'};
const running: ScopeStyle = {mark: 'running', tone: 'plain'};

/** Styles of scopes that have not failed. */
const styles: Readonly<Partial<Record<ScopeResult['kind'], ScopeStyle>>> = {
	verified: good,
	removed: good,
	'set-not-proven': {mark: 'note', tone: 'warning'},
	'nothing-to-do': untouched,
	'not-started': untouched,
};

/** Messages for a scope that is not done. */
export const workKeys = {
	pending: 'apply.pending',
	reading: 'apply.reading',
	setting: 'apply.setting',
	'reading-back': 'apply.readingBack',
} as const;

/** Returns how a scope ended, in one sentence, then what proves it, or why it failed and what to do. */
const sentencesOf = byKind<ScopeResult, [durationMs: number], readonly [Message, ...Message[]]>({
	verified: ({username, provenBy, permissions}, durationMs) => [
		message('result.verified', {username, seconds: secondsIn(durationMs)}),
		message(`proof.${provenBy}`, {account: permissions?.account ?? ''}),
	],
	'set-not-proven': ({username, unreadable}) => [
		message('result.set-not-proven', {username}),
		...(unreadable === undefined ? [] : [message('result.unproven'), ...sentencesOfError(unreadable)]),
	],
	removed: (_, durationMs) => [message('result.removed', {seconds: secondsIn(durationMs)})],
	'nothing-to-do': () => [message('result.nothing-to-do')],
	'not-started': () => [message('result.not-started')],
	'other-account-in-force': ({username, expected, inForce}) => [
		message('result.other-account-in-force', {username, expected, inForce}),
		message('result.other-account-in-force.do'),
	],
	'changed-since-review': ({reviewed, found}) => [
		message('result.changed-since-review', {reviewed: named(reviewed), found: named(found)}),
		message('result.changed-since-review.do'),
	],
	'not-current': ({demanded, found}) => [
		message('result.not-current', {demanded: named(demanded), found: named(found)}),
		message('result.changed-since-review.do'),
	],
	differs: ({expected, found}) => [
		expected === null
			? message('result.differs.notRemoved', {found: named(found)})
			: found === null
				? message('result.differs.none', {expected})
				: message('result.differs', {expected, found}),
		message('result.differs.do'),
	],
	'wrong-group': ({insteadOf, group, was, now}) => {
		const groups = {named: insteadOf.name, group: group.name};
		return [
			message('result.wrong-group', {...groups, was: named(was), now: named(now)}),
			message('result.wrong-group.do', groups),
		];
	},
	'target-changed': ({wasSet, from, to}) => [
		message(wasSet ? 'result.target-changed.set' : 'result.target-changed.notSet', {from, to}),
	],
	failed: ({wasSet, error}) => [
		message(wasSet ? 'result.failed.set' : 'result.failed.notSet'),
		...sentencesOfError(error),
	],
	unknown: ({found}) => [message(found === undefined ? 'result.unknown' : 'result.unknown.asBefore')],
});

/** Returns seconds to a tenth, as they are printed. */
export function secondsIn(durationMs: number): number {
	return Math.round(durationMs / 100) / 10;
}

function sentencesOfError(error: CliError): readonly Message[] {
	return [message(`error.${error.kind}`), remedyOf(error)];
}

function errorOf(result: ScopeResult): CliError | undefined {
	return 'error' in result ? result.error : 'unreadable' in result ? result.unreadable : undefined;
}

/** Returns a username as the command line takes it: `none` where none is set. */
function named(username: string | null): string {
	return username ?? 'none';
}

/** Returns the sign and tone for how far a scope is, or how it ended. */
export function styleOf({state}: ScopeProgress): ScopeStyle {
	return state.kind === 'done'
		? (styles[state.result.kind] ?? bad)
		: state.kind === 'pending'
			? untouched
			: running;
}

/** Returns how a scope ended, in one sentence. */
export function resultMessage(result: ScopeResult, durationMs: number): Message {
	return sentencesOf(result, durationMs)[0];
}

/** Returns a scope: its row, and below it what was set before, and why it failed or what proves it. */
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

	const {result, durationMs} = state;
	const [said, ...reasons] = sentencesOf(result, durationMs);
	const username = planned.before.ok ? planned.before.value : null;
	const isReplaced = isDone(result) && username !== null;
	return [
		row(texts.say(said)),
		...(isReplaced ? [textLine(texts.text('result.before', {username}), {indent: 1})] : []),
		...reasons.map((reason) => textLine(texts.say(reason), {indent: 1})),
		...permissionLines(result, userId, texts),
		...cliWords(errorOf(result), texts),
	];
}

/** Returns what the row of a scope leaves out: a longer sentence, why, and the CLI's own words. */
export function reasonLines(result: ScopeResult, texts: Texts): Line[] {
	const [said, ...reasons] = sentencesOf(result, 0);
	const isSaid = result.kind in styles || (result.kind === 'failed' && !result.wasSet);
	return [
		...(isSaid ? reasons : [said, ...reasons]).map((each) => textLine(texts.say(each), {indent: 2})),
		...cliWords(errorOf(result), texts, 2),
	];
}

/**
 * Returns the permissions that the infrastructure user lacks, by name and purpose, and the command that
 * grants them. IAM access groups now give those for support cases (documented): no command is offered.
 * `userId` is the numeric id that `sl user permission-edit` wants; undefined if the user was typed.
 */
export function permissionLines(
	result: ScopeResult | undefined,
	userId: number | undefined,
	texts: Texts,
): Line[] {
	const permissions = result !== undefined && 'permissions' in result ? result.permissions : undefined;
	const {missingRequired = [], missingSuggested = []} = permissions ?? {};
	const missing = [...missingRequired, ...missingSuggested];
	const keys = [...new Set(missing.flatMap((label) => permissionKeyOf(label) ?? []))];
	const withoutKey = missing.filter((label) => permissionKeyOf(label) === undefined);
	const grantable = keys.filter((key) => !isManagedByAccessGroups(key));
	const granted = `--permission ${grantable.join(',')} --enable true`;
	const grant = `ibmcloud sl user permission-edit ${userId ?? 'USER_ID'} ${granted}`;
	const sentences = [
		...(withoutKey.length === 0 ? [] : [texts.text('permissions.withoutKey', {labels: withoutKey})]),
		...(grantable.length < keys.length ? [texts.text('permissions.accessGroups')] : []),
	];
	return [
		...labelLines('Required', missingRequired, texts),
		...labelLines('Suggested', missingSuggested, texts),
		...(grantable.length === 0
			? []
			: [textLine(texts.text('permissions.grant'), {indent: 1}), commandLine(grant, 2)]),
		...sentences.map((sentence) => textLine(sentence, {indent: 1})),
	];
}

function labelLines(kind: 'Required' | 'Suggested', labels: readonly string[], texts: Texts): Line[] {
	const {length: count} = labels;
	const tone = kind === 'Required' ? 'warning' : 'plain';
	const title = texts.text(`permissions.missing${kind}`, {count});
	const lines = labels.map((label) => {
		const key = permissionKeyOf(label);
		const values = key && {label, key, purpose: texts.text(`permission.purpose.${key}`)};
		return textLine(values === undefined ? label : texts.text('permissions.named', values), {indent: 2});
	});
	return count === 0 ? [] : [textLine(title, {indent: 1, tone, mark: 'note'}), ...lines];
}
