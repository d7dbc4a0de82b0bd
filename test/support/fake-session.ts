import {createReadStore, type Read} from '../../source/ibmcloud/reads.ts';
import type {
	Account,
	CliError,
	Configuration,
	Credential,
	InfrastructureUser,
	Outcome,
	Target,
	WriteOutcome,
} from '../../source/ibmcloud/types.ts';
import type {ApplyDependencies, CurrentTarget} from '../../source/plan/apply-dependencies.ts';
import type {Scope} from '../../source/plan/plan.ts';
import type {SessionReads} from '../../source/wizard/context.ts';
import {failure} from '../plan/plans.ts';
import {defaultSettings} from './default-settings.ts';
import {createSession, type SessionDependencies} from '../../source/wizard/session/engine.ts';
import type {Settings} from '../../source/wizard/settings.ts';
import type {Session} from '../../source/wizard/session.ts';
import type {Report} from '../../source/wizard/view.ts';

/** A write as the service received it. */
export interface Write {
	readonly region: string;
	readonly group: string;
	/** `null` if the credential was removed. */
	readonly username: string | null;
	readonly fingerprint: string | undefined;
}

export const account: Account = {id: 'account-1', name: 'Example Account'};
export const defaultGroup = {id: 'group-1', name: 'default'} as const;
export const infraGroup = {id: 'group-2', name: 'infra'} as const;
export const jane: InfrastructureUser = userNamed('1234567_jane@example.com', 11);
export const john: InfrastructureUser = userNamed('1234567_john@example.com', 12);
export const key = 'k7c4a9e1f07b52d8836ea1f4c90d7b3e5582f6a0c1d94e7b38a5f2069de1c7b4';

function userNamed(username: string, id: number): InfrastructureUser {
	return {id, username, displayName: '', email: '', status: 'Active', hasKey: true};
}

/**
 * A session whose reads and writes are answered here: at once with what was given before, or by hand where an
 * answer is held back. Reads have names: `users`, `groups`, `credential us-south group-1`, `pair USERNAME`.
 */
export class FakeSession {
	/** The names of all started reads, in order. */
	readonly started: string[] = [];
	readonly writes: Write[] = [];
	isRefreshTokenAllowed = false;
	/** The commands run in the operator's terminal. */
	readonly interactive: string[] = [];
	/** The username set for each region and group id. Writes are added. */
	readonly credentials = new Map<string, string>();
	configuration: Configuration | undefined;
	currentTarget: CurrentTarget = {account, group: defaultGroup};
	/** Decides the outcome of a write; a write that succeeds is set. */
	onWrite: (scope: Scope, signal: AbortSignal) => Outcome<void> | Promise<Outcome<void>> = () => done;
	/** Delays each read while applying. */
	onReadAgain: () => Promise<void> = async () => {};
	addApiKey: SessionDependencies['addApiKey'] = async () => failure('key-exists');

	readonly #store = createReadStore(() => 0);
	readonly #given = new Map<string, Outcome<unknown>>();
	readonly #waiting = new Map<string, (outcome: Outcome<unknown>) => void>();
	#clock = 0;

	/** Makes a session with nothing missing and one group targeted. */
	constructor() {
		this.give('version', '2.30.0');
		this.give('plugins', [
			{name: 'container-service', version: '1.0.864'},
			{name: 'sl', version: '1.5.9'},
		]);
		this.give('target', {
			loggedIn: true,
			user: 'op@example.com',
			account,
			group: defaultGroup,
			region: 'us-south',
		});
		this.give('linked', {classicAccount: '1234567'});
		this.giveUsers([jane, john]);
		this.give('accounts', [account]);
		this.give('groups', [
			{...defaultGroup, isDefault: true},
			{...infraGroup, isDefault: false},
		]);
		this.give('clusters', []);
	}

	/** Gives the list of users of the targeted account. */
	giveUsers(users: readonly unknown[], leftOut = 0): void {
		this.give('users', {users, leftOut});
	}

	/** Answers a read: the one that waits now, and every later one. */
	give(name: string, value: unknown): void {
		this.#settle(name, {ok: true, value});
	}

	fail(name: string, kind: CliError['kind'], words = ''): void {
		this.#settle(name, failure(kind, words));
	}

	/** Makes a read wait from now on, until it is given an answer. */
	hold(name: string): void {
		this.#given.delete(name);
		this.#held.add(name);
	}

	target(more: Partial<Target>): void {
		this.give('target', {loggedIn: true, user: 'op@example.com', account, ...more});
	}

