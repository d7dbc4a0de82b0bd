import type {LimitFunction} from 'p-limit';
import {describeCommand, type Argument, type Program, type Run, type RunResult} from '../shell/run.ts';
import type {Secret} from '../secrets/secret.ts';
import {done, outcomeOf, transcript, unset, userListOf} from './outcomes.ts';
import {parseAccountList, parseAccountShow, parseResourceGroups} from './parsers/accounts.ts';
import {parseClusters} from './parsers/clusters.ts';
import {parseCredential} from './parsers/credential.ts';
import {parseInfraPermissions} from './parsers/infra-permissions.ts';
import {parsePluginList, parseVersion} from './parsers/installed.ts';
import {parseIamToken, parseNewApiKey} from './parsers/secrets.ts';
import {parseTarget} from './parsers/target.ts';
import {withRetries, type sleep} from './retry.ts';
import type {RegionName} from './facts/regions.ts';
import type {ConfigurationDirectory, Operation, Outcome} from './types.ts';

/** The typed `ibmcloud` commands. Building an operation starts nothing. */
export type Client = ReturnType<typeof createClient>;

export interface ClientOptions {
	readonly run: Run;
	/** The program, or the reason why none may be run. */
	readonly program: Outcome<Program>;
	/** Bounds the number of concurrent children; halved whenever the service asks for fewer requests. */
	readonly limit: LimitFunction;
	/** For tests: replaces the pause before a read is repeated. */
	readonly pause?: typeof sleep;
}

/** Time limits in milliseconds. The CLI's own is 60 s per request (from source); a list may need several. */
const limits = {local: 30_000, read: 90_000, list: 180_000, write: 120_000} as const;

/** The columns that are shown. Without the others, the JSON of many users is much shorter (from source). */
const userColumns = ['id', 'username', 'email', 'displayName', 'classicAPIKey', 'status'].flatMap(
	(column) => ['--column', column],
);

const json = ['--output', 'json'] as const;

type CliCommand<Value> = (directory: ConfigurationDirectory) => Operation<Value>;

/** Creates the commands for a program; starts nothing. Long because it is one table. */
export function createClient({run, program, limit, pause}: ClientOptions) {
	const write =
		<Value>(
			args: readonly Argument[],
			timeoutMs: number,
			parse: (result: RunResult, command: string) => Outcome<Value> | Promise<Outcome<Value>>,
			isOutputSecret = false,
		): CliCommand<Value> =>
		({name, environment}) => {
			const command = describeCommand('ibmcloud', args);
			return {
				key: `${name}: ${command}`,
				command,
				async run({signal} = {}) {
					if (!program.ok) {
						return program;
					}

					const options = {timeoutMs, environment, isOutputSecret, signal};
					return parse(await limit(() => run(program.value, args, options)), command);
				},
			};
		};

	/** Like `write`, but may be repeated. */
	const read: typeof write =
		(...command) =>
		(directory) => {
			const once = write(...command)(directory);
			const onRateLimit = (): void => {
				limit.concurrency = Math.max(1, Math.floor(limit.concurrency / 2));
			};
			return {
				...once,
				run: async ({signal} = {}) =>
					withRetries(async () => once.run({signal}), {signal, onRateLimit, pause}),
			};
		};

	return {
		version: read(['version'], limits.local, outcomeOf(parseVersion)),
		plugins: read(['plugin', 'list', ...json], limits.local, outcomeOf(parsePluginList)),
		target: read(['target', ...json], limits.read, parseTarget),
		/** Targets a resource group; only ever used in a private copy. */
		targetGroup: (groupId: string) => write(['target', '-g', groupId], limits.read, done),
		/** Targets an account; only ever used in a private copy. */
		targetAccount: (accountId: string) => write(['target', '-c', accountId], limits.read, done),
		accountShow: read(['account', 'show', ...json], limits.read, outcomeOf(parseAccountShow)),
		accounts: read(['account', 'list', ...json], limits.read, outcomeOf(parseAccountList)),
		users: read(['sl', 'user', 'list', ...userColumns, ...json], limits.list, userListOf),
		resourceGroups: read(['resource', 'groups', ...json], limits.read, outcomeOf(parseResourceGroups)),
		clusters: read(
			['ks', 'cluster', 'ls', '--provider', 'classic', ...json, '-q'],
			limits.list,
			outcomeOf(parseClusters),
		),
		/** Runs where the group is targeted. The `known` usernames are recognized in output of any language. */
		credentialGet: (
			{region, groupName}: {readonly region: RegionName; readonly groupName: string},
			known: () => readonly string[],
		) =>
			read(['ks', 'credential', 'get', `--region=${region}`, ...json, '-q'], limits.read, (result, command) =>
				parseCredential(result, command, known(), groupName),
			),
		credentialSet: (...pair: Parameters<typeof credentialSetArguments>) =>
			write(credentialSetArguments(...pair), limits.write, done),
		credentialUnset: (region: RegionName) =>
			write(['ks', 'credential', 'unset', `--region=${region}`, '-q'], limits.write, unset),
		infraPermissions: (region: RegionName) =>
			read(
				['ks', 'infra-permissions', 'get', `--region=${region}`, ...json, '-q'],
				limits.read,
				outcomeOf(parseInfraPermissions),
			),
		/** Creates the one API key a user can have. Only the returned secret holds the key. */
		addApiKey: (userId: number) =>
			write(['sl', 'user', 'apikey', String(userId), '--add'], limits.write, parseNewApiKey, true),
		/** Returns the cleaned output of a command that exited by itself, for the diagnostic bundle. */
		transcript: (args: readonly string[]) => (directory: ConfigurationDirectory) => ({
			...read(args, limits.read, transcript)(directory),
			// The same command may also be read for its value.
			key: `${directory.name}: transcript of ${args.join(' ')}`,
		}),
		iamToken: read(['iam', 'oauth-tokens', ...json], limits.read, parseIamToken, true),
	};
}

/**
 * Returns the arguments of `credential set classic`. The key can only be passed as an argument (documented by
 * absence of another way). The `=` keeps a value that begins with `-` a value.
 */
export function credentialSetArguments(
	region: RegionName,
	username: string,
	apiKey: Secret,
): readonly Argument[] {
	return [
		'ks',
		'credential',
		'set',
		'classic',
		`--infrastructure-username=${username}`,
		{flag: '--infrastructure-api-key', secret: apiKey},
		`--region=${region}`,
		'-q',
	];
}
