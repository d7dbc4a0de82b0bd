import type {Readable} from 'node:stream';
import type {Message} from '../text/message.ts';

/** An option of the command line, as help, completion, and the manual page know it. */
export interface Flag {
	readonly name: string;
	readonly short?: string;
	/** What follows, in capitals; none for a switch. */
	readonly placeholder?: string;
	readonly isRepeatable?: boolean;
	/** One line for `--help`. */
	readonly description: string;
	/** What completion offers as its value: these texts, the names of files, or those behind an `@`. */
	readonly completes?: readonly string[] | 'file' | '@file';
}

/** The option that answers a step. */
export interface StepFlag<Value> extends Flag {
	readonly placeholder: string;
	/** Makes the answer of the texts that were given, in their order, or says why they cannot be one. */
	readonly read: (given: readonly string[]) => FlagAnswer<Value>;
}

/** What the texts of a flag become. */
export type FlagAnswer<Value> =
	| Reading<Value>
	/** They say where the answer is; it is read once nothing else is wrong with the command line. */
	| {readonly ok: true; readonly fetch: (input: Input) => Promise<Fetched<Value>>};

export type Reading<Value> =
	| {readonly ok: true; readonly value: Value}
	| {readonly ok: false; readonly reason: Message};

/** An answer as read from elsewhere, with what should be known about how it came. */
export type Fetched<Value> =
	| {readonly ok: true; readonly value: Value; readonly warnings: readonly Message[]}
	| {readonly ok: false; readonly reason: Message};

/** Standard input. */
export type Input = Readable & {readonly isTTY?: boolean};

/** Returns a flag as it is named where it is missing: with the first of the forms that its value can have. */
export function flagToGive({name, placeholder}: StepFlag<unknown>): string {
	return `--${name} ${placeholder.split('|')[0]}`;
}
