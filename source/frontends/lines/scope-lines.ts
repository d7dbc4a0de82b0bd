import {usernameIn, type PlannedScope, type ScopeProgress, type ScopeResult} from '../../plan/plan.ts';
import {isDone} from '../../plan/status.ts';
import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import {cliWords} from './error-lines.ts';
import {lineWriter, type Line, type Mark, type Tone} from './line.ts';
import {permissionLines} from './permission-lines.ts';

/** One scope: its row, and below it why it failed or what proves it. */
export function scopeProgressLines({planned, state}: ScopeProgress, texts: Texts, userId?: number): Line[] {
	const writer = lineWriter(texts);
	const name = message('review.scope', {region: planned.scope.region, group: planned.scope.group.name});
	const row = (text: Message, mark: Mark, tone: Tone, startedAt?: number): Line => ({
		mark,
		indent: 0,
		spans: [
			{text: texts.say(name), tone: 'strong'},
			{text: `  ${texts.say(text)}`, tone},
		],
		...(startedAt === undefined ? {} : {startedAt}),
	});
	switch (state.kind) {
		case 'pending': {
			return [row(message('apply.pending'), 'pending', 'plain')];
		}

		case 'setting': {
			return [row(message('apply.setting'), 'running', 'plain', state.startedAt)];
		}

		case 'reading-back': {
			return [row(message('apply.readingBack'), 'running', 'plain', state.startedAt)];
		}

		case 'done': {
			const {tone, mark} = looksOf(state.result);
			return [
				row(resultMessage(state.result, state.durationMs), mark, tone),
				...beforeLine(planned, state.result, texts),
				...reasons(state.result).map((reason) => writer.line(reason, {indent: 1})),
				...('permissions' in state.result ? permissionLines(state.result.permissions, userId, texts) : []),
				...wordsOf(state.result, texts),
			];
		}
	}
}

/** More of how a scope ended than its row says: in a sentence where that says more, why, and the CLI's own words. */
export function reasonLines(result: ScopeResult, texts: Texts): Line[] {
	const writer = lineWriter(texts);
	const isSaid =
		['verified', 'removed', 'nothing-to-do', 'not-started', 'set-not-proven'].includes(result.kind) ||
		(result.kind === 'failed' && !result.wasSet);
	return [
		...(isSaid ? [] : [writer.line(resultMessage(result, 0), {indent: 2})]),
		...reasons(result).map((reason) => writer.line(reason, {indent: 2})),
		...wordsOf(result, texts, 2),
	];
}

/** What was there before, where that was replaced: it stands in the report, and stays in the scrollback. */
function beforeLine({before}: PlannedScope, result: ScopeResult, texts: Texts): Line[] {
	const username = before.ok ? usernameIn(before.value) : undefined;
	const isReplaced = isDone(result) && typeof username === 'string';
	return isReplaced ? [lineWriter(texts).line(message('result.before', {username}), {indent: 1})] : [];
}

/** The CLI's own words where it refused. */
function wordsOf(result: ScopeResult, texts: Texts, indent?: number): Line[] {
	const error =
		result.kind === 'failed' || result.kind === 'unknown'
			? result.error
			: result.kind === 'set-not-proven'
				? result.unreadable
				: undefined;
	return error === undefined ? [] : cliWords(error, texts, indent);
}

/** The sign and the tone of how a scope ended. */
export function looksOf(result: ScopeResult): {tone: Tone; mark: Mark} {
	switch (result.kind) {
		case 'verified':
		case 'removed': {
			return {tone: 'good', mark: 'good'};
		}

		case 'set-not-proven': {
			return {tone: 'warning', mark: 'note'};
		}

		case 'nothing-to-do':
		case 'not-started': {
			return {tone: 'plain', mark: 'pending'};
		}

		default: {
			return {tone: 'bad', mark: 'bad'};
		}
	}
}

/** How a scope ended, in DESIGN's words. */
export function resultMessage(result: ScopeResult, durationMs: number): Message {
	const seconds = Math.round(durationMs / 100) / 10;
	switch (result.kind) {
		case 'verified': {
			return message('result.verified', {username: result.username, seconds});
		}

		case 'set-not-proven': {
			return message('result.set-not-proven', {username: result.username});
		}

		case 'removed': {
			return message('result.removed', {seconds});
		}

		case 'nothing-to-do': {
			return message('result.nothing-to-do');
		}

		case 'other-account-in-force': {
			return message('result.other-account-in-force', {
				username: result.username,
				expected: result.expected,
				inForce: result.inForce,
			});
		}

		case 'changed-since-review': {
			return message('result.changed-since-review', {
				reviewed: named(result.reviewed),
				found: named(usernameIn(result.found)),
			});
		}

		case 'differs': {
			return differsMessage(result);
		}

		case 'not-current': {
			return message('result.not-current', {demanded: named(result.demanded), found: named(result.found)});
		}

		case 'wrong-group': {
			return message('result.wrong-group', {
				named: result.insteadOf.name,
				group: result.group.name,
				was: named(result.was),
				now: named(result.now),
			});
		}

		case 'target-changed': {
			return message(result.wasSet ? 'result.target-changed.set' : 'result.target-changed.notSet', {
				from: result.from,
				to: result.to,
			});
		}

		case 'failed': {
			return message(result.wasSet ? 'result.failed.set' : 'result.failed.notSet');
		}

		case 'unknown': {
			return message(result.found === undefined ? 'result.unknown' : 'result.unknown.asBefore');
		}

		case 'not-started': {
			return message('result.not-started');
		}
	}
}

function differsMessage({expected, found}: Extract<ScopeResult, {kind: 'differs'}>): Message {
	if (expected === null) {
		return message('result.differs.notRemoved', {found: named(found)});
	}

	return found === null
		? message('result.differs.none', {expected})
		: message('result.differs', {expected, found});
}

/** A username as the command line takes it: `none` where none is set. */
function named(username: string | null): string {
	return username ?? 'none';
}

function reasons(result: ScopeResult): Message[] {
	switch (result.kind) {
		case 'verified': {
			return [message(`proof.${result.provenBy}`, {account: result.permissions?.account ?? ''})];
		}

		case 'set-not-proven': {
			return result.unreadable === undefined
				? []
				: [
						message('result.unproven'),
						message(`error.${result.unreadable.kind}`),
						message(`error.${result.unreadable.kind}.do`),
					];
		}

		case 'other-account-in-force': {
			return [message('result.other-account-in-force.do')];
		}

		case 'changed-since-review':
		case 'not-current': {
			return [message('result.changed-since-review.do')];
		}

		case 'failed': {
			return [message(`error.${result.error.kind}`), message(`error.${result.error.kind}.do`)];
		}

		case 'wrong-group': {
			return [message('result.wrong-group.do', {named: result.insteadOf.name, group: result.group.name})];
		}

		case 'differs': {
			return [message('result.differs.do')];
		}

		default: {
			return [];
		}
	}
}