	/** Starts a session whose end is awaited for a few seconds and no longer. */
	start(options: Partial<Settings> = {}): Session {
		const session = createSession(this.tools(), {...defaultSettings, ...options});
		return {
			...session,
			get ended() {
				return inTime(session);
			},
		};
	}

	tools(): SessionDependencies {
		return {
			reads: this.reads,
			store: this.#store,
			configuration: () => this.configuration,
			apply: this.#applyTools(),
			addApiKey: async (user) => this.addApiKey(user),
			allowRefreshToken: () => {
				this.isRefreshTokenAllowed = true;
			},
			runInteractive: async (args) => {
				this.interactive.push(args.join(' '));
			},
			acknowledge: () => {},
		};
	}

	readonly #held = new Set<string>();

	readonly reads: SessionReads = {
		version: this.#read('version'),
		plugins: this.#read('plugins'),
		target: this.#read('target'),
		linked: this.#read('linked'),
		users: this.#read('users'),
		usersOf: ({name}) => this.#read(`users of ${name}`),
		accounts: this.#read('accounts'),
		groups: this.#read('groups'),
		clusters: this.#read('clusters'),
		credential: (scope) => this.#read(`credential ${placeOf(scope)}`, () => this.#present(scope)),
		permissions: (scope) => this.#read(`permissions ${placeOf(scope)}`, () => failure('role-too-low')),
		pairCheck: (username) => this.#read(`pair ${username}`, () => ({ok: true, value: {kind: 'valid'}})),
	};

	#read<Value>(name: string, otherwise?: () => Outcome<Value>): Read<Value> {
		return this.#store.read<Value>({
			key: name,
			command: `ibmcloud ${name}`,
			run: async () => {
				this.started.push(name);
				const given = this.#given.get(name) ?? (this.#held.has(name) ? undefined : otherwise?.());
				return (given ??
					(await new Promise<Outcome<unknown>>((resolve) => {
						this.#waiting.set(name, resolve);
					}))) as Outcome<Value>;
			},
		});
	}

	#settle(name: string, outcome: Outcome<unknown>): void {
		this.#given.set(name, outcome);
		this.#waiting.get(name)?.(outcome);
		this.#waiting.delete(name);
	}

	#present(scope: Scope): Outcome<Credential> {
		const username = this.credentials.get(placeOf(scope));
		return {ok: true, value: username ?? null};
	}

	#put(scope: Scope, username: string | undefined): void {
		if (username === undefined) {
			this.credentials.delete(placeOf(scope));
		} else {
			this.credentials.set(placeOf(scope), username);
		}
	}

	#applyTools(): ApplyDependencies {
		return {
			concurrency: 64,
			target: async ({group}) => ({
				...this.currentTarget,
				group: this.currentTarget.group === defaultGroup ? group : this.currentTarget.group,
			}),
			write: async (scope, change, _plan, signal) => {
				const pair = change.kind === 'set' ? change.pair : undefined;
				this.writes.push({
					region: scope.region,
					group: scope.group.name,
					username: pair?.username ?? null,
					fingerprint: pair?.apiKey?.fingerprint,
				});
				const outcome = await this.onWrite(scope, signal);
				if (outcome.ok) {
					this.#put(scope, pair?.username);
				}

				return outcomeOf(outcome);
			},
			read: async (scope) => {
				await this.onReadAgain();
				return this.#present(scope);
			},
			permissions: async () => failure('role-too-low'),
			record: async () => done,
			now: () => this.#clock,
			sleep: async (milliseconds) => {
				this.#clock += milliseconds;
			},
		};
	}
}

const done: Outcome<void> = {ok: true, value: undefined};

/** A timeout and an end by a signal leave a write open; anything else counts as refused by the service. */
function outcomeOf(outcome: Outcome<void>): WriteOutcome {
	if (outcome.ok) {
		return {kind: 'done'};
	}

	const {error} = outcome;
	return {kind: error.kind === 'timed-out' || error.kind === 'killed' ? 'open' : 'refused', error};
}

function placeOf({region, group}: Scope): string {
	return `${region} ${group.id}`;
}

/** Awaits the end of a session; a broken engine must not keep its test waiting until the runner gives up. */
async function inTime(session: Session): Promise<Report> {
	const {promise, reject} = Promise.withResolvers<never>();
	const timer = setTimeout(() => {
		reject(new Error(`The session has not ended; its stage is ${session.view().stage.kind}`));
	}, 10_000);
	try {
		return await Promise.race([session.ended, promise]);
	} finally {
		clearTimeout(timer);
	}
}
