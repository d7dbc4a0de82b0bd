import type {RegionName} from '../ibmcloud/facts/regions.ts';
import type {
	Account,
	ClassicCluster,
	CliError,
	Credential,
	InfraPermissions,
	Outcome,
} from '../ibmcloud/types.ts';
import type {Secret} from '../secrets/secret.ts';

/** A region and a resource group: what a credential belongs to. */
export interface Scope {
	readonly region: RegionName;
	readonly group: {readonly id: string; readonly name: string};
}

/** Returns the name of a scope for people: its region and its resource group. */
export function scopeName(scope: {readonly region: string; readonly group: {readonly name: string}}): string {
	return `${scope.region} / ${scope.group.name}`;
}

/** Returns a key that identifies a scope, with the id of its group. */
export function scopeKey({region, group}: Scope): string {
	return `${group.id} ${region}`;
}

/** An infrastructure username with its API key. */
export interface Pair {
	readonly username: string;
	/** Undefined in a dry run without the key, where nothing is set. */
	readonly apiKey: Secret | undefined;
	/** The user's id in the classic account, if the user was chosen from the list. */
	readonly userId?: number;
	/** The pair's classic account number, if known (from the list, the username, or the pair check). */
	readonly account?: string;
	/** False if the operator does not want the pair to be sent to the classic API (`--no-pair-check`). */
	readonly mayBeChecked: boolean;
	/** True if the classic API has accepted the pair in this session. */
	readonly isChecked: boolean;
}

/** What is done to a scope. Every scope of a plan has its own. */
export type Change = {readonly kind: 'set'; readonly pair: Pair} | {readonly kind: 'unset'};

/** What carries the change out: the documented CLI command, or the service's own API. */
export type WriterKind = 'cli' | 'api';

/** What the change means, by classic account number. */
export type Effect =
	/** Nothing is set, and nothing is to be set. */
	| 'nothing'
	/** Nothing is set, and the linked account stays in charge. */
	| 'first'
	/** The same user again: a key rotation. */
	| 'rotation'
	/** Another user of the same infrastructure account, or, after a removal, the account itself. */
	| 'other-user'
	/** Another infrastructure account, or an unknown one. */
	| 'other-account'
	/** What is set now could not be read. */
	| 'unknown';

/** One scope of a plan: what is set, what will be, and what that affects. */
export interface PlannedScope {
	readonly scope: Scope;
	readonly change: Change;
	/** What is set there now; a failure if it could not be read. */
	readonly before: Outcome<Credential>;
	readonly effect: Effect;
	/** The classic clusters that are or may be in the scope; undefined if the list could not be read. */
	readonly clusters: readonly ClassicCluster[] | undefined;
	/** The infrastructure account in force (`infra-permissions`); read only if one is replaced. */
	readonly accountInForce?: string;
	/** The user whose key a removal gives up: it cannot be read again. */
	readonly losesKeyOf?: string;
	/** Set if the change leads back to the account before the last change from this machine. */
	readonly restores?: Restored;
}

/** What a change leads back to. */
export interface Restored {
	/** The number of the account that was in force; the user if it is not known. */
	readonly account: string;
	/** When that ended: ISO 8601, UTC. */
	readonly until: string;
	/** The clusters created since, which leading back can orphan; undefined if not known. */
	readonly since: readonly ClassicCluster[] | undefined;
}

/** Scopes with their changes. The review shows the plan, `--dry-run` prints it, and apply executes it. */
export interface Plan {
	readonly account: Account | undefined;
	readonly linkedAccount: string | null | undefined;
	/** The name of the targeted group, to which commands by hand have to return. */
	readonly targetedGroup?: string;
	/** The account's default resource group, if known. */
	readonly defaultGroup?: Scope['group'];
	/** Regions without a classic cluster of the account: none can be created (documented: E501e). */
	readonly restrictedRegions: readonly RegionName[];
	readonly writer: WriterKind;
	/** If given, a scope is changed only if this username is set there (`null` = none): compare and set. */
	readonly onlyIfCurrent?: string | null;
	readonly scopes: readonly PlannedScope[];
	/** Scopes for which a file expects none, and something is set or unreadable: reported, never removed. */
	readonly notRemoved?: readonly NotRemoved[];
	/** Scopes that were reviewed as well, and that the operator chose to leave as they are. */
	readonly leftOut?: readonly PlannedScope[];
	/** The accepted keys of replaced users, with which the run can be undone at its end. */
	readonly heldKeys?: ReadonlyMap<string, Secret>;
}

