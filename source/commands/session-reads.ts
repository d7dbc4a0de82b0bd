import type {PairCheck} from '../http/pair-check.ts';
import type {Client} from '../ibmcloud/client.ts';
import type {ConfigurationDirectories} from '../ibmcloud/configuration-directories.ts';
import type {ReadStore} from '../ibmcloud/reads.ts';
import type {
	ConfigurationDirectory,
	Credential,
	InfraPermissions,
	Operation,
	Outcome,
} from '../ibmcloud/types.ts';
import {scopeKey, type Scope} from '../plan/plan.ts';
import type {Secret} from '../secrets/secret.ts';
import type {SessionReads} from '../wizard/context.ts';
import type {ServiceApi} from './service-api.ts';

/** The ways to reach the service: the CLI in a configuration directory, or the service's own API. */
export interface ReadDependencies {
	readonly client: Client;
	readonly directories: ConfigurationDirectories;
	readonly serviceApi: ServiceApi;
	/** Whether the API is asked if a private copy of the configuration cannot be used (`--via api`). */
	readonly readsViaApi: boolean;
}

/** A check of a pair with the classic API. */
export type CheckPair = (
	username: string,
	apiKey: Secret,
	signal: AbortSignal | undefined,
) => Promise<PairCheck>;

/** Returns the reads of a session by name, each started once and shared. */
export function sessionReads(
	dependencies: ReadDependencies,
	store: ReadStore,
	{checkPair, firstFrame}: {readonly checkPair: CheckPair; readonly firstFrame?: Promise<void>},
): SessionReads {
	const {client, directories} = dependencies;
	const {operators} = directories;
	const users = store.read(client.users(operators));
	return {
		version: store.read(client.version(operators)),
		plugins: store.read(client.plugins(operators)),
		target: store.read(client.target(operators)),
		linked: store.read(client.accountShow(operators)),
		users,
		// Listed in a private copy that targets this account.
		usersOf: (account) =>
			store.read(
				inDirectory(
					`users of ${account.id}`,
					operators,
					async () => directories.forAccount(account),
					client.users,
				),
			),
		accounts: store.read(client.accounts(operators)),
		pairCheck: (username, apiKey) => store.read(pairOperation(username, apiKey, checkPair)),
		groups: store.read(client.resourceGroups(operators)),
		clusters: store.read(after(firstFrame, client.clusters(operators))),
		credential: (scope) =>
			store.read(
				after(
					firstFrame,
					credentialOperation(dependencies, scope, () =>
						(users.value()?.users ?? []).map(({username}) => username),
					),
				),
			),
		permissions: (scope) => store.read(permissionsOperation(dependencies, scope)),
	};
}

/** Delays a read for a later step until the first frame: making a process takes milliseconds. */
function after<Value>(moment: Promise<void> | undefined, operation: Operation<Value>): Operation<Value> {
	const run: typeof operation.run = async (options) => {
		await moment;
		return operation.run(options);
	};
	return moment === undefined ? operation : {...operation, run};
}

/** Makes an operation in a configuration directory that is found when it runs. */
function inDirectory<Value>(
	key: string,
	operators: ConfigurationDirectory,
	find: () => Promise<Outcome<ConfigurationDirectory>>,
	make: (directory: ConfigurationDirectory) => Operation<Value>,
): Operation<Value> {
	return {
		key,
		command: make(operators).command,
		async run(options) {
			const directory = await find();
			return directory.ok ? make(directory.value).run(options) : directory;
		},
	};
}

const numbers = new WeakMap<Secret, number>();
let nextNumber = 0;

/** Makes a read of a pair check. Its key tells two secrets apart by identity, never by value. */
function pairOperation(username: string, apiKey: Secret, checkPair: CheckPair): Operation<PairCheck> {
	const number = numbers.get(apiKey) ?? nextNumber++;
	numbers.set(apiKey, number);
	return {
		key: `pair ${number} ${username}`,
		command: 'GET SoftLayer_Account/getObject',
		run: async (options) => ({ok: true, value: await checkPair(username, apiKey, options?.signal)}),
	};
}

/** Makes the read of the account in force in a scope, where its group is targeted. */
export function permissionsOperation(
	{client, directories}: ReadDependencies,
	scope: Scope,
): Operation<InfraPermissions> {
	return inDirectory(
		`permissions ${scopeKey(scope)}`,
		directories.operators,
		async () => directories.forGroup(scope.group),
		client.infraPermissions(scope.region),
	);
}

/** Makes the read of what is set in a scope, where its group is targeted, or by the API, which names it. */
export function credentialOperation(
	{client, directories, serviceApi, readsViaApi}: ReadDependencies,
	scope: Scope,
	known: () => readonly string[],
): Operation<Credential> {
	const {region, group} = scope;
	const operation = inDirectory(
		`credential ${scopeKey(scope)}`,
		directories.operators,
		async () => directories.forGroup(group),
		client.credentialGet({region, groupName: group.name}, known),
	);
	return {
		...operation,
		async run(options) {
			const outcome = await operation.run(options);
			return readsViaApi && !outcome.ok && outcome.error.kind === 'copy-refused'
				? serviceApi.read(directories.operators, scope, options?.signal)
				: outcome;
		},
	};
}
