import {randomUUID} from 'node:crypto';
import {appendFileSync, fstatSync, mkdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {isatty} from 'node:tty';

import {exists, fingerprint} from './files.ts';

/** The variables whose values are logged too: they decide how the real CLI behaves, and none is a secret. */
const loggedVariables = [
	'IBMCLOUD_VERSION_CHECK',
	'IBMCLOUD_COLOR',
	'IBMCLOUD_HOME',
	'IBMCLOUD_CONFIG_HOME',
	'LC_ALL',
	'IBMCLOUD_TRACE',
] as const;

/** A call as `simulator-calls` prints it. `endedAt` and `exitCode` are missing where the process was killed or still runs. */
export interface LoggedCall {
	readonly id: string;
	/** How far it got: `started` is all there is of a call that was killed or still runs. */
	readonly event: 'started' | 'ended';
	readonly pid: number;
	readonly arguments: readonly string[];
	readonly startedAt: number;
	readonly endedAt?: number;
	readonly exitCode?: number;
	readonly configurationDirectory: string;
	/** The resource group id targeted when the call began; empty where none was. */
	readonly targetedGroupId: string;
	readonly environmentNames: readonly string[];
	readonly environment: Readonly<Record<string, string>>;
	/** Whether the key of `--infrastructure-api-key`, or any demo key, stood in a value of the environment. */
	readonly environmentHoldsKey: boolean;
	readonly standardInput: 'terminal' | 'closed' | 'pipe' | 'file';
}

/** Writes a line when a call starts and one when it ends: a killed call has only the first. */
export class CallLog {
	readonly #path: string;
	readonly #id = randomUUID();

	constructor(stateDirectory: string) {
		mkdirSync(stateDirectory, {recursive: true, mode: 0o700});
		this.#path = logPath(stateDirectory);
	}

	/** The call has begun. */
	started(
		args: readonly string[],
		environment: NodeJS.ProcessEnv,
		place: {readonly directory: string; readonly groupId: string},
	): void {
		const values: Record<string, string> = {};
		for (const name of loggedVariables) {
			const value = environment[name];
			if (value !== undefined) values[name] = value;
		}
		this.#append({
			event: 'started',
			id: this.#id,
			pid: process.pid,
			arguments: withoutKeys(args),
			startedAt: Date.now(),
			configurationDirectory: place.directory,
			targetedGroupId: place.groupId,
			environmentNames: Object.keys(environment).toSorted(),
			environment: values,
			environmentHoldsKey: holdsKey(args, environment),
			standardInput: describeStandardInput(),
		});
	}

	/** The call is over. */
	ended(exitCode: number): void {
		this.#append({event: 'ended', id: this.#id, endedAt: Date.now(), exitCode});
	}

	#append(entry: object): void {
		// One write in append mode: lines of processes that write at once do not mix.
		appendFileSync(this.#path, `${JSON.stringify(entry)}\n`, {mode: 0o600});
	}
}

/** All calls in the order in which they began. */
export function readCalls(stateDirectory: string): LoggedCall[] {
	const path = logPath(stateDirectory);
	if (!exists(path)) return [];
	const calls = new Map<string, LoggedCall>();
	for (const line of readFileSync(path, 'utf8').split('\n')) {
		if (line === '') continue;
		const entry: LoggedCall = JSON.parse(line);
		calls.set(entry.id, {...calls.get(entry.id), ...entry});
	}
	return [...calls.values()];
}

/** The arguments with each API key replaced by a piece of its hash. */
function withoutKeys(args: readonly string[]): string[] {
	const flag = '--infrastructure-api-key';
	return args.map((argument, index) => {
		if (argument.startsWith(`${flag}=`))
			return `${flag}=sha256:${fingerprint(argument.slice(flag.length + 1))}`;
		if (args[index - 1] === flag) return `sha256:${fingerprint(argument)}`;
		if (argument.startsWith('--apikey=') || argument.startsWith('-p='))
			return `${argument.split('=')[0] ?? ''}=(hidden)`;
		if (args[index - 1] === '--apikey' || args[index - 1] === '-p') return '(hidden)';
		return argument;
	});
}

function holdsKey(args: readonly string[], environment: NodeJS.ProcessEnv): boolean {
	const flag = '--infrastructure-api-key';
	const keys = args.flatMap((argument, index) => {
		if (argument.startsWith(`${flag}=`)) return [argument.slice(flag.length + 1)];
		return args[index - 1] === flag ? [argument] : [];
	});
	return Object.values(environment).some(
		(value = '') =>
			/demokey[0-9a-f]{57}/.test(value) || keys.some((key) => key !== '' && value.includes(key)),
	);
}

function logPath(stateDirectory: string): string {
	return join(stateDirectory, 'calls.jsonl');
}

function describeStandardInput(): LoggedCall['standardInput'] {
	if (isatty(0)) return 'terminal';
	try {
		const status = fstatSync(0);
		if (status.isFile()) return 'file';
		return status.isCharacterDevice() ? 'closed' : 'pipe';
	} catch {
		return 'closed';
	}
}
