import type {PairCheck} from '../http/pair-check.ts';
import {accountNumberOf} from '../ibmcloud/facts/accounts.ts';
import type {Read} from '../ibmcloud/reads.ts';
import {provenAt} from '../plan/last-changes.ts';
import type {Pair, Scope} from '../plan/plan.ts';
import type {Secret} from '../secrets/secret.ts';
import {message, type Message} from '../text/message.ts';
import type {ChosenUser} from './answers.ts';
import type {Context} from './context.ts';
import {usersToSet} from './review/scopes.ts';

/**
 * A user with the key that is to be set, or was, and how far the check of the two is; `open` while it runs.
 */
export interface Candidate extends ChosenUser {
	readonly key: Secret;
	readonly check: PairCheck | {readonly kind: 'open'};
}

/** Returns why the classic API may not be asked about a pair; undefined where it may. */
export function skipReason({place, pairCheckHost}: Context): 'turned-off' | 'private-endpoint' | undefined {
	if (pairCheckHost === undefined) {
		return 'turned-off';
	}

	return place.isPrivate === true ? 'private-endpoint' : undefined;
}

/** Returns the user of this session, or those that a file wants set somewhere. */
export function usersOf(context: Context): readonly ChosenUser[] {
	const {answers, expectation} = context;
	return expectation === undefined
		? [answers.user?.value].filter((user) => user !== undefined)
		: usersToSet(context).map((username) => ({username}));
}

/** Those of them whose key is there. */
export function candidatesOf(context: Context): readonly Candidate[] {
	return usersOf(context).flatMap((user) => candidateOf(context, user) ?? []);
}

/** Returns the users who are replaced and of whom the key was taken for the way back. */
export function formerCandidates(context: Context): readonly Candidate[] {
	const keys = [...(context.answers.oldKeys?.value ?? [])];
	return keys.map(([username, key]) => ({username, key, check: checkOf(context, username, key)}));
}

function candidateOf(context: Context, user: ChosenUser): Candidate | undefined {
	const {answers, expectation} = context;
	const {username} = user;
	const key = expectation === undefined ? answers.key?.value : answers.keys?.value.get(username);
	return key && {...user, key, check: checkOf(context, username, key)};
}

function checkOf(context: Context, username: string, key: Secret): Candidate['check'] {
	const reason = skipReason(context);
	return reason === undefined
		? (context.reads.pairCheck(username, key).value() ?? {kind: 'open'})
		: {kind: 'skipped', reason, words: ''};
}

/** Of the keys for the way back those that the classic API has accepted. */
export function heldKeys(context: Context): ReadonlyMap<string, Secret> {
	const held = formerCandidates(context).filter(({check}) => check.kind === 'valid');
	return new Map(held.map(({username, key}) => [username, key]));
}

/** Returns what asks the classic API about a pair, once username and key are there and it may be asked. */
export function pairCheckReads(context: Context): ReadonlyArray<Read<PairCheck>> {
	return skipReason(context) === undefined
		? [...candidatesOf(context), ...formerCandidates(context)].map(({username, key}) =>
				context.reads.pairCheck(username, key),
			)
		: [];
}

/**
 * Returns the pair that is to be set where this user is wanted. Its key may be missing: in a dry run of a
 * file, where a scope could not be read and so nothing will be set, and as long as it is still to be asked.
 */
export function pairOf(context: Context, username: string): Pair {
	const {answers, expectation, pairCheckHost} = context;
	const user = (expectation === undefined ? answers.user?.value : undefined) ?? {username};
	const {key, check} = candidateOf(context, user) ?? {};
	const account = (check?.kind === 'valid' ? check.account : undefined) ?? intendedAccount(user);
	return {
		username: user.username,
		apiKey: key,
		...(account === undefined ? {} : {account}),
		...(user.listed?.id === undefined ? {} : {userId: user.listed.id}),
		mayBeChecked: pairCheckHost !== undefined,
		isChecked: check?.kind === 'valid',
	};
}

/**
 * Returns the classic account that the chosen user should belong to: the number in the username, or the
 * account whose list the user was chosen from, whatever the name looks like.
 */
function intendedAccount({username, listAccount}: ChosenUser): string | undefined {
	return accountNumberOf(username) ?? listAccount;
}

/** Returns the infrastructure account of the user, where it is one for all scopes. */
export function pairAccountOf(context: Context): string | undefined {
	const accounts = candidatesOf(context).map(({username}) => pairOf(context, username).account);
	const [account, ...others] = new Set(accounts);
	return others.length === 0 ? account : undefined;
}

/** What is refused stands in the way, and what was not checked says more than what was. */
const worstFirst = ['refused', 'open', 'skipped', 'valid'];

/** What the review says of the checks that have ended: of several, what is not all well comes first. */
export function pairCheckMessage(context: Context): Message | undefined {
	const candidates = candidatesOf(context);
	const [kind] = worstFirst.filter((each) => candidates.some(({check}) => check.kind === each));
	const first = candidates.find(({check}) => check.kind === kind);
	if (first === undefined || first.check.kind === 'open') {
		return undefined;
	}

	const {check, username} = first;
	const host = context.pairCheckHost?.host ?? '';
	const isOnly = candidates.length === 1;
	if (check.kind === 'skipped') {
		return message(`pair.skipped.${check.reason}`, {host});
	}

	if (check.kind === 'refused') {
		const flag = context.isInteractive ? 'none' : '--no-pair-check';
		return isOnly
			? message('pair.refused', {host, flag})
			: message('pair.refusedFor', {host, username, flag});
	}

	if (!isOnly) {
		return message('pair.allValid', {host, count: candidates.length});
	}

	const {account} = check;
	return account === undefined ? message('pair.valid', {host}) : message('pair.validFor', {host, account});
}

/** What should be known about the pairs before they are set, and of a key for the way back that is none. */
export function pairWarnings(context: Context): Message[] {
	const {pairCheckHost} = context;
	const {host = '', isIbm = true} = pairCheckHost ?? {};
	return [
		...formerCandidates(context).flatMap(({username, check}) =>
			check.kind === 'refused'
				? [message('oldKeys.useless', {username, host})]
				: check.kind === 'skipped'
					? [message('oldKeys.unchecked', {username})]
					: [],
		),
		...candidatesOf(context).flatMap((candidate) => {
			const intended = intendedAccount(candidate);
			const opened = candidate.check.kind === 'valid' ? candidate.check.account : undefined;
			return opened !== undefined && intended !== undefined && opened !== intended
				? [message('pair.otherAccount', {intended, opened})]
				: [];
		}),
		...(!isIbm && pairCheckReads(context).length > 0 ? [message('pair.foreignHost', {host})] : []),
	];
}

/**
 * The day on which this pair was set and proven in a scope from here; undefined if something came after it.
 */
export function provenBefore(scope: Scope, {answers: {user, key}, recorded}: Context): string | undefined {
	const pair = user && key && {username: user.value.username, fingerprint: key.value.fingerprint};
	return pair && provenAt(recorded(), scope, pair)?.slice(0, 10);
}
