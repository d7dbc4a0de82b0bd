import type {Credential, InfraPermissions, Outcome} from '../ibmcloud/types.ts';
import type {Ground} from './ground.ts';
import type {Plan, PlannedScope, Scope, ScopeResult} from './plan.ts';

/** What apply needs of the world; effects only here. */
export interface ApplyTools {
	/** The ground of the configuration that a scope's commands run in; undefined where its file cannot be read. */
	ground(scope: Scope): Promise<Ground | undefined>;
	/** Carries the change out. Never repeated. */
	write(scope: Scope, plan: Plan, signal: AbortSignal): Promise<Outcome<void>>;
	/** What is set now. */
	read(scope: Scope, expected: string | null, signal: AbortSignal): Promise<Outcome<Credential>>;
	permissions(scope: Scope, signal: AbortSignal): Promise<Outcome<InfraPermissions>>;
	/** Told before and after each write: the journal. A failure to record stops the scope before its write. */
	record(event: ApplyEvent, plan: Plan): Promise<Outcome<void>>;
	/** How many scopes may be in flight at once: one that waits can still be left out. */
	readonly concurrency: number;
	now(): number;
	/** Resolves after so many milliseconds, or at once when the signal is aborted. */
	sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export type ApplyEvent =
	/** Several scopes are to be changed, this one among them. */
	| {readonly kind: 'planned'; readonly planned: PlannedScope}
	| {readonly kind: 'begin'; readonly planned: PlannedScope}
	| {readonly kind: 'end'; readonly planned: PlannedScope; readonly result: ScopeResult};
