import type {sleep} from '../ibmcloud/retry.ts';
import type {Account, Credential, InfraPermissions, Outcome, WriteOutcome} from '../ibmcloud/types.ts';
import type {Change, Plan, PlannedScope, Scope, ScopeResult, Work} from './plan.ts';

/** What apply depends on; effects only here. */
export interface ApplyDependencies {
	/** What a scope's configuration has targeted; undefined where its file cannot be read. */
	target(scope: Scope): Promise<CurrentTarget | undefined>;
	/** Carries a change out. Never repeated. */
	write(scope: Scope, change: Change, plan: Plan, signal: AbortSignal): Promise<WriteOutcome>;
	read(scope: Scope, expected: string | null, signal: AbortSignal): Promise<Outcome<Credential>>;
	permissions(scope: Scope, signal: AbortSignal): Promise<Outcome<InfraPermissions>>;
	/** Told before and after each write: the journal. Where it fails, the scope is not written. */
	record(event: ApplyEvent, plan: Plan): Promise<Outcome<void>>;
	/** How many scopes may be in flight at once: one that waits can still be left out. */
	readonly concurrency: number;
	now(): number;
	readonly sleep: typeof sleep;
}

/** `planned.before` of a `begin` is what was read right before the write. */
export type ApplyEvent =
	/** Several scopes are to be changed, this one among them. */
	| {readonly kind: 'planned'; readonly planned: PlannedScope}
	| {readonly kind: 'begin'; readonly planned: PlannedScope}
	| {readonly kind: 'end'; readonly planned: PlannedScope; readonly result: ScopeResult};

/** What the CLI has targeted at one moment, as its configuration file says. */
export interface CurrentTarget {
	readonly account: Account;
	/** Undefined where the file does not say which group is targeted, and never did. */
	readonly group: Scope['group'] | undefined;
}

/** What the life of one scope stands on, handed on from look to write to proof. */
export interface ScopeRun {
	readonly plan: Plan;
	readonly dependencies: ApplyDependencies;
	/** Aborted once nothing new may start; what is in flight is finished and read back. */
	readonly stop: AbortSignal;
	/** Aborted when the session leaves at once. */
	readonly abort: AbortSignal;
	readonly onWork: (work: Work) => void;
	/** Called once the journal has a line about the scope that wants an end. */
	readonly onRecorded: () => void;
}
