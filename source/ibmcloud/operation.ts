import type {Outcome} from './types.ts';

/** One command that can be run: what it is, and how to run it. Building one starts nothing. */
export interface Operation<Value> {
	/** Names the command, its values and the configuration it runs in: equal keys give equal answers. */
	readonly key: string;
	/** The command as a person may read and copy it; secrets are a reference. */
	readonly command: string;
	run(options?: {readonly signal?: AbortSignal | undefined}): Promise<Outcome<Value>>;
}
