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

type Ended =
	| {readonly kind: 'made'; readonly key: Secret}
	| {readonly kind: 'refused' | 'open'; readonly error: CliError};

interface Creation {
	readonly user: KeyUser;
	/** Undefined while it runs. */
	readonly ended: Ended | undefined;
}

/** The API keys that a session has the CLI create: at most one for each user, and one at a time. */
export class KeyCreations {
	readonly #create: (user: KeyUser) => Promise<Outcome<Secret>>;
	readonly #creations = new Map<string, Creation>();

	constructor(create: (user: KeyUser) => Promise<Outcome<Secret>>) {
		this.#create = create;
	}

	/** How far it is for this user. */
	stateFor(username: string | undefined): KeyCreation {
		const ended = this.#creations.get(username ?? '')?.ended;
		if (ended?.kind === 'made') {
			return {kind: 'made'};
		}

		return this.#isRunning ? {kind: 'running'} : (ended ?? {kind: 'none'});
	}

	/** The key that was created for this user, if one was. */
	madeFor(username: string): Secret | undefined {
		const ended = this.#creations.get(username)?.ended;
		return ended?.kind === 'made' ? ended.key : undefined;
	}

	/** Users whose key was created in this session. */
	get made(): readonly KeyUser[] {
		return this.#usersWhere(({ended}) => ended?.kind === 'made');
	}

	/** Users of whom nobody knows whether they have a key now: the answer was lost, or is still awaited. */
	get unknown(): readonly KeyUser[] {
		return this.#usersWhere(({ended}) => ended === undefined || ended.kind === 'open');
	}

	/**
	 * Creates the one key that a user can have; does nothing where one is being created already. How it ended the state
	 * then tells.
	 *
	 * @param onStart called once it runs.
	 */
	async create(user: KeyUser, onStart: () => void): Promise<void> {
		if (this.#isRunning) {
			return;
		}

		this.#creations.set(user.username, {user, ended: undefined});
		onStart();
		this.#creations.set(user.username, {user, ended: endOf(await this.#create(user))});
	}

	get #isRunning(): boolean {
		return this.#usersWhere(({ended}) => ended === undefined).length > 0;
	}

	#usersWhere(holds: (creation: Creation) => boolean): readonly KeyUser[] {
		return [...this.#creations.values()].filter((creation) => holds(creation)).map(({user}) => user);
	}
}

function endOf(created: Outcome<Secret>): Ended {
	const outcome = writeOutcomeOf(created);
	return created.ok
		? {kind: 'made', key: created.value}
		: {kind: outcome.kind === 'refused' ? 'refused' : 'open', error: created.error};
}

/** Whether the list of users is older than what the failure says of a user, so that it has to be read again. */
export function makesListOld(creation: KeyCreation): boolean {
	return (
		creation.kind === 'open' ||
		(creation.kind === 'refused' && ['key-exists', 'user-gone'].includes(creation.error.kind))
	);
}

/**
 * The command that shows the key of a user, to whoever may manage that user (from source: sl plug-in). For a user of
 * another account it targets that one first, and goes back.
 */
export function keyDetailCommand({id, account}: Omit<KeyUser, 'username'>, place: Place): string {
	const command = (...words: readonly string[]): string => describeCommand('ibmcloud', words);
	const detail = command('sl', 'user', 'detail', String(id), '--keys');
	if (account === undefined) {
		return detail;
	}

	const group = place.group === undefined ? [] : ['-g', place.group.name];
	const back = place.account === undefined ? '' : `; ${command('target', '-c', place.account.id, ...group)}`;
	return `${command('target', '-c', account.id)} && ${detail}${back}`;
}
