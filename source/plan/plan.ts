import type {
	ClassicCluster,
	CliError,
	Credential,
	InfraPermissions,
	Outcome,
	RegionName,
} from '../ibmcloud/types.ts';
import type {Secret} from '../shell/secret.ts';

/** What a credential belongs to. */
export interface Scope {
	readonly region: RegionName;
	readonly group: {readonly id: string; readonly name: string};
}

/** An infrastructure username with its API key. */
export interface Pair {
	readonly username: string;
	readonly apiKey: Secret;
	/** The classic account number that the pair belongs to, as far as known (list, username, or pair check). */
	readonly account?: string;
	/** True where the classic API has accepted the pair in this session. */
	readonly isChecked: boolean;
}

/** What the change means, by classic account number (DESIGN, Two accounts). */
export type Effect =
	/** Nothing is set, and the linked account stays in charge. */
	| 'first'
	/** The same user again: a key rotation. */
	| 'rotation'
	/** Another user of the same infrastructure account. */
	| 'other-user'
	/** Another infrastructure account, or one that is not known. */
	| 'other-account'
	/** What is set now could not be read. */
	| 'unknown';

/** One scope of a plan: what is there, what will be, and what that touches. */
export interface PlannedScope {
	readonly scope: Scope;
	/** What is set there now; a failure where it could not be read. */
	readonly before: Outcome<Credential>;
	readonly effect: Effect;
	/** The classic clusters of the scope; undefined where the list could not be read. */
	readonly clusters: readonly ClassicCluster[] | undefined;
}

/** Scopes and the change as a value: the review shows it, `--dry-run` prints it, apply executes it. */
export interface Plan {
	readonly account: {readonly id: string; readonly name: string} | undefined;
	readonly linkedAccount: string | null | undefined;
	readonly pair: Pair;
	readonly scopes: readonly PlannedScope[];
}

/** How far one scope is. Times are milliseconds since the epoch. */
export type ScopeState =
	| {readonly kind: 'pending'}
	| {readonly kind: 'setting'; readonly startedAt: number}
	| {readonly kind: 'reading-back'; readonly startedAt: number}
	| {readonly kind: 'done'; readonly result: ScopeResult; readonly durationMs: number};

/** How one scope ended, in the words of DESIGN ("Done means proven"). */
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
			/** The account that is in force where it is not the expected one. */
			readonly accountInForce?: string;
	  }
	| {readonly kind: 'differs'; readonly expected: string; readonly found: string | undefined}
	| {readonly kind: 'target-changed'; readonly from: string; readonly to: string; readonly wasSet: boolean}
	/** `foundAfter` is what a read after the failure showed, where it could be read. */
	| {
			readonly kind: 'failed';
			readonly error: CliError;
			readonly wasSet: boolean;
			readonly foundAfter?: Credential;
	  }
	/** The child was ended, or its outcome cannot be known. */
	| {readonly kind: 'unknown'}
	| {readonly kind: 'not-started'};

export interface ScopeProgress {
	readonly planned: PlannedScope;
	readonly state: ScopeState;
}
