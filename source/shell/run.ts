import type {Secret} from '../secrets/secret.ts';
import type {Environment} from './environment.ts';

/** A program: an absolute path, and arguments that always come first (an interpreter's script). */
export interface Program {
	readonly path: string;
	readonly leading: readonly string[];
}

/** One argument of a child. A secret one is `flag=value` in the child only, and a placeholder elsewhere. */
export type Argument = string | {readonly flag: string; readonly secret: Secret};

export interface RunOptions {
	/** Milliseconds after which the whole process tree is ended. */
	readonly timeoutMs: number;
	readonly signal?: AbortSignal | undefined;
	/** Added to the quiet environment; `undefined` removes a variable. */
	readonly environment?: Environment;
	/** What the command prints is itself a secret: a new key, a token. */
	readonly isOutputSecret?: boolean;
	/** Hands the terminal to the child, which gets all three streams: nothing is captured. */
	readonly interactive?: boolean;
}

/**
 * How a child ended. `exited` comes with the exit code; otherwise there is none to trust. With `not-found`,
 * `not-executable` and `not-started` it is certain that nothing ran.
 */
export type Ending =
	| 'exited'
	| 'timed-out'
	| 'cancelled'
	| 'killed'
	| 'not-found'
	| 'not-executable'
	| 'output-too-large'
	| 'not-started';

export interface RunResult {
	readonly stdout: string;
	readonly stderr: string;
	readonly ending: Ending;
	/** Set only if `ending` is `exited`. */
	readonly exitCode: number | undefined;
	readonly durationMs: number;
	/** The child was given a secret, or prints one: its words may hold it in any encoding. */
	readonly isConfidential?: boolean;
}

/** The one interface to child processes. It never rejects: every way a child can end is a value. */
export type Run = (program: Program, args: readonly Argument[], options: RunOptions) => Promise<RunResult>;

/** Returns a command line to read and copy: words quoted where a shell needs it, secrets as a reference. */
export function describeCommand(name: string, args: readonly Argument[]): string {
	return [
		name,
		...args.map((argument) => (typeof argument === 'string' ? quote(argument) : `${argument.flag}="$KEY"`)),
	].join(' ');
}

function quote(word: string): string {
	return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
