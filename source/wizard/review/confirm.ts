import {accountsToName} from '../../plan/effect.ts';
import type {Plan} from '../../plan/plan.ts';
import {message} from '../../text/message.ts';
import type {TypedConfirmQuestion} from '../question.ts';
import {takeoverWarnings} from './takeover.ts';

/**
 * What has to be typed before a plan is applied: every infrastructure account that loses control and is not named on the
 * command line, and every user whose key is given up for good.
 *
 * @param named the accounts that the command line names (`--replace-account`).
 */
export function namesToType(plan: Plan, named: readonly string[]): string[] {
	const keys = plan.scopes.flatMap(({losesKeyOf}) => losesKeyOf ?? []);
	return [...new Set([...accountsToName(plan).filter((account) => !named.includes(account)), ...keys])];
}

/** Asks for these names to be typed, a blank between them. */
export function confirmQuestion(plan: Plan, names: readonly string[]): TypedConfirmQuestion {
	const expected = names.join(' ');
	return {
		kind: 'typed-confirm',
		title: message('confirm.question', {expected}),
		hints: [],
		warnings: takeoverWarnings(plan),
		actions: [],
		expected,
		mismatch: message('confirm.mismatch', {expected}),
	};
}
