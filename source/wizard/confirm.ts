import {replacesOtherAccount} from '../plan/effect.ts';
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
		hints: [message(whyOf(plan))],
		warnings: [],
		actions: [],
		expected,
		mismatch: message('confirm.mismatch', {expected}),
	};
}

function whyOf({change, scopes}: Plan): 'confirm.why' | 'confirm.whyFirst' | 'confirm.whyUnset' {
	if (change.kind === 'unset') {
		return 'confirm.whyUnset';
	}

	return scopes.some((scope) => replacesOtherAccount(scope)) ? 'confirm.why' : 'confirm.whyFirst';
}
