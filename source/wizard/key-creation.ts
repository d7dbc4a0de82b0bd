import type {Secret} from '../shell/secret.ts';
import type {KeyCreation} from './context.ts';
import type {SessionTools} from './needs.ts';

/** The API keys that a session has the CLI create: at most one for each user, and nobody can read it again. */
export class KeyCreations {
	readonly #tools: Pick<SessionTools, 'addApiKey' | 'protect'>;
	readonly #made = new Map<string, Secret>();
	#state: KeyCreation = {kind: 'none'};
	/** The user whose key is being created. */
	#pending: string | undefined;

	constructor(tools: Pick<SessionTools, 'addApiKey' | 'protect'>) {
		this.#tools = tools;
	}

	/** How far it is for this user. */
	stateFor(username: string | undefined): KeyCreation {
		return username !== undefined && this.#made.has(username) ? {kind: 'made'} : this.#state;
	}

	/** The key that was created for this user, if one was. */
	madeFor(username: string): Secret | undefined {
		return this.#made.get(username);
	}

	/** Users whose key was created in this session. */
	get usernames(): readonly string[] {
		return [...this.#made.keys()];
	}

	/** The user whose key is being created at this moment: who leaves now does not learn whether it was. */
	get pending(): string | undefined {
		return this.#pending;
	}

	/**
	 * Creates the one key that a user can have.
	 *
	 * @param onStart called once it runs.
	 * @returns the key; undefined where it failed, which the state then tells, or where one is being created already.
	 */
	async create(
		{username, id}: {readonly username: string; readonly id: number},
		onStart: () => void,
	): Promise<Secret | undefined> {
		if (this.#pending !== undefined) {
			return undefined;
		}

		this.#pending = username;
		this.#state = {kind: 'running'};
		onStart();
		const created = await this.#tools.addApiKey(id);
		this.#pending = undefined;
		this.#state = created.ok ? {kind: 'none'} : {kind: 'failed', error: created.error};
		if (!created.ok) {
			return undefined;
		}

		this.#tools.protect(created.value);
		this.#made.set(username, created.value);
		return created.value;
	}
}
