import {randomUUID} from 'node:crypto';
import {fstatSync} from 'node:fs';
import {join} from 'node:path';
import {isatty} from 'node:tty';

import {appendLine, fingerprint, readLines} from './files.ts';

/** The variables whose values are logged too: they decide how the real CLI behaves, and none is a secret. */
const loggedVariables = [
	'IBMCLOUD_VERSION_CHECK',
	'IBMCLOUD_COLOR',
	'IBMCLOUD_HOME',
	'IBMCLOUD_CONFIG_HOME',
	'LC_ALL',
	'IBMCLOUD_TRACE',
] as const;

const keyFlag = '--infrastructure-api-key';
const hiddenFlags = ['--apikey', '-p'];

/** A call of the simulated CLI. What only its end can tell is missing where it was killed or still runs. */
export interface LoggedCall {
	readonly id: string;
	readonly pid: number;
	/** Without keys: each is replaced by a piece of its hash. */
	readonly arguments: readonly string[];
	readonly startedAt: number;
	readonly endedAt?: number;
	readonly exitCode?: number;
	readonly configurationDirectory: string;
	/** The resource group targeted when the call began; empty where none was. */
	readonly targetedGroup: string;
	readonly environmentNames: readonly string[];
	readonly environment: Readonly<Record<string, string>>;
	/** Whether the key of `--infrastructure-api-key`, or any demo key, stood in a value of the environment. */
	readonly environmentHoldsKey: boolean;
	readonly standardInput: 'terminal' | 'closed' | 'pipe' | 'file';
}

/** Writes down that a call has begun. @returns its id, and what writes down its end: a killed call has none. */
export function logCall(
	stateDirectory: string,
	args: readonly string[],
	environment: NodeJS.ProcessEnv,
	place: Pick<LoggedCall, 'configurationDirectory' | 'targetedGroup'>,
): {readonly id: string; readonly ended: (exitCode: number) => void} {
	const id = randomUUID();
	const path = logPath(stateDirectory);
	const started: LoggedCall = {
		id,
		pid: process.pid,
		arguments: withoutKeys(args),
		startedAt: Date.now(),
		...place,
		environmentNames: Object.keys(environment).toSorted(),
		environment: Object.fromEntries(
			loggedVariables.flatMap((name) => {
				const value = environment[name];
				return value === undefined ? [] : [[name, value]];
			}),
		),
		environmentHoldsKey: holdsKey(args, environment),
		standardInput: describeStandardInput(),
	};
	appendLine(path, started);
	return {id, ended: (exitCode) => appendLine(path, {id, endedAt: Date.now(), exitCode})};
}

/** Reads all calls in the order in which they began. */
export function readCalls(stateDirectory: string): LoggedCall[] {
	const calls = new Map<string, LoggedCall>();
	for (const entry of readLines(logPath(stateDirectory)) as LoggedCall[]) {
		calls.set(entry.id, {...calls.get(entry.id), ...entry});
	}
	return [...calls.values()];
}

function withoutKeys(args: readonly string[]): string[] {
	const hidden = (flag: string, value: string): string | undefined => {
		if (flag === keyFlag) return `sha256:${fingerprint(value)}`;
		return hiddenFlags.includes(flag) ? '(hidden)' : undefined;
	};
	return args.map((argument, index) => {
		const [flag = '', value = ''] = argument.split(/=(.*)/s);
		const inOne = hidden(flag, value);
		if (inOne !== undefined && argument.includes('=')) return `${flag}=${inOne}`;
		return hidden(args[index - 1] ?? '', argument) ?? argument;
	});
}

function holdsKey(args: readonly string[], environment: NodeJS.ProcessEnv): boolean {
	const keys = args.flatMap((argument, index) => {
		if (argument.startsWith(`${keyFlag}=`)) return [argument.slice(keyFlag.length + 1)];
		return args[index - 1] === keyFlag ? [argument] : [];
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
