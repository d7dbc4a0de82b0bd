import type {Read} from '../ibmcloud/reads.ts';
import type {CliError, Outcome} from '../ibmcloud/types.ts';

/** What a read has given; undefined while it runs or has not been started. */
export function settled<Value>(read: Read<Value>): Outcome<Value> | undefined {
	const state = read.state();
	return state.kind === 'done' ? state.outcome : undefined;
}

/** Why a read failed; undefined where it did not, or not yet. */
export function failureOf(read: Read<unknown>): CliError | undefined {
	const outcome = settled(read);
	return outcome?.ok === false ? outcome.error : undefined;
}
