import type {PairCheck} from '../http/pair-check.ts';
import {accountNumberOf} from '../ibmcloud/facts/accounts.ts';
import type {Read} from '../ibmcloud/reads.ts';
import type {Pair} from '../plan/plan.ts';
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

/** A user who may be set, with the key as soon as it is there. */
export interface Candidate {
	readonly user: ChosenUser;
	readonly key: Secret | undefined;
}

/** The user of this session; of a file, those of whom the key is there and wanted. */
export function candidatesOf(context: Context): readonly Candidate[] {
	const {answers, expectation} = context;
	if (expectation === undefined) {
		return answers.user === undefined ? [] : [{user: answers.user.value, key: answers.key?.value}];
	}

	return usersToSet(context)
		.map((username) => candidateOf(context, username))
		.filter(({key}) => key !== undefined);
}

function candidateOf({answers}: Context, username: string): Candidate {
	return {user: {username, listed: undefined}, key: answers.keys?.value.get(username)};
}

/** The users who are replaced and of whom the key was taken for the way back. */
export function formerCandidates({answers}: Pick<Context, 'answers'>): readonly Candidate[] {
	return [...(answers.oldKeys?.value ?? [])].map(([username, key]) => ({
		user: {username, listed: undefined},
		key,
	}));
}

/** Of their keys those that the classic API has accepted. */
export function heldKeys(context: Context): ReadonlyMap<string, Secret> {
	const held = formerCandidates(context).filter(
		(candidate) => pairCheckOf(context, candidate).kind === 'valid',
	);
	return new Map(held.flatMap(({user, key}) => (key === undefined ? [] : [[user.username, key] as const])));
}

/** What asks the classic API about a pair, once username and key are there and it may be asked. */
export function pairCheckReads(context: Context): ReadonlyArray<Read<PairCheck>> {
	return skipReason(context) === undefined
		? [...candidatesOf(context), ...formerCandidates(context)].flatMap(({user, key}) =>
				key === undefined ? [] : [context.reads.pairCheck(user.username, key)],
			)
		: [];
}

/** What is known about a pair. */
export function pairCheckOf(context: Context, {user, key}: Candidate): PairCheckState {
	const reason = skipReason(context);
	if (reason !== undefined) {
		return {kind: 'skipped', reason, words: ''};
	}

	return key === undefined
		? {kind: 'open'}
		: (context.reads.pairCheck(user.username, key).value() ?? {kind: 'open'});
}

/**
 * The pair that is to be set where this user is wanted; undefined while one half is missing. Of a file the
 * key may be missing: in a dry run, and where a scope could not be read and so nothing will be set.
 */
export function pairOf(context: Context, username: string): Pair | undefined {
	const isOfFile = context.expectation !== undefined;
	const candidate = isOfFile ? candidateOf(context, username) : candidatesOf(context)[0];
	if (candidate === undefined || (candidate.key === undefined && !isOfFile)) {
		return undefined;
	}

	const {user, key} = candidate;
	const check = pairCheckOf(context, candidate);
	const account = (check.kind === 'valid' ? check.account : undefined) ?? intendedAccount(user);
	return {
		username: user.username,
		apiKey: key,
		...(account === undefined ? {} : {account}),
		...(user.listed?.id === undefined ? {} : {userId: user.listed.id}),
		mayBeChecked: context.pairCheckHost !== undefined,
		isChecked: check.kind === 'valid',
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
	const pairs = candidatesOf(context).map(({user}) => pairOf(context, user.username));
	const [account, ...others] = new Set(pairs.map((pair) => pair?.account));
	return others.length === 0 ? account : undefined;
}

/** What the review says of the checks that have ended: of several, what is not all well comes first. */
export function pairCheckMessage(context: Context): Message | undefined {
	const checks = candidatesOf(context).map((candidate) => ({
		check: pairCheckOf(context, candidate),
		username: candidate.user.username,
	}));
	const host = context.pairCheckHost?.host ?? '';
	const [first] = checks.toSorted((left, right) => rank(left.check) - rank(right.check));
	if (first === undefined || checks.length === 1) {
		return first && checkMessage(first.check, host);
	}

	const {check, username} = first;
	return check.kind === 'valid'
		? message('pair.allValid', {host, count: checks.length})
		: check.kind === 'refused'
			? message('pair.refusedFor', {host, username})
			: checkMessage(check, host);
}

/** What is refused stands in the way, and what was not checked says more than what was. */
function rank({kind}: PairCheckState): number {
	return ['refused', 'open', 'skipped', 'valid'].indexOf(kind);
}

const checkMessage = byKind<PairCheckState, [host: string], Message | undefined>({
	open: () => undefined,
	valid: ({account}, host) =>
		account === undefined ? message('pair.valid', {host}) : message('pair.validFor', {host, account}),
	refused: (_, host) => message('pair.refused', {host}),
	skipped: ({reason}, host) => message(`pair.skipped.${reason}`, {host}),
});

/** What should be known about the pairs before they are set, and of a key for the way back that is none. */
export function pairWarnings(context: Context): Message[] {
	const host = context.pairCheckHost;
	return [
		...formerCandidates(context).flatMap((candidate) => {
			const check = pairCheckOf(context, candidate);
			const {username} = candidate.user;
			return check.kind === 'refused'
				? [message('oldKeys.useless', {username, host: host?.host ?? ''})]
				: check.kind === 'skipped'
					? [message('oldKeys.unchecked', {username})]
					: [];
		}),
		...candidatesOf(context).flatMap((candidate) => {
			const check = pairCheckOf(context, candidate);
			const intended = intendedAccount(candidate.user);
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
