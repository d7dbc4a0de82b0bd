import {setTimeout as wait} from 'node:timers/promises';
import pLimit from 'p-limit';
import type {PairCheck} from '../http/pair-check.ts';
import {createClient, credentialSetArguments, type Client} from '../ibmcloud/client.ts';
import {readConfiguration} from '../ibmcloud/configuration.ts';
import {createHomes, type Homes} from '../ibmcloud/homes.ts';
import type {Operation} from '../ibmcloud/operation.ts';
import {createReadStore, type ReadStore} from '../ibmcloud/reads.ts';
import type {Account, Credential, InfrastructureUser, Outcome} from '../ibmcloud/types.ts';
import type {ApplyTools, Ground} from '../plan/apply.ts';
import type {Scope, WriterKind} from '../plan/plan.ts';
import {createAdapter, describeCommand, type Adapter} from '../shell/adapter.ts';
import type {Environment} from '../shell/environment.ts';
import type {FoundProgram} from '../shell/program.ts';
import type {Program} from '../shell/run.ts';
import {Secret} from '../shell/secret.ts';
import type {SessionReads} from '../wizard/context.ts';
import type {SessionTools} from '../wizard/needs.ts';
import {createServiceApi, type ServiceApi} from './service-api.ts';

/** The ways to reach the service: the CLI in one of its homes, or the service's own API. */
export interface Ways {
	readonly client: Client;
	readonly homes: Homes;
	readonly serviceApi: ServiceApi;
	/** Whether the API is asked where a private copy of the configuration cannot be used (`--via api`). */
	readonly readsViaApi: boolean;
}

/** Everything a command works with, put together once. */
export interface World extends Ways {
	readonly adapter: Adapter;
	readonly store: ReadStore;
	readonly reads: SessionReads;
	readonly program: Outcome<Program>;
	/** How many commands run side by side at most. */
	readonly concurrency: number;
}

export interface WorldOptions {
	/** Asks the classic API about a pair; only called where that is not turned off. */
	readonly checkPair: (
		username: string,
		apiKey: Secret,
		signal: AbortSignal | undefined,
	) => Promise<PairCheck>;
	/** What children start from. */
	readonly environment: Environment;
	readonly homeDirectory: string;
	readonly program: FoundProgram;
	readonly privateDirectories: string;
	/** Whether the service's API is asked where a private copy of the configuration cannot be used (`--via api`). */
	readonly readsViaApi: boolean;
	/** How many children may run side by side. */
	readonly concurrency: number;
}

export function createWorld(options: WorldOptions): World {
	const adapter = createAdapter(options.environment);
	const program = outcomeOfSearch(options.program);
	const client = createClient({run: adapter.run, program, limit: pLimit(options.concurrency)});
	const store = createReadStore();
	let targetedGroup: () => {readonly id: string} | undefined = () => undefined;
	const homes = createHomes({
		client,
		environment: options.environment,
		homeDirectory: options.homeDirectory,
		copiesDirectory: options.privateDirectories,
		targetedGroup: () => targetedGroup(),
	});
	const serviceApi = createServiceApi({
		client,
		own: homes.own,
		environment: options.environment,
		protect: (secret) => {
			adapter.protect(secret);
		},
	});
	const ways: Ways = {client, homes, serviceApi, readsViaApi: options.readsViaApi};
	const reads = sessionReads(ways, store, options.checkPair);
	targetedGroup = () => reads.target.value()?.group;
	return {adapter, store, reads, program, concurrency: options.concurrency, ...ways};
}

function outcomeOfSearch(found: FoundProgram): Outcome<Program> {
	if (found.kind === 'found') {
		return {ok: true, value: found.program};
	}

	return {
		ok: false,
		error: {
			kind: found.kind === 'missing' ? 'cli-missing' : 'cli-unsafe',
			words: '',
			command: found.kind === 'unsafe' ? found.path : 'ibmcloud',
		},
	};
}

function sessionReads(ways: Ways, store: ReadStore, checkPair: WorldOptions['checkPair']): SessionReads {
	const {client, homes} = ways;
	const {own} = homes;
	const users = store.read(client.users(own));
	return {
		version: store.read(client.version(own)),
		plugins: store.read(client.plugins(own)),
		target: store.read(client.target(own)),
		linked: store.read(client.accountShow(own)),
		users,
		usersOf: (account) => store.read(usersOperation(client, homes, account)),
		accounts: store.read(client.accounts(own)),
		pairCheck: (username, apiKey) => store.read(pairOperation(username, apiKey, checkPair)),
		groups: store.read(client.resourceGroups(own)),
		clusters: store.read(client.clusters(own)),
		credential: (scope) =>
			store.read(credentialOperation(ways, scope, () => (users.value() ?? []).map(({username}) => username))),
	};
}

/** The users of another account, listed in a private copy in which that account is targeted. */
function usersOperation(
	client: Client,
	homes: Homes,
	account: Account,
): Operation<readonly InfrastructureUser[]> {
	const {command} = client.users(homes.own);
	return {
		key: `users of ${account.id}`,
		command,
		async run(options) {
			const home = await homes.forAccount(account);
			return home.ok ? client.users(home.value).run(options) : home;
		},
	};
}

const numbers = new WeakMap<Secret, number>();
let nextNumber = 0;

