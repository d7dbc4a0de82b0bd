import type {PairCheck} from '../http/pair-check.ts';
import type {Read} from '../ibmcloud/reads.ts';
import {accountNumberOf} from '../ibmcloud/facts/accounts.ts';
import type {Pair} from '../plan/plan.ts';
import {message, type Message} from '../text/message.ts';
import type {Context} from './context.ts';

/** How far the check of the pair is; `open` while it runs. */
export type PairCheckState = PairCheck | {readonly kind: 'open'};

/** Whether the classic API may be asked about the pair, or why not. */
function skipReason({place, pairCheckHost}: Context): 'turned-off' | 'private-endpoint' | undefined {
	if (pairCheckHost === undefined) {
		return 'turned-off';
	}

	return place.isPrivate === true ? 'private-endpoint' : undefined;
}

/** What asks the classic API about the pair, once username and key are there and it may be asked. */
export function pairCheckRead(context: Context): ReadonlyArray<Read<PairCheck>> {
	const {answers, reads} = context;
	return answers.user !== undefined && answers.key !== undefined && skipReason(context) === undefined
		? [reads.pairCheck(answers.user.value.username, answers.key.value)]
		: [];
}

/** What is known about the pair. */
export function pairCheckOf(context: Context): PairCheckState {
	const {answers, reads} = context;
	const reason = skipReason(context);
	if (reason !== undefined) {
		return {kind: 'skipped', reason, words: ''};
	}

	return answers.user === undefined || answers.key === undefined
		? {kind: 'open'}
		: (reads.pairCheck(answers.user.value.username, answers.key.value).value() ?? {kind: 'open'});
}

/** The pair that the answers describe; undefined while one half is missing. */
export function pairOf(context: Context): Pair | undefined {
	const {user, key} = context.answers;
	if (user === undefined || key === undefined) {
		return undefined;
	}

	const check = pairCheckOf(context);
	const account = (check.kind === 'valid' ? check.account : undefined) ?? intendedAccount(context);
	return {
		username: user.value.username,
		apiKey: key.value,
		...(account === undefined ? {} : {account}),
		...(user.value.listed?.id === undefined ? {} : {userId: user.value.listed.id}),
		mayBeChecked: context.pairCheckHost !== undefined,
		isChecked: check.kind === 'valid',
	};
}

/**
 * The classic account that the chosen user should belong to: the number in the username, or the account whose list the
 * user was chosen from, whatever the name looks like.
 */
function intendedAccount({answers}: Context): string | undefined {
	const user = answers.user?.value;
	return user === undefined ? undefined : (accountNumberOf(user.username) ?? user.listAccount);
}

/** What the review says of the check, where it has ended. */
export function pairCheckMessage(context: Context): Message | undefined {
	const check = pairCheckOf(context);
	const host = context.pairCheckHost?.host ?? '';
	switch (check.kind) {
		case 'open': {
			return undefined;
		}

		case 'valid': {
			return check.account === undefined
				? message('pair.valid', {host})
				: message('pair.validFor', {host, account: check.account});
		}

		case 'refused': {
			return message('pair.refused', {host});
		}

		case 'skipped': {
			return message(`pair.skipped.${check.reason}`, {host});
		}
	}
}

/** What should be known about the pair before it is set. */
export function pairWarnings(context: Context): Message[] {
	const check = pairCheckOf(context);
	const intended = intendedAccount(context);
	const opened = check.kind === 'valid' ? check.account : undefined;
	const host = context.pairCheckHost;
	return [
		...(opened !== undefined && intended !== undefined && opened !== intended
			? [message('pair.otherAccount', {intended, opened})]
			: []),
		...(host !== undefined && !host.isIbm && skipReason(context) === undefined
			? [message('pair.foreignHost', {host: host.host})]
			: []),
	];
}
