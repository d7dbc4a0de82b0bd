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

/** What a credential belongs to. */
export interface Scope {
	readonly region: RegionName;
	readonly group: {readonly id: string; readonly name: string};
}

/** Returns a scope as it is said: its region and its resource group. */
export function scopeName(scope: {readonly region: string; readonly group: {readonly name: string}}): string {
	return `${scope.region} / ${scope.group.name}`;
}

/** Returns a text that equal scopes have in common: the group by its id. */
export function scopeKey({region, group}: Scope): string {
	return `${group.id} ${region}`;
}

/** An infrastructure username with its API key. */
export interface Pair {
	readonly username: string;
	/** Undefined in a dry run for which nobody has given it: nothing is set then. */
	readonly apiKey: Secret | undefined;
	/** The user's id in the classic account, where the user was chosen from the list. */
	readonly userId?: number;
	/** The pair's classic account number, as far as known (list, username, or pair check). */
	readonly account?: string;
	/** False where the operator did not want the pair to be sent to the classic API (`--no-pair-check`). */
	readonly mayBeChecked: boolean;
	/** True where the classic API has accepted the pair in this session. */
	readonly isChecked: boolean;
}

/** What is done to a scope: every scope of a plan has its own. */
export type Change = {readonly kind: 'set'; readonly pair: Pair} | {readonly kind: 'unset'};

/** Who carries the change out: the documented CLI command, or the service's own API. */
export type WriterKind = 'cli' | 'api';

/** What the change means, by classic account number. */
export type Effect =
	/** Nothing is set, and none is to be set. */
	| 'nothing'
	/** Nothing is set, and the linked account stays in charge. */
	| 'first'
	/** The same user again: a key rotation. */
	| 'rotation'
	/** Another user of the same infrastructure account, or after a removal the account itself. */
	| 'other-user'
	/** Another infrastructure account, or one that is not known. */
	| 'other-account'
	/** What is set now could not be read. */
	| 'unknown';

/** One scope of a plan: what is there, what will be, and what that touches. */
export interface PlannedScope {
	readonly scope: Scope;
	readonly change: Change;
	/** What is set there now; a failure where it could not be read. */
	readonly before: Outcome<Credential>;
	readonly effect: Effect;
	/** The classic clusters that are, or may be, in the scope; undefined where the list could not be read. */
	readonly clusters: readonly ClassicCluster[] | undefined;
	/** The infrastructure account in force (`infra-permissions`); read only where one is replaced. */
	readonly accountInForce?: string;
	/** The user whose key is given up by a removal, and cannot be read again. */
	readonly losesKeyOf?: string;
	/** Where the change leads back to the account before the last change from this machine. */
	readonly restores?: Restored;
}

/** What a change leads back to. */
export interface Restored {
	/** The number of the account that was in force; the user where it is not known. */
	readonly account: string;
	/** Until when: ISO 8601, UTC. */
	readonly until: string;
	/** The clusters that came since, which leading back can orphan; undefined where not known. */
	readonly since: readonly ClassicCluster[] | undefined;
}

/** Scopes with their changes: the review shows it, `--dry-run` prints it, apply executes it. */
export interface Plan {
	readonly account: Account | undefined;
	readonly linkedAccount: string | null | undefined;
	/** Name of the group that is targeted: where commands by hand have to go back to. */
	readonly targetedGroup?: string;
	/** The account's default resource group, where it is known. */
	readonly defaultGroup?: Scope['group'];
	/** Regions without a classic cluster of the account: none can be created (documented: E501e). */
	readonly restrictedRegions: readonly RegionName[];
	readonly writer: WriterKind;
	/** Where set, a scope is changed only if this is set there (`null` = none): compare and set. */
	readonly onlyIfCurrent?: string | null;
	readonly scopes: readonly PlannedScope[];
	/** Where a file expects none, and something is set or unreadable: said, and never removed. */
	readonly notRemoved?: readonly NotRemoved[];
	/** What was reviewed with them, and is left as it is because the operator chose so. */
	readonly leftOut?: readonly PlannedScope[];
	/** The accepted keys of users who are replaced: with them the run can be undone at its end. */
	readonly heldKeys?: ReadonlyMap<string, Secret>;
}

/** A scope in which none is expected. */
export interface NotRemoved {
	readonly scope: Scope;
	readonly found: Outcome<Credential>;
}

/** Returns the username that a read-back has to show; `null` where none may be set. */
export function expectedOf({change}: Pick<PlannedScope, 'change'>): string | null {
	return change.kind === 'set' ? change.pair.username : null;
}

/** Returns the key that is to be set; a plan without one is never carried out. */
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

/** What is being done in a scope: it is read once more, changed, and read back. */
export type Work = 'reading' | 'setting' | 'reading-back';

/** How far one scope is, and since when something is done in it. Times are milliseconds since the epoch. */
export type ScopeState =
	| {readonly kind: 'pending'}
	| {readonly kind: Work; readonly startedAt: number}
	| {readonly kind: 'done'; readonly result: ScopeResult; readonly durationMs: number};

/** How one scope ended. *Verified* is only what is proven, and "not set" what a read shows. */
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
			/** Why `infra-permissions`, which would have proven it, could not be read. */
			readonly unreadable?: CliError;
	  }
	/** The username was read back, and the infrastructure account in force is not the one of the pair. */
	| {
			readonly kind: 'other-account-in-force';
			readonly username: string;
			readonly expected: string;
			readonly inForce: string;
	  }
	/** `unset`: the read-back shows that none is set. */
	| {readonly kind: 'removed'; readonly permissions?: InfraPermissions}
	/** `unset` where none is set: nothing was run. */
	| {readonly kind: 'nothing-to-do'}
	/** `null` = none set. */
	| {readonly kind: 'differs'; readonly expected: string | null; readonly found: string | null}
	/** Something else was set than the command line demanded (`--if-current`): nothing was changed. */
	| {readonly kind: 'not-current'; readonly demanded: string | null; readonly found: string | null}
	/** Read right before the write, something else was set than the review had shown: nothing was changed. */
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
	 * Nothing was changed here: it failed before the write, or the service declined it and a read shows what
	 * was there before (`foundAfter`). With `wasSet` the write worked, and could not be read back.
	 */
	| {
			readonly kind: 'failed';
			readonly error: CliError;
			readonly wasSet: boolean;
			readonly foundAfter?: Credential;
	  }
	/**
	 * Whether it was changed is not known. `error` is what was said instead of OK, `found` what the last read
	 * showed; what was sent may still arrive.
	 */
	| {readonly kind: 'unknown'; readonly error?: CliError; readonly found?: Credential}
	| {readonly kind: 'not-started'};

export interface ScopeProgress {
	readonly planned: PlannedScope;
	readonly state: ScopeState;
}

/** Returns the scopes of a plan of which none has had its turn. */
export function pendingScopes({scopes}: Plan): ScopeProgress[] {
	return scopes.map((planned) => ({planned, state: {kind: 'pending'}}));
}
