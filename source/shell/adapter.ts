import {performance} from 'node:perf_hooks';
import {execa, type Result} from 'execa';
import {protect, redact} from '../secrets/redact.ts';
import {
	describeCommand,
	type Argument,
	type Ending,
	type Run,
	type RunOptions,
	type RunResult,
} from './run.ts';
import {childEnvironment, concealNamedSecrets, type Environment} from './environment.ts';

/** The bytes of each output stream that are accepted; more ends the child. */
const maximumOutputBytes = 64 * 1024 * 1024;
/** A child that ignores the polite signal is killed this many milliseconds later. */
const forceKillAfterMs = 1500;

/** The facts about a command that has ended, for `--explain`. Secrets are placeholders. */
export interface CommandNotice extends Pick<RunResult, 'durationMs' | 'ending' | 'exitCode'> {
	readonly command: string;
}

export type Adapter = ReturnType<typeof createAdapter>;

/**
 * Returns the shell-exec adapter on execa: no shell, arguments as an array, standard input closed, a time
 * limit, the whole process tree ended with the child. Results and errors of execa never leave it, because
 * they carry the arguments. Children start from the environment `own`.
 */
export function createAdapter(own: Environment) {
	concealNamedSecrets(own);
	const observers: Array<(notice: CommandNotice) => void> = [];
	const running = new Set<Child>();

	const run: Run = async (program, args, options) => {
		const secrets = args.flatMap((argument) => (typeof argument === 'string' ? [] : [argument.secret]));
		for (const secret of secrets) {
			protect(secret);
		}

		const startedAt = performance.now();
		const words = [...program.leading, ...args.map(plainArgument)];
		const environment = childEnvironment(own, options.environment);
		const outcome = await start(program.path, words, options, environment, running);
		const isGivenOne = secrets.length > 0;
		const result: RunResult = {
			...outcome,
			// Secrets given to the child do not come back. Others are removed where they are shown.
			...(isGivenOne ? {stdout: redact(outcome.stdout), stderr: redact(outcome.stderr)} : {}),
			durationMs: Math.round(performance.now() - startedAt),
			...(isGivenOne || options.isOutputSecret === true ? {isConfidential: true} : {}),
		};
		const {durationMs, ending, exitCode} = result;
		for (const observer of observers) {
			observer({command: redact(describeCommand('ibmcloud', args)), durationMs, ending, exitCode});
		}

		return result;
	};

	return {
		run,
		/** Calls the observer for every command that has ended, in the order of their ends. */
		observe: (observer: (notice: CommandNotice) => void): void => {
			observers.push(observer);
		},
		/** Ends every running child, politely, then by force. Resolves when their trees are gone. */
		async endAll() {
			await Promise.all(
				[...running].map(async (child) => {
					child.kill();
					await child;
				}),
			);
		},
		/** Kills every running child with its tree, at the very end, when nothing can be waited for. */
		killAll() {
			for (const child of running) {
				child.kill('SIGKILL');
			}
		},
	};
}

function plainArgument(argument: Argument): string {
	return typeof argument === 'string' ? argument : `${argument.flag}=${argument.secret.reveal()}`;
}

type ChildOutcome = Omit<RunResult, 'durationMs'>;

/** A child that can be ended. It settles when it is gone, and never rejects. */
type Child = Promise<unknown> & {kill(signal?: NodeJS.Signals): boolean};

async function start(
	file: string,
	args: readonly string[],
	options: RunOptions,
	environment: Record<string, string>,
	running: Set<Child>,
): Promise<ChildOutcome> {
	if (options.signal?.aborted === true) {
		return nothing('cancelled');
	}

	try {
		const child = execa(file, args, {
			env: environment,
			extendEnv: false,
			reject: false,
			verbose: 'none',
			stripFinalNewline: false,
			timeout: options.timeoutMs,
			forceKillAfterDelay: forceKillAfterMs,
			maxBuffer: maximumOutputBytes,
			...(options.signal === undefined ? {} : {cancelSignal: options.signal}),
			// In a process group of its own, an interactive child would lack the terminal it needs.
			...(options.interactive === true
				? {stdio: 'inherit' as const}
				: {stdin: 'ignore' as const, killDescendants: true}),
		});
		running.add(child);
		const result = await child.finally(() => running.delete(child));
		const ending = endingOf(result, child.pid !== undefined);
		return {
			stdout: typeof result.stdout === 'string' ? result.stdout : '',
			stderr: typeof result.stderr === 'string' ? result.stderr : '',
			ending,
			exitCode: ending === 'exited' ? result.exitCode : undefined,
		};
	} catch {
		// Wrong options for execa end here. Its error carries the arguments, so it goes no further.
		return nothing('not-started');
	}
}

function nothing(ending: Ending): ChildOutcome {
	return {stdout: '', stderr: '', ending, exitCode: undefined};
}

function endingOf(
	result: Pick<Result, 'timedOut' | 'isCanceled' | 'isMaxBuffer' | 'exitCode' | 'code'>,
	hasStarted: boolean,
): Ending {
	const signs: ReadonlyArray<readonly [boolean, Ending]> = [
		[result.isCanceled, 'cancelled'],
		[result.timedOut, 'timed-out'],
		[result.isMaxBuffer, 'output-too-large'],
		[result.exitCode !== undefined, 'exited'],
		// It ran, and a signal ended it, or the reason is unknown.
		[hasStarted, 'killed'],
		[result.code === 'ENOENT', 'not-found'],
		[result.code === 'EACCES', 'not-executable'],
	];
	return signs.find(([isThere]) => isThere)?.[1] ?? 'not-started';
}
