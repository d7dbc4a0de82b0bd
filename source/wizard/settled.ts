import type {Read} from '../ibmcloud/reads.ts';
import type {Outcome} from '../ibmcloud/types.ts';

/** What a read has given; undefined while it runs or has not been started. */
export function settled<Value>(read: Read<Value>): Outcome<Value> | undefined {
	const state = read.state();
	return state.kind === 'done' ? state.outcome : undefined;
}
