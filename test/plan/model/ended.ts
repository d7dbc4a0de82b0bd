import type {PlannedScope, ScopeResult, ScopeState} from '../../../source/plan/plan.ts';
import type {ScopeHistory} from './history.ts';
import type {Call} from './service.ts';

/** One scope as it ended, with all that the service saw of it. */
export interface Ended {
	readonly planned: PlannedScope;
	/** Undefined where the program died before it could say. */
	readonly result: ScopeResult | undefined;
	/** What was reported of it on the way, the end included. */
	readonly states: readonly ScopeState[];
	readonly calls: readonly Call[];
	readonly history: ScopeHistory;
}

/** The reads of the credential, in their order. */
export function readsOf(calls: readonly Call[]): Array<Extract<Call, {kind: 'read'}>> {
	return calls.filter((call) => call.kind === 'read');
}
