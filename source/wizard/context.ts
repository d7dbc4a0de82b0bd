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
	/** `account show`: the linked classic account number, where neither the file nor the target has it. */
	readonly linked: Read<{readonly classicAccount: string | null | undefined}>;
	readonly users: Read<UserList>;
	/** The users of another account of the same login, listed in a private copy of the configuration. */
	usersOf(account: Account): Read<UserList>;
	readonly accounts: Read<readonly Account[]>;
	readonly groups: Read<readonly ResourceGroup[]>;
	readonly clusters: Read<readonly ClassicCluster[]>;
	/** The username that is set in a scope. */
	credential(scope: Scope): Read<Credential>;
	/** The infrastructure account in force in a scope. */
	permissions(scope: Scope): Read<InfraPermissions>;
	/** Whether the classic API accepts the pair. */
	pairCheck(username: string, apiKey: Secret): Read<PairCheck>;
}

/** How far the creation of a key is. It is a write, so it is never repeated automatically. */
export type KeyCreation =
	| {readonly kind: 'none'}
	| {readonly kind: 'running'}
	/** Created earlier in this session, for this user. */
	| {readonly kind: 'made'; readonly key: Secret}
	/** Declined: no key was created. */
	| {readonly kind: 'refused'; readonly error: CliError}
	/** It is unknown whether a key was created. */
	| {readonly kind: 'open'; readonly error: CliError};

/** A scope to review again, with the username that its last review showed. */
export interface ScopeToReview {
	readonly scope: Scope;
	readonly reviewed: string | null;
}

/** Everything a step may look at: settings and what came since. Equal contexts give equal questions. */
export interface Context extends Settings {
	readonly answers: Answers;
	/** Answers taken back by going back; offered again as defaults, except for the key. */
	readonly earlier: Answers;
	/** The user that the present question is about, where an entry names one. */
	readonly about: string | undefined;
	readonly place: Target;
	readonly reads: SessionReads;
	/** The scopes left of a plan because they changed after its review; undefined means all. */
	readonly left: readonly ScopeToReview[] | undefined;
	/** The creation of a key for a user who had none. */
	readonly keyCreation: KeyCreation;
	/** What was replaced from this machine and not put back, by scope. */
	readonly replaced: () => ReturnType<typeof replacements>;
	/** True for a login with an API key, which ties it to one account (documented). */
	readonly isApiKeyLogin: boolean;
}

/**
 * Returns where the operator stands: from the configuration file at once, from `ibmcloud target` once it has
 * answered. The CLI wins over the file, which may not be the one the CLI uses. The linked classic account is
 * in the CLI's token and in `account show`, but not in `target --output json` (seen).
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
	// A number from any source wins. That none is linked is inferred from its absence, so it counts last.
	const classicAccount =
		sources.find((source) => typeof source === 'string') ?? sources.find((source) => source === null);
	const isPrivate = base.isPrivate ?? configuration?.isPrivate;
	return {
		...base,
		...(classicAccount === undefined ? {} : {classicAccount}),
		...(isPrivate === undefined ? {} : {isPrivate}),
	};
}
