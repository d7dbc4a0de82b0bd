import {clustersAtRisk, isNothingToDo, losesControl} from '../../plan/effect.ts';
import {scopeName, type Plan, type PlannedScope} from '../../plan/plan.ts';
import {accountOf} from '../../plan/proof.ts';
import {message, type Message} from '../../text/message.ts';
import {momentText} from '../../text/moment.ts';
import type {TypedConfirmQuestion} from '../question.ts';

/**
 * Returns the warnings where an infrastructure account loses control: which, to whom, over what, and the way
 * back. Scopes with the same warning share one message.
 */
export function takeoverWarnings(plan: Plan): Message[] {
	const losses = Map.groupBy(plan.scopes, (planned) => JSON.stringify(lossOf(planned, plan)));
	return [...losses.values()].flatMap((members) => {
		const loss = members[0] && lossOf(members[0], plan);
		return loss === undefined ? [] : warningsOf(loss, members, plan);
	});
}

/** Returns the replaced users, each once. */
export function replacedUsers({scopes}: Pick<Plan, 'scopes'>): string[] {
	const usernames = scopes.flatMap(({change, effect, before}) =>
		change.kind === 'set' && effect !== 'rotation' && before.ok ? (before.value ?? []) : [],
	);
	return [...new Set(usernames)];
}

/** Returns whose key undoes a change of user within one account: the service does not give it out. */
export function wayBackNotes(plan: Plan): Message[] {
	const others = plan.scopes.filter(({effect}) => effect === 'other-user');
	return wayBack(replacedUsers({scopes: others}), plan);
}

function wayBack(usernames: readonly string[], {heldKeys}: Plan): Message[] {
	const {held = [], missing = []} = Object.groupBy(usernames, (username) =>
		heldKeys?.has(username) === true ? 'held' : 'missing',
	);
	return [
		...(missing.length === 0 ? [] : [message('review.wayBack', {usernames: missing})]),
		...(held.length === 0 ? [] : [message('review.wayBack.held', {usernames: held})]),
	];
}

/** Returns who loses what in a scope; `until` is how long an account that regains control was in force. */
function lossOf(planned: PlannedScope, plan: Plan) {
	const from = losesControl(planned, plan);
	const {before, change, losesKeyOf: key, restores} = planned;
	if (from === undefined) {
		return key === undefined ? undefined : ({kind: 'key', username: key} as const);
	}

	// The account that orders machines afterwards, or the user if it is not known.
	const to = change.kind === 'set' ? (accountOf(change.pair) ?? change.pair.username) : plan.linkedAccount;
	const username = before.ok ? (before.value ?? undefined) : undefined;
	return {kind: 'control', from, to: to ?? '?', username, until: restores?.until} as const;
}

type Loss = NonNullable<ReturnType<typeof lossOf>>;

function warningsOf(loss: Loss, members: readonly PlannedScope[], plan: Plan): Message[] {
	const scopes = members.map(({scope}) => scopeName(scope));
	if (loss.kind === 'key') {
		return [message('takeover.losesKey', {scopes, username: loss.username})];
	}

	const {from, to, username, until} = loss;
	const atRisk = members.map((planned) => clustersAtRisk(planned));
	const clusters = [...new Set(atRisk.flatMap((those) => (those ?? []).map(({name}) => name)))];
	return [
		until === undefined
			? message('takeover.accounts', {scopes, from, to})
			: message('takeover.restores', {scopes, from, to, time: momentText(until)}),
		...(atRisk.includes(undefined)
			? [message('takeover.clustersUnreadable')]
			: clusters.length === 0
				? []
				: [message('takeover.clusters', {clusters})]),
		...(username === undefined ? [message('takeover.wayBack.unset')] : wayBack([username], plan)),
	];
}

/**
 * Returns what has to be typed before a plan is applied: every infrastructure account that loses control and
 * is not named on the command line, and every user whose key is given up for good.
 *
 * @param named the accounts named on the command line (`--replace-account`).
 * @returns the names, separated by blanks; empty if nothing has to be typed.
 */
export function textToType(plan: Plan, named: readonly string[]): string {
	return [...new Set(plan.scopes.flatMap((planned) => namesOf(planned, plan, named)))].join(' ');
}

function namesOf(planned: PlannedScope, plan: Plan, named: readonly string[]): string[] {
	const account = losesControl(planned, plan);
	return [
		...(account === undefined || named.includes(account) ? [] : [account]),
		...(planned.losesKeyOf === undefined ? [] : [planned.losesKeyOf]),
	];
}

/**
 * Returns the part of a plan that needs no typing, the rest as `leftOut`; undefined if all is of one kind.
 */
export function partWithoutNames(plan: Plan, named: readonly string[]): Plan | undefined {
	const {typed = [], free = []} = Object.groupBy(plan.scopes, (planned) =>
		namesOf(planned, plan, named).length > 0 ? 'typed' : 'free',
	);
	return typed.length > 0 && free.some((planned) => !isNothingToDo(planned))
		? {...plan, scopes: free, leftOut: typed}
		: undefined;
}

/** Returns why a text does not confirm; undefined if it does. Compares trimmed, as NFC. */
export function mismatchOf(typed: string, expected: string): Message | undefined {
	return typed.trim().normalize('NFC') === expected.trim().normalize('NFC')
		? undefined
		: message('confirm.mismatch', {expected});
}

/** The text to type before a plan is applied, and why the last attempt did not match. */
export interface Confirmation {
	readonly plan: Plan;
	readonly expected: string;
	readonly mismatch: Message | undefined;
}

/** Returns the question for that text. */
export function confirmQuestion({plan, expected, mismatch}: Confirmation): TypedConfirmQuestion {
	// No key can be entered here any more, so this says what is final.
	const warnings = takeoverWarnings(plan).map((warning) =>
		warning.key === 'review.wayBack' ? {...warning, key: 'confirm.noWayBack' as const} : warning,
	);
	return {
		kind: 'typed-confirm',
		title: message('confirm.question', {expected}),
		hints: [],
		warnings,
		actions: [],
		expected,
		isConfirmedBy: (text) => mismatchOf(text, expected) === undefined,
		mismatch,
	};
}
