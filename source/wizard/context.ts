import type {PairCheck} from '../http/pair-check.ts';
import type {Read} from '../ibmcloud/reads.ts';
import type {
	Account,
	ClassicCluster,
	CliError,
	Credential,
	InfraPermissions,
	UserList,
	Plugin,
	ResourceGroup,
	Target,
} from '../ibmcloud/types.ts';
import type {UnfinishedRun} from '../plan/recorded-runs.ts';
import type {Scope} from '../plan/plan.ts';
import type {Secret} from '../secrets/secret.ts';
import type {Answers} from './answers.ts';
import type {Place} from './place.ts';

/** The reads of a session by name. */
export interface SessionReads {
	readonly version: Read<string>;
	readonly plugins: Read<readonly Plugin[]>;
	readonly target: Read<Target>;
	/** `account show`: the linked classic account number, where neither file nor target says it. */
	readonly linked: Read<{readonly classicAccount: string | null | undefined}>;
	readonly users: Read<UserList>;
	/** The users of another account of the same login, listed in a private copy of the configuration. */
	usersOf(account: Account): Read<UserList>;
	/** The accounts of the login. */
	readonly accounts: Read<readonly Account[]>;
	readonly groups: Read<readonly ResourceGroup[]>;
	readonly clusters: Read<readonly ClassicCluster[]>;
	/** What is set in a scope. */
	credential(scope: Scope): Read<Credential>;
	/** Whose infrastructure account is in force in a scope. */
	permissions(scope: Scope): Read<InfraPermissions>;
	/** Whether the classic API takes the pair. */
	pairCheck(username: string, apiKey: Secret): Read<PairCheck>;
}

/** How far the making of a new key is; it is a write, so it is never repeated by itself. */
export type KeyCreation =
	| {readonly kind: 'none'}
	| {readonly kind: 'running'}
	/** Made before in this session, for the user who is chosen now. */
	| {readonly kind: 'made'}
	/** It was declined: no key was created. */
	| {readonly kind: 'refused'; readonly error: CliError}
	/** Whether a key was created is not known. */
	| {readonly kind: 'open'; readonly error: CliError};

/** A scope that is to be reviewed again, with what its last review had shown to be set there. */
export interface ScopeToReview {
	readonly scope: Scope;
	readonly reviewed: string | null;
}

/** All that a step may look at. Steps are pure: the same context gives the same question. */
export interface Context {
	readonly answers: Answers;
	/** Answers that were taken away by going back: offered again as defaults, the key excepted. */
	readonly earlier: Answers;
	readonly place: Place;
	readonly reads: SessionReads;
	/** A run that died in the middle, which the operator has not been told yet. */
	readonly unfinished: UnfinishedRun | undefined;
	/** The scopes that are left of a plan, because they had changed since its review; undefined where all are. */
	readonly left: readonly ScopeToReview[] | undefined;
	/** What the session is for: an unset needs no user and no key. */
	readonly change: 'set' | 'unset';
	/** Set in scopes where this user is set now, and nowhere else (`--where-set`). */
	readonly isWhereSet: boolean;
	/** The making of a key for a user who had none: how far it is, and how it ended. */
	readonly keyCreation: KeyCreation;
	/** Nothing may be changed, a key of a user neither. */
	readonly isDryRun: boolean;
	/** With whom a pair is checked before it is set; undefined where that is turned off. */
	readonly pairCheckHost: {readonly host: string; readonly isIbm: boolean} | undefined;
	/** True where the login was made with an API key, which ties it to one account (documented). */
	readonly isApiKeyLogin: boolean;
	/** In a rehearsal: the worthless keys of the simulated users. */
	readonly demoKeys: ReadonlyMap<string, string>;
}
