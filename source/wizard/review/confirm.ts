import {isNothingToDo, losesControl} from '../../plan/effect.ts';
import type {Plan, PlannedScope} from '../../plan/plan.ts';
import {message, type Message} from '../../text/message.ts';
import type {TypedConfirmQuestion} from '../question.ts';
import {takeoverWarnings} from './takeover.ts';

/**
 * What has to be typed before a plan is applied: every infrastructure account that loses control and is not
 * named on the command line, and every user whose key is given up for good.
 *
 * @param named the accounts that the command line names (`--replace-account`).
 * @returns the names with a blank between them; empty where nothing has to be typed.
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
 * The part of a plan for which nothing has to be typed, with the rest as what is left out; undefined where
 * the plan is all of one kind.
 */
export function partWithoutNames(plan: Plan, named: readonly string[]): Plan | undefined {
	const {typed = [], free = []} = Object.groupBy(plan.scopes, (planned) =>
		namesOf(planned, plan, named).length > 0 ? 'typed' : 'free',
	);
	return typed.length > 0 && free.some((planned) => !isNothingToDo(planned))
		? {...plan, scopes: free, leftOut: typed}
		: undefined;
}

/** Why what was typed does not confirm; undefined where it does. Compared trimmed and as NFC. */
export function mismatchOf(typed: string, expected: string): Message | undefined {
	return typed.trim().normalize('NFC') === expected.trim().normalize('NFC')
		? undefined
		: message('confirm.mismatch', {expected});
}

/** Asks for this text to be typed. @param mismatch why what was typed before does not do. */
export function confirmQuestion(
	plan: Plan,
	expected: string,
	mismatch: Message | undefined,
): TypedConfirmQuestion {
	const warnings = takeoverWarnings(plan);
	const isFinal = warnings.some(({key}) => key === 'review.wayBack');
	return {
		kind: 'typed-confirm',
		title: message('confirm.question', {expected}),
		hints: [],
		warnings: isFinal ? [...warnings, message('confirm.noWayBack')] : warnings,
		actions: [],
		expected,
		isConfirmedBy: (text) => mismatchOf(text, expected) === undefined,
		mismatch,
	};
}
