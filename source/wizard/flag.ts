import type {Readable} from 'node:stream';
import type {Message} from '../text/message.ts';

/** A command line option, as help, completion, and the manual page describe it. */
export interface Flag {
	readonly name: string;
	readonly short?: string;
	/** The name of its value, in capitals; missing for a switch. */
	readonly placeholder?: string;
	readonly isRepeatable?: boolean;
	/** One line for `--help`. */
	readonly description: string;
	/** What completion offers as its value: these texts, file names, or file names behind an `@`. */
	readonly completes?: readonly string[] | 'file' | '@file';
}

/** The option that answers a step. */
export interface StepFlag<Value> extends Flag {
	readonly placeholder: string;
	/** Turns the given texts, in their order, into the answer, or says why they cannot be one. */
	readonly read: (given: readonly string[]) => FlagAnswer<Value>;
}

/** What the texts of a flag turn into. */
export type FlagAnswer<Value> =
	| Reading<Value>
	/** The texts say where the answer is; it is read once the rest of the command line is valid. */
	| {readonly ok: true; readonly fetch: (input: Input) => Promise<Fetched<Value>>};

export type Reading<Value> =
	| {readonly ok: true; readonly value: Value}
	| {readonly ok: false; readonly reason: Message};

/** An answer read from elsewhere, with warnings about how it came. */
export type Fetched<Value> =
	| {readonly ok: true; readonly value: Value; readonly warnings: readonly Message[]}
	| {readonly ok: false; readonly reason: Message};

/** Standard input. */
export type Input = Readable & {readonly isTTY?: boolean};

/** Returns a missing flag as it is suggested: with the first form that its value can have. */
export function flagToGive({name, placeholder}: StepFlag<unknown>): string {
	return `--${name} ${placeholder.split('|')[0]}`;
}
