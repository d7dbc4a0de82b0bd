import type {PairCheck} from '../http/pair-check.ts';
import type {Read} from '../ibmcloud/reads.ts';
import type {
	Account,
	ClassicCluster,
	CliError,
	Configuration,
	Credential,
	InfraPermissions,
	UserList,
	Plugin,
	ResourceGroup,
	Target,
} from '../ibmcloud/types.ts';
import type {Scope} from '../plan/plan.ts';
import type {replacements} from '../plan/recorded-runs.ts';
import type {Secret} from '../secrets/secret.ts';
import type {Answers} from './answers.ts';
import type {Settings} from './settings.ts';

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
	/** Made before in this session, for this user. */
	| {readonly kind: 'made'; readonly key: Secret}
	/** It was declined: no key was created. */
	| {readonly kind: 'refused'; readonly error: CliError}
	/** Whether a key was created is not known. */
	| {readonly kind: 'open'; readonly error: CliError};

/** A scope that is to be reviewed again, with what its last review had shown to be set there. */
export interface ScopeToReview {
	readonly scope: Scope;
	readonly reviewed: string | null;
}

/**
 * All that a step may look at: settings and what has come since. The same context gives the same question.
 */
export interface Context extends Settings {
	/** What has been collected so far. */
	readonly answers: Answers;
	/** Answers that were taken away by going back: offered again as defaults, the key excepted. */
	readonly earlier: Answers;
	/** What the question is about that is asked now, where an entry says so: a user. */
	readonly about: string | undefined;
	readonly place: Target;
	readonly reads: SessionReads;
	/** The scopes that are left of a plan because they had changed since its review; undefined: all. */
	readonly left: readonly ScopeToReview[] | undefined;
	/** The making of a key for a user who had none: how far it is, and how it ended. */
	readonly keyCreation: KeyCreation;
	/** What was replaced from this machine, by scope, and is not put back. */
	readonly replaced: () => ReturnType<typeof replacements>;
	/** True where the login was made with an API key, which ties it to one account (documented). */
	readonly isApiKeyLogin: boolean;
}

/**
 * Where the operator stands: the configuration file at once, `ibmcloud target` once it has answered. The
 * CLI's answer wins over the file, which may be another one than we think; the linked classic account is in
 * its token and in `account show`, but not in `target --output json` (seen).
 */
export function placeOf(
	configuration: Configuration | undefined,
	target: Target | undefined,
	linked: {readonly classicAccount: string | null | undefined} | undefined,
): Target {
	const base: Target = target ?? configuration ?? {loggedIn: false};
	const fromFile =
		configuration?.account?.id === base.account?.id ? configuration?.classicAccount : undefined;
	const sources = [base.classicAccount, fromFile, linked?.classicAccount];
	// A number from any source wins; "none is linked" is inferred from its absence, so it counts last.
	const classicAccount =
		sources.find((source) => typeof source === 'string') ?? sources.find((source) => source === null);
	const isPrivate = base.isPrivate ?? configuration?.isPrivate;
	return {
		...base,
		...(classicAccount === undefined ? {} : {classicAccount}),
		...(isPrivate === undefined ? {} : {isPrivate}),
	};
}
