import type {Account, Outcome, Target} from '../../ibmcloud/types.ts';
import {writeOutcomeOf} from '../../ibmcloud/write-outcome.ts';
import type {Secret} from '../../secrets/secret.ts';
import {describeCommand} from '../../shell/run.ts';
import type {KeyCreation} from '../context.ts';

/** A user for whom a key can be created. */
export interface KeyUser {
	readonly username: string;
	/** The user's id in the classic account, which the CLI expects. */
	readonly id: number;
	/** The account whose list the user was chosen from, if not the targeted one. */
	readonly account?: Account | undefined;
}

/** The creation of one key: at most one per user, and one at a time. */
export interface KeyCreationOf {
	readonly user: KeyUser;
	readonly creation: KeyCreation;
}

/** Returns how far the creation is for this user; while any is running, no other one starts. */
export function creationFor(keys: readonly KeyCreationOf[], username: string | undefined): KeyCreation {
	const own = keys.find(({user}) => user.username === username)?.creation ?? {kind: 'none'};
	const running = keys.find(({creation}) => creation.kind === 'running')?.creation;
	return own.kind === 'made' ? own : (running ?? own);
}

/** Returns the creations with this one; a new attempt replaces the one before. */
export function withCreation(keys: readonly KeyCreationOf[], one: KeyCreationOf): KeyCreationOf[] {
	return [...keys.filter(({user}) => user.username !== one.user.username), one];
}

/** Returns how the creation of a key has ended. */
export function endOf(outcome: Outcome<Secret>): KeyCreation {
	return outcome.ok
		? {kind: 'made', key: outcome.value}
		: {kind: writeOutcomeOf(outcome).kind === 'refused' ? 'refused' : 'open', error: outcome.error};
}

/** Reports whether a failure shows that the list of users is outdated, so that it has to be read again. */
export function makesListOld(creation: KeyCreation): boolean {
	return (
		creation.kind === 'open' ||
		(creation.kind === 'refused' && ['key-exists', 'user-gone'].includes(creation.error.kind))
	);
}

/**
 * Returns a command about a user; for a user of another account it targets that one first, and goes back.
 * `detail --keys` shows the key to those who may manage the user (from source: sl plug-in).
 */
export function keyCommand(
	{id, account}: {readonly id: number | 'USER_ID'; readonly account?: Account | undefined},
	place: Target,
	...[verb, option]: readonly [string, string]
): string {
	const command = (...words: readonly string[]): string => describeCommand('ibmcloud', words);
	const about = command('sl', 'user', verb, String(id), option);
	if (account === undefined) {
		return about;
	}

	const group = place.group === undefined ? [] : ['-g', place.group.name];
	const back = place.account === undefined ? '' : `; ${command('target', '-c', place.account.id, ...group)}`;
	return `${command('target', '-c', account.id)} && ${about}${back}`;
}
