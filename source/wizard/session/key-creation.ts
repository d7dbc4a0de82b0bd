import type {Account, CliError, Outcome} from '../../ibmcloud/types.ts';
import {writeOutcomeOf} from '../../ibmcloud/write-outcome.ts';
import type {Secret} from '../../secrets/secret.ts';
import {describeCommand} from '../../shell/describe-command.ts';
import type {KeyCreation} from '../context.ts';
import type {Place} from '../place.ts';

/** A user for whom a key can be created. */
export interface KeyUser {
	readonly username: string;
	/** The user's id in the classic account, which is what the CLI takes. */
	readonly id: number;
	/** The account from whose list the user was chosen, where it is not the targeted one. */
	readonly account?: Account | undefined;
}

/** The making of one key. At most one is made for each user, and one at a time. */
export interface KeyCreationOf {
	readonly user: KeyUser;
	/** Undefined while it runs. */
	readonly ended: Ended | undefined;
}

type Ended =
	| {readonly kind: 'made'; readonly key: Secret}
	| {readonly kind: 'refused' | 'open'; readonly error: CliError};

/** How far it is for this user. */
export function creationFor(keys: readonly KeyCreationOf[], username: string | undefined): KeyCreation {
	const ended = keys.find(({user}) => user.username === username)?.ended;
	if (ended?.kind === 'made') {
		return {kind: 'made'};
	}

	return isCreating(keys) ? {kind: 'running'} : (ended ?? {kind: 'none'});
}

/** The key that was created for this user, if one was. */
export function keyMadeFor(keys: readonly KeyCreationOf[], username: string): Secret | undefined {
	const ended = keys.find(({user}) => user.username === username)?.ended;
	return ended?.kind === 'made' ? ended.key : undefined;
}

/** Whether a key is being created. */
export function isCreating(keys: readonly KeyCreationOf[]): boolean {
	return keys.some(({ended}) => ended === undefined);
}

/** Users whose key was created in this session. */
export function usersWithKey(keys: readonly KeyCreationOf[]): readonly KeyUser[] {
	return keys.filter(({ended}) => ended?.kind === 'made').map(({user}) => user);
}

/** Users of whom nobody knows whether they have a key now: the answer was lost, or is still awaited. */
export function usersInDoubt(keys: readonly KeyCreationOf[]): readonly KeyUser[] {
	return keys.filter(({ended}) => ended === undefined || ended.kind === 'open').map(({user}) => user);
}

/** The keys with one more that is being created; another attempt takes the place of the one before. */
export function creating(keys: readonly KeyCreationOf[], user: KeyUser): KeyCreationOf[] {
	return [...keys.filter((one) => one.user.username !== user.username), {user, ended: undefined}];
}

/** The keys with how the creation for this user ended. */
export function created(
	keys: readonly KeyCreationOf[],
	username: string,
	outcome: Outcome<Secret>,
): KeyCreationOf[] {
	return keys.map((one) => (one.user.username === username ? {...one, ended: endOf(outcome)} : one));
}

function endOf(outcome: Outcome<Secret>): Ended {
	return outcome.ok
		? {kind: 'made', key: outcome.value}
		: {kind: writeOutcomeOf(outcome).kind === 'refused' ? 'refused' : 'open', error: outcome.error};
}

/** Whether the failure says of a user what the list does not yet, so that it has to be read again. */
export function makesListOld(creation: KeyCreation): boolean {
	return (
		creation.kind === 'open' ||
		(creation.kind === 'refused' && ['key-exists', 'user-gone'].includes(creation.error.kind))
	);
}

/** The command that shows the key of a user, to whoever may manage that user (from source: sl plug-in). */
export function keyDetailCommand(user: Omit<KeyUser, 'username'>, place: Place): string {
	return keyCommand(user, place, ['detail', '--keys']);
}

/** A command about a user: for one of another account it targets that one first, and goes back. */
export function keyCommand(
	{id, account}: {readonly id: number | 'USER_ID'; readonly account?: Account | undefined},
	place: Place,
	[verb = '', ...options]: readonly string[],
): string {
	const command = (...words: readonly string[]): string => describeCommand('ibmcloud', words);
	const about = command('sl', 'user', verb, String(id), ...options);
	if (account === undefined) {
		return about;
	}

	const group = place.group === undefined ? [] : ['-g', place.group.name];
	const back = place.account === undefined ? '' : `; ${command('target', '-c', place.account.id, ...group)}`;
	return `${command('target', '-c', account.id)} && ${about}${back}`;
}
