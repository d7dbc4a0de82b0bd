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

/** A user with a key to set, or of a replaced user, and the result of their check; `open` while it runs. */
export interface Candidate extends ChosenUser {
	readonly key: Secret;
	readonly check: PairCheck | {readonly kind: 'open'};
}

/** Returns why a pair may not be sent to the classic API; undefined if it may. */
export function skipReason({place, pairCheckHost}: Context): 'turned-off' | 'private-endpoint' | undefined {
	if (pairCheckHost === undefined) {
		return 'turned-off';
	}

	return place.isPrivate === true ? 'private-endpoint' : undefined;
}

/** Returns the user of this session, or the users that a file wants set somewhere. */
export function usersOf(context: Context): readonly ChosenUser[] {
	const {answers, expectation} = context;
	return expectation === undefined
		? [answers.user?.value].filter((user) => user !== undefined)
		: usersToSet(context).map((username) => ({username}));
}

/** Returns those of them whose key is known. */
export function candidatesOf(context: Context): readonly Candidate[] {
	return usersOf(context).flatMap((user) => candidateOf(context, user) ?? []);
}

/** Returns the replaced users whose key was entered for the way back. */
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

/** Returns the keys for the way back that the classic API has accepted, by username. */
export function heldKeys(context: Context): ReadonlyMap<string, Secret> {
	const held = formerCandidates(context).filter(({check}) => check.kind === 'valid');
	return new Map(held.map(({username, key}) => [username, key]));
}

/** Returns the reads that check the pairs whose key is known; none where no pair may be checked. */
export function pairCheckReads(context: Context): ReadonlyArray<Read<PairCheck>> {
	return skipReason(context) === undefined
		? [...candidatesOf(context), ...formerCandidates(context)].map(({username, key}) =>
				context.reads.pairCheck(username, key),
			)
		: [];
}

/**
 * Returns the pair to set where this user is wanted. Its key may be missing: in a dry run of a file, for a
 * scope that could not be read, where nothing will be set, and until it has been asked for.
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

/** Returns the classic account that a user should have: by the username, or else by the list chosen from. */
function intendedAccount({username, listAccount}: ChosenUser): string | undefined {
	return accountNumberOf(username) ?? listAccount;
}

/** Returns the infrastructure account of the users if they all share one. */
export function pairAccountOf(context: Context): string | undefined {
	const accounts = candidatesOf(context).map(({username}) => pairOf(context, username).account);
	const [account, ...others] = new Set(accounts);
	return others.length === 0 ? account : undefined;
}

/** A refusal blocks, and an open or skipped check says more than a valid one. */
const worstFirst = ['refused', 'open', 'skipped', 'valid'];

/** Returns what the review says about the finished checks; the worst result comes first. */
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

/** Returns warnings about the pairs, and about keys for the way back that were rejected or not checked. */
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

/** Returns the day (UTC) on which this machine set and proved the pair in a scope; undefined once changed. */
export function provenBefore(scope: Scope, {answers: {user, key}, recorded}: Context): string | undefined {
	const pair = user && key && {username: user.value.username, fingerprint: key.value.fingerprint};
	return pair && provenAt(recorded(), scope, pair)?.slice(0, 10);
}
