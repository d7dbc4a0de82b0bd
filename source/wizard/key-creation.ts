import type {CliError} from '../ibmcloud/types.ts';
import type {Secret} from '../secrets/secret.ts';
import type {KeyCreation} from './context.ts';
import type {SessionTools} from './needs.ts';

/** The API keys that a session has the CLI create: at most one for each user, and nobody can read it again. */
export class KeyCreations {
	readonly #tools: Pick<SessionTools, 'addApiKey'>;
	readonly #made = new Map<string, Secret>();
	/** The user whose key is being created. */
	#pending: string | undefined;
	readonly #errors = new Map<string, CliError>();

	constructor(tools: Pick<SessionTools, 'addApiKey'>) {
		this.#tools = tools;
	}

	/** How far it is for this user. */
	stateFor(username: string | undefined): KeyCreation {
		if (username !== undefined && this.#made.has(username)) {
			return {kind: 'made'};
		}

		if (this.#pending !== undefined) {
			return {kind: 'running'};
		}

		const error = this.#errors.get(username ?? '');
		return error === undefined ? {kind: 'none'} : {kind: 'failed', error};
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
		this.#errors.delete(username);
		onStart();
		const created = await this.#tools.addApiKey(id);
		this.#pending = undefined;
		if (!created.ok) {
			this.#errors.set(username, created.error);
			return undefined;
		}

		this.#made.set(username, created.value);
		return created.value;
	}
}
