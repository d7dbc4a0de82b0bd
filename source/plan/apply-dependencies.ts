import type {sleep} from '../ibmcloud/retry.ts';
import type {Account, Credential, InfraPermissions, Outcome, WriteOutcome} from '../ibmcloud/types.ts';
import type {Change, Plan, PlannedScope, Scope, ScopeResult, Work} from './plan.ts';

/** The dependencies of apply, which has no other side effects. */
export interface ApplyDependencies {
	/** Returns what the configuration of a scope has targeted; undefined if its file cannot be read. */
	target(scope: Scope): Promise<CurrentTarget | undefined>;
	/** Carries out a change. Never repeated. */
	write(scope: Scope, change: Change, plan: Plan, signal: AbortSignal): Promise<WriteOutcome>;
	read(scope: Scope, expected: string | null, signal: AbortSignal): Promise<Outcome<Credential>>;
	permissions(scope: Scope, signal: AbortSignal): Promise<Outcome<InfraPermissions>>;
	/** Writes the journal, before and after each write to a scope. If it fails before, nothing is written. */
	record(event: ApplyEvent, plan: Plan): Promise<Outcome<void>>;
	/** How many scopes may be in flight at once. One that waits can still be left out. */
	readonly concurrency: number;
	now(): number;
	readonly sleep: typeof sleep;
}

/** An event for the journal. In a `begin`, `planned.before` was read right before the write. */
export type ApplyEvent =
	/** The run means to change several scopes, this one among them. */
	| {readonly kind: 'planned'; readonly planned: PlannedScope}
	| {readonly kind: 'begin'; readonly planned: PlannedScope}
	| {readonly kind: 'end'; readonly planned: PlannedScope; readonly result: ScopeResult};

/** What the CLI has targeted at one moment, according to its configuration file. */
export interface CurrentTarget {
	readonly account: Account;
	/** Undefined if the file does not say which group is targeted, and never did. */
	readonly group: Scope['group'] | undefined;
}

/** The context of one scope while it is applied, from the look before the write to the proof. */
export interface ScopeRun {
	readonly plan: Plan;
	readonly dependencies: ApplyDependencies;
	/** Aborted once nothing new may start. What is in flight is finished and read back. */
	readonly stop: AbortSignal;
	/** Aborted when the session leaves at once. */
	readonly abort: AbortSignal;
	readonly onWork: (work: Work) => void;
	/** Called once the journal has a line about the scope that needs an `end`. */
	readonly onRecorded: () => void;
}
