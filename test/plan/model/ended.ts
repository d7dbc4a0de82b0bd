import type {PlannedScope, ScopeResult, ScopeState} from '../../../source/plan/plan.ts';
import type {ScopeHistory} from './history.ts';
import type {Call} from './service.ts';

/** One scope at its end, with everything that the service saw of it. */
export interface Ended {
	readonly planned: PlannedScope;
	/** Undefined if the program died before it had a result. */
	readonly result: ScopeResult | undefined;
	/** The states that were reported, the last one included. */
	readonly states: readonly ScopeState[];
	readonly calls: readonly Call[];
	readonly history: ScopeHistory;
}

/** The reads of the credential, in their order. */
export function readsOf(calls: readonly Call[]): Array<Extract<Call, {kind: 'read'}>> {
	return calls.filter((call) => call.kind === 'read');
}
