import type {PairCheck} from '../http/pair-check.ts';
import {accountNumberOf} from '../ibmcloud/facts/accounts.ts';
import type {Read} from '../ibmcloud/reads.ts';
import {provenAt} from '../plan/last-changes.ts';
import type {Pair, Scope} from '../plan/plan.ts';
import type {Secret} from '../secrets/secret.ts';
import {message, type Message} from '../text/message.ts';
import type {ChosenUser} from './answers.ts';
import {byKind} from './by-kind.ts';
import type {Context} from './context.ts';
import {usersToSet} from './review/file-scopes.ts';

/** How far the check of the pair is; `open` while it runs. */
export type PairCheckState = PairCheck | {readonly kind: 'open'};

/** Whether the classic API may be asked about the pair, or why not. */
export function skipReason({place, pairCheckHost}: Context): 'turned-off' | 'private-endpoint' | undefined {
	if (pairCheckHost === undefined) {
		return 'turned-off';
	}

	return place.isPrivate === true ? 'private-endpoint' : undefined;
}

/** A username with the key that is to be set, or was. */
export interface Candidate {
	readonly username: string;
	readonly key: Secret;
}

/** The user of this session, or those that a file wants set somewhere. */
export function usersOf(context: Context): readonly ChosenUser[] {
	const {answers, expectation} = context;
	return expectation === undefined
		? [answers.user?.value].filter((user) => user !== undefined)
		: usersToSet(context).map((username) => ({username, listed: undefined}));
}

/** Those of them whose key is there. */
export function candidatesOf(context: Context): ReadonlyArray<Candidate & ChosenUser> {
	return usersOf(context).flatMap((user) => {
		const key = keyOf(context, user.username);
		return key === undefined ? [] : [{...user, key}];
	});
}

function keyOf({answers, expectation}: Context, username: string): Secret | undefined {
	return expectation === undefined ? answers.key?.value : answers.keys?.value.get(username);
}

/** The users who are replaced and of whom the key was taken for the way back. */
export function formerCandidates({answers}: Context): readonly Candidate[] {
	return [...(answers.oldKeys?.value ?? [])].map(([username, key]) => ({username, key}));
}

/** Of their keys those that the classic API has accepted. */
export function heldKeys(context: Context): ReadonlyMap<string, Secret> {
	const held = formerCandidates(context).filter(
		(candidate) => pairCheckOf(context, candidate).kind === 'valid',
	);
	return new Map(held.map(({username, key}) => [username, key]));
}

/** What asks the classic API about a pair, once username and key are there and it may be asked. */
export function pairCheckReads(context: Context): ReadonlyArray<Read<PairCheck>> {
	return skipReason(context) === undefined
		? [...candidatesOf(context), ...formerCandidates(context)].map(({username, key}) =>
				context.reads.pairCheck(username, key),
			)
		: [];
}

/** What is known about a pair. */
export function pairCheckOf(context: Context, {username, key}: Candidate): PairCheckState {
	const reason = skipReason(context);
	return reason === undefined
		? (context.reads.pairCheck(username, key).value() ?? {kind: 'open'})
		: {kind: 'skipped', reason, words: ''};
}

/**
 * The pair that is to be set where this user is wanted; undefined while one half is missing. Of a file the
 * key may be missing: in a dry run, and where a scope could not be read and so nothing will be set.
 */
export function pairOf(context: Context, username: string): Pair | undefined {
	const {answers, expectation, pairCheckHost} = context;
	const user = expectation === undefined ? answers.user?.value : {username, listed: undefined};
	const key = keyOf(context, username);
	if (user === undefined || (key === undefined && expectation === undefined)) {
		return undefined;
	}

	const check = key && pairCheckOf(context, {username, key});
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
 * The classic account that the chosen user should belong to: the number in the username, or the account whose
 * list the user was chosen from, whatever the name looks like.
 */
function intendedAccount({username, listAccount}: ChosenUser): string | undefined {
	return accountNumberOf(username) ?? listAccount;
}

/** The infrastructure account of the user, where it is one for all scopes. */
export function pairAccountOf(context: Context): string | undefined {
	const pairs = candidatesOf(context).map(({username}) => pairOf(context, username));
	const [account, ...others] = new Set(pairs.map((pair) => pair?.account));
	return others.length === 0 ? account : undefined;
}

/** What the review says of the checks that have ended: of several, what is not all well comes first. */
export function pairCheckMessage(context: Context): Message | undefined {
	const checks = candidatesOf(context).map((candidate) => ({
		check: pairCheckOf(context, candidate),
		username: candidate.username,
	}));
	const host = context.pairCheckHost?.host ?? '';
	const flag = context.isAttended ? 'none' : '--no-pair-check';
	const [first] = checks.toSorted((left, right) => rank(left.check) - rank(right.check));
	const kind = checks.length > 1 ? first?.check.kind : undefined;
	return kind === 'valid'
		? message('pair.allValid', {host, count: checks.length})
		: kind === 'refused'
			? message('pair.refusedFor', {host, username: first?.username ?? '', flag})
			: first && checkMessage(first.check, host, flag);
}

/** What is refused stands in the way, and what was not checked says more than what was. */
function rank({kind}: PairCheckState): number {
	return ['refused', 'open', 'skipped', 'valid'].indexOf(kind);
}

const checkMessage = byKind<PairCheckState, [host: string, flag: string], Message | undefined>({
	open: () => undefined,
	valid: ({account}, host) =>
		account === undefined ? message('pair.valid', {host}) : message('pair.validFor', {host, account}),
	refused: (_, host, flag) => message('pair.refused', {host, flag}),
	skipped: ({reason}, host) => message(`pair.skipped.${reason}`, {host}),
});

/** What should be known about the pairs before they are set, and of a key for the way back that is none. */
export function pairWarnings(context: Context): Message[] {
	const host = context.pairCheckHost;
	return [
		...formerCandidates(context).flatMap((candidate) => {
			const check = pairCheckOf(context, candidate);
			const {username} = candidate;
			return check.kind === 'refused'
				? [message('oldKeys.useless', {username, host: host?.host ?? ''})]
				: check.kind === 'skipped'
					? [message('oldKeys.unchecked', {username})]
					: [];
		}),
		...candidatesOf(context).flatMap((candidate) => {
			const check = pairCheckOf(context, candidate);
			const intended = intendedAccount(candidate);
			const opened = check.kind === 'valid' ? check.account : undefined;
			return opened !== undefined && intended !== undefined && opened !== intended
				? [message('pair.otherAccount', {intended, opened})]
				: [];
		}),
		...(host !== undefined && !host.isIbm && pairCheckReads(context).length > 0
			? [message('pair.foreignHost', {host: host.host})]
			: []),
	];
}

/**
 * The day on which this pair was set and proven in a scope from here; undefined if something came after it.
 */
export function provenBefore(scope: Scope, {answers, recorded}: Context): string | undefined {
	const {user, key} = answers;
	return user === undefined || key === undefined
		? undefined
		: provenAt(recorded(), scope, {username: user.value.username, fingerprint: key.value.fingerprint})?.slice(
				0,
				10,
			);
}
