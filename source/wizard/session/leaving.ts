import type {ScopeProgress} from '../../plan/plan.ts';
import {exitStatus} from '../../plan/status.ts';
import type {LeaveReason} from '../session.ts';

/** The exit status of a session that was left, by what made it leave. */
export const leaveStatus: Readonly<Record<LeaveReason, number>> = {
	interrupt: exitStatus.interrupted,
	quit: exitStatus.quit,
	terminate: exitStatus.terminated,
	'hang-up': exitStatus.hangUp,
};

/** What becomes of a scope when the session leaves at once: what was in flight is unknown. */
export function leftAtOnce(scope: ScopeProgress): ScopeProgress {
	switch (scope.state.kind) {
		case 'pending': {
			return {...scope, state: {kind: 'done', result: {kind: 'not-started'}, durationMs: 0}};
		}

		case 'setting':
		case 'reading-back': {
			return {...scope, state: {kind: 'done', result: {kind: 'unknown'}, durationMs: 0}};
		}

		case 'done': {
			return scope;
		}
	}
}