/** A check of a pair as a read. Two keys are told apart by the secret they are, never by their value. */
function pairOperation(
	username: string,
	apiKey: Secret,
	checkPair: WorldOptions['checkPair'],
): Operation<PairCheck> {
	const number = numbers.get(apiKey) ?? nextNumber++;
	numbers.set(apiKey, number);
	return {
		key: `pair ${number} ${username}`,
		command: 'GET SoftLayer_Account/getObject',
		run: async (options) => ({ok: true, value: await checkPair(username, apiKey, options?.signal)}),
	};
}

/** What is set in a scope, read in the home in which its group is targeted. */
export function credentialOperation(
	{client, homes, serviceApi, readsViaApi}: Ways,
	scope: Scope,
	known: () => readonly string[],
): Operation<Credential> {
	const inHome = {region: scope.region, groupName: scope.group.name};
	return {
		key: `credential ${scope.group.id} ${scope.region}`,
		command: client.credentialGet(homes.own, inHome, known).command,
		async run(options) {
			const home = await homes.forGroup(scope.group);
			if (home.ok) {
				return client.credentialGet(home.value, inHome, known).run(options);
			}

			// The API names the group itself, so it needs no targeted one.
			return readsViaApi && home.error.kind === 'copy-refused'
				? serviceApi.read(scope, options?.signal)
				: home;
		},
	};
}

/** Targets nothing: without a group the CLI would silently take the default one of the account (documented). */
const noGroup = {id: '', name: '-'};

/**
 * Reads where the CLI stands. A file that once named a group and names none any more has changed; one that never did
 * says nothing about the group, since its form is internal to the CLI.
 */
function groundReader(): (configurationFile: string) => Ground | undefined {
	const namesGroup = new Set<string>();
	return (file) => {
		const configuration = readConfiguration(file);
		if (configuration?.group !== undefined) {
			namesGroup.add(file);
		}

		return configuration?.account === undefined
			? undefined
			: {
					accountId: configuration.account.id,
					accountName: configuration.account.name,
					group: configuration.group ?? (namesGroup.has(file) ? noGroup : undefined),
				};
	};
}

/** The two writers behind one interface: the documented CLI commands, and the service's own API. */
function writer({client, homes, serviceApi}: World): ApplyTools['write'] {
	return async (scope, plan, signal) => {
		if (plan.writer === 'api') {
			return serviceApi.write(scope, plan, signal);
		}

		const {region, group} = scope;
		const {change} = plan;
		const home = await homes.forGroup(group);
		if (!home.ok) {
			return home;
		}

		return change.kind === 'set'
			? client.credentialSet(home.value, region, change.pair.username, change.pair.apiKey).run({signal})
			: client.credentialUnset(home.value, region).run({signal});
	};
}

/** The effects of apply over a world. */
export function applyTools(world: World, record: ApplyTools['record']): ApplyTools {
	const {client, homes} = world;
	const ground = groundReader();
	// What it names now is what the review will show.
	ground(homes.own.configurationFile);
	return {
		async ground({group}) {
			const home = await homes.forGroup(group);
			return home.ok ? ground(home.value.configurationFile) : undefined;
		},
		write: writer(world),
		read: async (scope, expected, signal) =>
			credentialOperation(world, scope, () => (expected === null ? [] : [expected])).run({signal}),
		async permissions({region, group}, signal) {
			const home = await homes.forGroup(group);
			return home.ok ? client.infraPermissions(home.value, region).run({signal}) : home;
		},
		record,
		concurrency: world.concurrency,
		now: Date.now,
		async sleep(milliseconds, signal) {
			await wait(milliseconds, undefined, {signal}).catch(() => undefined);
		},
	};
}

/** What a session needs, over a world. */
export function sessionTools(
	world: World,
	options: {
		readonly record: ApplyTools['record'];
		readonly acknowledge: SessionTools['acknowledge'];
		readonly runInteractive: SessionTools['runInteractive'];
	},
): SessionTools {
	const {reads, store, homes} = world;
	return {
		reads,
		store,
		addApiKey: async (userId) => {
			const created = await world.client.addApiKey(homes.own, userId).run();
			if (created.ok) {
				world.adapter.protect(created.value);
			}

			return created;
		},
		configuration: () => readConfiguration(homes.own.configurationFile),
		apply: applyTools(world, options.record),
		runInteractive: options.runInteractive,
		acknowledge: options.acknowledge,
		protect: (secret) => {
			world.adapter.protect(secret);
		},
		commandsFor: (scope, username, writtenBy) => commandsFor(world, scope, username, writtenBy),
	};
}

const placeholder = new Secret('');

function commandsFor(
	{client, homes, serviceApi}: World,
	scope: Scope,
	username: string | undefined,
	writtenBy: WriterKind,
): readonly string[] {
	const {region} = scope;
	const change = username === undefined ? 'unset' : 'set';
	const byCli =
		username === undefined
			? client.credentialUnset(homes.own, region).command
			: describeCommand('ibmcloud', credentialSetArguments(region, username, placeholder));
	return [
		writtenBy === 'api' ? serviceApi.describe(scope, change, username) : byCli,
		client.credentialGet(homes.own, {region, groupName: scope.group.name}, () => []).command,
		client.infraPermissions(homes.own, region).command,
	];
}
