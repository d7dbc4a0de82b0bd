import {expectedOf, type Plan} from '../plan/plan.ts';
import {message} from '../text/message.ts';
import type {TypedConfirmQuestion} from './question.ts';

/** Asks for the account's name to be typed, before the credential of another infrastructure account is replaced. */
export function confirmQuestion(plan: Plan): TypedConfirmQuestion {
	// An account without a name still has to be named: Enter alone would confirm.
	const expected = plan.account?.name || plan.account?.id || expectedOf(plan) || '';
	return {
		kind: 'typed-confirm',
		title: message(plan.change.kind === 'set' ? 'confirm.question' : 'confirm.questionUnset', {expected}),
		hints: [message(plan.change.kind === 'set' ? 'confirm.why' : 'confirm.whyUnset')],
		warnings: [],
		actions: [],
		expected,
		mismatch: message('confirm.mismatch', {expected}),
	};
}
