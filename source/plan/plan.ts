import type {
	ClassicCluster,
	CliError,
	Credential,
	InfraPermissions,
	Outcome,
	RegionName,
} from '../ibmcloud/types.ts';
import type {Secret} from '../secrets/secret.ts';

/** What a credential belongs to. */
export interface Scope {
	readonly region: RegionName;
	readonly group: {readonly id: string; readonly name: string};
}

/** An infrastructure username with its API key. */
export interface Pair {
	readonly username: string;
	readonly apiKey: Secret;
	/** The user's id in the classic account, where the user was chosen from the list. */
	readonly userId?: number;
	/** The classic account number that the pair belongs to, as far as known (list, username, or pair check). */
	readonly account?: string;
	/** False where the operator did not want the pair to be sent to the classic API (`--no-pair-check`). */
	readonly mayBeChecked: boolean;
	/** True where the classic API has accepted the pair in this session. */
	readonly isChecked: boolean;
}

/** What is done to every scope of a plan. */
export type Change = {readonly kind: 'set'; readonly pair: Pair} | {readonly kind: 'unset'};

/** Who carries the change out: the documented CLI command, or the service's own API. */
export type WriterKind = 'cli' | 'api';

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
	/** Name of the group that the operator has targeted, where one is: what commands by hand have to go back to. */
	readonly targetedGroup?: string;
	/** Regions in which the account has no classic cluster, so that none can be created (documented: E501e). */
	readonly restrictedRegions: readonly RegionName[];
	readonly change: Change;
	readonly writer: WriterKind;
	/** Where set, a scope is changed only if this is set there now (`null` = none): compare and set for scripts. */
	readonly onlyIfCurrent?: string | null;
	readonly scopes: readonly PlannedScope[];
}

/** The username that a read-back has to show; `null` where none may be set. */
export function expectedOf({change}: Plan): string | null {
	return change.kind === 'set' ? change.pair.username : null;
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
			/** Why `infra-permissions`, which would have proven it, could not be read. */
			readonly unreadable?: CliError;
	  }
	/** `unset`: the read-back shows that none is set. */
	| {
			readonly kind: 'removed';
			readonly permissions?: InfraPermissions;
			/** True where none was set from the beginning, so that nothing had to be changed. */
			readonly wasNone?: boolean;
	  }
	/** `null` = none set; `found` undefined where the read-back does not name it. */
	| {readonly kind: 'differs'; readonly expected: string | null; readonly found: string | null | undefined}
	/** Something else was set than the command line demanded (`--if-current`): nothing was changed. */
	| {
			readonly kind: 'not-current';
			readonly demanded: string | null;
			readonly found: string | null | undefined;
	  }
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
