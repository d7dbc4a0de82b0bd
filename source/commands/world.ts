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
import type {Scope} from '../plan/plan.ts';
import {createAdapter, describeCommand, type Adapter} from '../shell/adapter.ts';
import type {Environment} from '../shell/environment.ts';
import type {FoundProgram} from '../shell/program.ts';
import type {Program} from '../shell/run.ts';
import {Secret} from '../shell/secret.ts';
import type {SessionReads} from '../wizard/context.ts';
import type {SessionTools} from '../wizard/engine.ts';

/** Everything a command works with, put together once. */
export interface World {
	readonly adapter: Adapter;
	readonly client: Client;
	readonly homes: Homes;
	readonly store: ReadStore;
	readonly reads: SessionReads;
	readonly program: Outcome<Program>;
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
	const reads = sessionReads(client, homes, store, options.checkPair);
	targetedGroup = () => reads.target.value()?.group;
	return {adapter, client, homes, store, reads, program};
}

function outcomeOfSearch(found: FoundProgram): Outcome<Program> {
	if (found.kind === 'found') {
		return {ok: true, value: found.program};
	}

	return {
		ok: false,
		error: {
			kind: found.kind === 'missing' ? 'cli-missing' : 'cli-unsafe',
			words: found.kind === 'unsafe' ? found.path : '',
			command: 'ibmcloud',
		},
	};
}

function sessionReads(
	client: Client,
	homes: Homes,
	store: ReadStore,
	checkPair: WorldOptions['checkPair'],
): SessionReads {
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
			store.read(
				credentialOperation(client, homes, scope, () => (users.value() ?? []).map(({username}) => username)),
			),
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
	client: Client,
	homes: Homes,
	scope: Scope,
	known: () => readonly string[],
): Operation<Credential> {
	const inHome = {region: scope.region, groupName: scope.group.name};
	return {
		key: `credential ${scope.group.id} ${scope.region}`,
		command: client.credentialGet(homes.own, inHome, known).command,
		async run(options) {
			const home = await homes.forGroup(scope.group);
			return home.ok ? client.credentialGet(home.value, inHome, known).run(options) : home;
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

/** The effects of apply over a world. */
export function applyTools({client, homes}: World, record: ApplyTools['record']): ApplyTools {
	const ground = groundReader();
	// What it names now is what the review will show.
	ground(homes.own.configurationFile);
	return {
		async ground({group}) {
			const home = await homes.forGroup(group);
			return home.ok ? ground(home.value.configurationFile) : undefined;
		},
		async write({region, group}, pair, signal) {
			const home = await homes.forGroup(group);
			return home.ok
				? client.credentialSet(home.value, region, pair.username, pair.apiKey).run({signal})
				: home;
		},
		read: async (scope, expected, signal) =>
			credentialOperation(client, homes, scope, () => [expected]).run({signal}),
		async permissions({region, group}, signal) {
			const home = await homes.forGroup(group);
			return home.ok ? client.infraPermissions(home.value, region).run({signal}) : home;
		},
		record,
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
		readonly runInteractive: SessionTools['runInteractive'];
	},
): SessionTools {
	const {reads, store, homes} = world;
	const placeholder = new Secret('');
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
		commandsFor: ({region}, username) => [
			describeCommand('ibmcloud', credentialSetArguments(region, username, placeholder)),
			`ibmcloud ks credential get --region=${region} --output json -q`,
			`ibmcloud ks infra-permissions get --region=${region} --output json -q`,
		],
	};
}
