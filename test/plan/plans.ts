import type {
	ClassicCluster,
	CliError,
	Credential,
	InfraPermissions,
	Outcome,
} from '../../source/ibmcloud/types.ts';
import type {Pair, Plan, PlannedScope, ScopeProgress, ScopeResult} from '../../source/plan/plan.ts';
import {Secret} from '../../source/secrets/secret.ts';
import type {Report} from '../../source/wizard/view.ts';

export const username = '1234567_jane@example.com';

export const none: Outcome<Credential> = {ok: true, value: null};

/** Returns a read that found this user. */
export function set(name: string): Outcome<Credential> {
	return {ok: true, value: name};
}

/** The failure of a command. */
export function failure(kind: CliError['kind'], words = ''): {readonly ok: false; readonly error: CliError} {
	return {ok: false, error: {kind, words, command: 'ibmcloud ks'}};
}

export function pair(more: Partial<Pair> = {}): Pair {
	return {
		username,
		apiKey: new Secret('made-up-key'),
		account: '1234567',
		mayBeChecked: true,
		isChecked: false,
		...more,
	};
}

export function planned(more: Partial<PlannedScope> = {}): PlannedScope {
	return {
		scope: {region: 'us-south', group: {id: 'group-1', name: 'default'}},
		change: {kind: 'set', pair: pair()},
		before: none,
		effect: 'first',
		clusters: [],
		...more,
	};
}

export function plan(scopes: readonly PlannedScope[], more: Partial<Plan> = {}): Plan {
	return {
		account: {id: 'account-1', name: 'Example Account'},
		linkedAccount: '1234567',
		restrictedRegions: [],
		writer: 'cli',
		scopes,
		...more,
	};
}

export const cluster: ClassicCluster = {id: 'c1', name: 'prod-dal', region: 'us-south', groupId: 'group-1'};

export function permissions(more: Partial<InfraPermissions> = {}): InfraPermissions {
	return {account: '1234567', setBy: 'manual', missingRequired: [], missingSuggested: [], ...more};
}

/** Returns a scope that ended with this result. */
export function ended(result: ScopeResult, more: Partial<PlannedScope> = {}): ScopeProgress {
	return {planned: planned(more), state: {kind: 'done', result, durationMs: 1}};
}

/** Returns the report of a session with these scopes. */
export function report(scopes: readonly ScopeProgress[] = [], more: Partial<Report> = {}): Report {
	return {
		outcome: 'applied',
		plan: scopes.length === 0 ? undefined : plan(scopes.map(({planned: each}) => each)),
		scopes,
		refusal: undefined,
		error: undefined,
		keyReference: {kind: 'environment'},
		exitStatus: 0,
		...more,
	};
}

export const results = {
	verified: {kind: 'verified', username, provenBy: 'pair-check'},
	notProven: {kind: 'set-not-proven', username},
	removed: {kind: 'removed'},
	nothingToDo: {kind: 'nothing-to-do'},
	otherAccount: {kind: 'other-account-in-force', username, expected: '1234567', inForce: '7654321'},
	changed: {kind: 'changed-since-review', reviewed: null, found: username},
	differs: {kind: 'differs', expected: username, found: 'other'},
	notCurrent: {kind: 'not-current', demanded: 'other', found: username},
	wrongGroup: {
		kind: 'wrong-group',
		insteadOf: {id: 'group-2', name: 'payments'},
		group: {id: 'group-1', name: 'default'},
		was: null,
		now: username,
	},
	targetChanged: {kind: 'target-changed', from: 'default', to: 'other', wasSet: false},
	failed: {kind: 'failed', error: failure('network').error, wasSet: false},
	unknown: {kind: 'unknown'},
	notStarted: {kind: 'not-started'},
} as const satisfies Record<string, ScopeResult>;