/** A scope for which none is expected, and what was found there. */
export interface NotRemoved {
	readonly scope: Scope;
	readonly found: Outcome<Credential>;
}

/** Returns the username that a read-back has to show; `null` if none may be set. */
export function expectedOf({change}: Pick<PlannedScope, 'change'>): string | null {
	return change.kind === 'set' ? change.pair.username : null;
}

/** Returns the key to be set. @throws if there is none: such a plan is never carried out. */
export function keyOf({apiKey}: Pair): Secret {
	if (apiKey === undefined) {
		throw new Error('A plan without its keys is for looking at');
	}

	return apiKey;
}

/** Returns the pairs that a plan sets, each once. */
export function pairsOf({scopes}: Pick<Plan, 'scopes'>): Pair[] {
	const pairs = scopes.flatMap(({change}) => (change.kind === 'set' ? [change.pair] : []));
	return [...new Map(pairs.map((pair) => [pair.username, pair])).values()];
}

/** The work in a scope: it is read once more, changed, and read back. */
export type Work = 'reading' | 'setting' | 'reading-back';

/** The progress of one scope. Times are milliseconds since the epoch. */
export type ScopeState =
	| {readonly kind: 'pending'}
	| {readonly kind: Work; readonly startedAt: number}
	| {readonly kind: 'done'; readonly result: ScopeResult; readonly durationMs: number};

/** How one scope ended. *Verified* means proven, and "not set" means that a read shows it. */
export type ScopeResult =
	| {
			readonly kind: 'verified';
			readonly username: string;
			readonly provenBy: 'pair-check' | 'infra-permissions';
			readonly permissions?: InfraPermissions;
	  }
	| {
			readonly kind: 'set-not-proven';
			readonly username: string;
			readonly permissions?: InfraPermissions;
			/** Why `infra-permissions`, which would have been the proof, could not be read. */
			readonly unreadable?: CliError;
	  }
	/** The username was read back, but the infrastructure account in force is not that of the pair. */
	| {
			readonly kind: 'other-account-in-force';
			readonly username: string;
			readonly expected: string;
			readonly inForce: string;
	  }
	/** After `unset`: the read-back shows that none is set. */
	| {readonly kind: 'removed'; readonly permissions?: InfraPermissions}
	/** `unset`, but none was set: no command was run. */
	| {readonly kind: 'nothing-to-do'}
	/** `null` = none is set. */
	| {readonly kind: 'differs'; readonly expected: string | null; readonly found: string | null}
	/** What was set is not what the command line demanded (`--if-current`): nothing was changed. */
	| {readonly kind: 'not-current'; readonly demanded: string | null; readonly found: string | null}
	/** A read right before the write did not show what the review had shown: nothing was changed. */
	| {readonly kind: 'changed-since-review'; readonly reviewed: string | null; readonly found: Credential}
	/** The API changed the region's default group (`group`) instead of the named one; `null` = none. */
	| {
			readonly kind: 'wrong-group';
			readonly insteadOf: Scope['group'];
			readonly group: Scope['group'];
			readonly was: string | null;
			readonly now: string | null;
	  }
	| {readonly kind: 'target-changed'; readonly from: string; readonly to: string; readonly wasSet: boolean}
	/**
	 * Nothing was changed: it failed before the write, or the service declined, and a read (`foundAfter`) shows
	 * what was there before. With `wasSet`, the write worked, but could not be read back.
	 */
	| {
			readonly kind: 'failed';
			readonly error: CliError;
			readonly wasSet: boolean;
			readonly foundAfter?: Credential;
	  }
	/** Perhaps changed, perhaps yet to arrive. `error` is the answer in place of OK, `found` the last read. */
	| {readonly kind: 'unknown'; readonly error?: CliError; readonly found?: Credential}
	| {readonly kind: 'not-started'};

export interface ScopeProgress {
	readonly planned: PlannedScope;
	readonly state: ScopeState;
}

/** Returns the scopes of a plan before any of them has had its turn. */
export function pendingScopes({scopes}: Plan): ScopeProgress[] {
	return scopes.map((planned) => ({planned, state: {kind: 'pending'}}));
}
