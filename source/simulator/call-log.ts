import {createHash} from 'node:crypto';
import {fstatSync, statSync} from 'node:fs';
import path from 'node:path';
import {appendLine, readLines} from './files.ts';

const logName = 'calls.jsonl';

/** Variables logged with their values: they affect the real CLI, and none is a secret. */
const isLogged = /^(?:IBMCLOUD_(?:VERSION_CHECK|COLOR|TRACE|HOME|CONFIG_HOME)|LC_ALL)$/u;

/** A call of the simulated CLI. What only its end can tell is missing if it was killed or still runs. */
export interface LoggedCall {
	readonly id: string;
	readonly pid: number;
	/** Each key is replaced by part of its hash. */
	readonly arguments: readonly string[];
	readonly startedAt: number;
	readonly exitCode?: number;
	/** The resource group targeted when the call began; empty if none was. */
	readonly targetedGroup: string;
	readonly environmentNames: readonly string[];
	readonly environment: Readonly<Record<string, string>>;
	/** Whether a value of the environment contained a key from the arguments, or any demo key. */
	readonly environmentHoldsKey: boolean;
	readonly standardInput: 'terminal' | 'closed' | 'pipe' | 'file';
}

/** Logs a call's start. @returns its id, and a function that logs its end; a killed call has none. */
export function logCall(
	stateDirectory: string,
	args: readonly string[],
	environment: NodeJS.ProcessEnv,
	targetedGroup: string,
) {
	const id = `${process.pid}-${process.hrtime.bigint()}`;
	const file = path.join(stateDirectory, logName);
	const keys = keysIn(args);
	/** The first 16 hexadecimal digits of the SHA-256: enough to compare keys, not to recover them. */
	const fingerprint = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 16);
	const variables = Object.entries(environment).map(([name, value = '']) => [name, value] as const);
	const started: LoggedCall = {
		id,
		pid: process.pid,
		arguments: args.map((argument) =>
			keys.reduce((text, key) => text.replaceAll(key, `sha256:${fingerprint(key)}`), argument),
		),
		startedAt: Date.now(),
		targetedGroup,
		environmentNames: variables.map(([name]) => name).toSorted(),
		environment: Object.fromEntries(variables.filter(([name]) => isLogged.test(name))),
		environmentHoldsKey: variables.some(
			([, value]) => /demokey[0-9a-f]{57}/u.test(value) || keys.some((key) => value.includes(key)),
		),
		standardInput: describeStandardInput(),
	};
	appendLine(file, started);
	return {id, ended: (exitCode: number): void => appendLine(file, {id, exitCode})};
}

/** Reads all calls, in the order in which they began. */
export function readCalls(stateDirectory: string): LoggedCall[] {
	const calls = new Map<string, LoggedCall>();
	for (const entry of readLines(path.join(stateDirectory, logName)) as LoggedCall[]) {
		calls.set(entry.id, {...calls.get(entry.id), ...entry});
	}

	return [...calls.values()];
}

function keysIn(args: readonly string[]): string[] {
	const words = args.flatMap((argument) => argument.split(/=(.*)/su).slice(0, 2));
	return words.filter(
		(word, index) => word !== '' && /^--(?:infrastructure-)?api-?key$/u.test(words[index - 1] ?? ''),
	);
}

function describeStandardInput(): LoggedCall['standardInput'] {
	const status = fstatSync(0);
	if (!status.isCharacterDevice()) {
		return status.isFile() ? 'file' : 'pipe';
	}

	return status.rdev === statSync('/dev/null').rdev ? 'closed' : 'terminal';
}
