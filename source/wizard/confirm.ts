import type {Plan} from '../plan/plan.ts';
import {message} from '../text/message.ts';
import type {TypedConfirmQuestion} from './question.ts';

/** Asks for the account's name to be typed, before the credential of another infrastructure account is replaced. */
export function confirmQuestion(plan: Plan): TypedConfirmQuestion {
	const expected = plan.account?.name ?? plan.pair.username;
	return {
		kind: 'typed-confirm',
		title: message('confirm.question', {expected}),
		hints: [message('confirm.why')],
		warnings: [],
		actions: [],
		expected,
		mismatch: message('confirm.mismatch', {expected}),
	};
}
