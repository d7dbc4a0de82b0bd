import type {Environment} from '../shell/environment.ts';
import type {errorKinds} from './error-kinds.ts';
import type {RegionName} from './facts/regions.ts';

/**
 * The shapes in which the client speaks of IBM Cloud. All strings from the CLI are already cleaned of escape,
 * control and bidirectional characters (see `secrets/clean.ts`); none contains a secret.
 */

export type ErrorKind = keyof typeof errorKinds;

/** A failure of one `ibmcloud` command as a value. */
export interface CliError {
	readonly kind: ErrorKind;
	/** The CLI's own words, cleaned and redacted; several lines; empty where it said nothing. */
	readonly words: string;
	/** IBM's error code (`E0051`, `BXNIM0408E`) where one was printed. */
	readonly code?: string;
	/** The command as a person may read and copy it: no secret in it. */
	readonly command: string;
	readonly exitCode?: number;
}

export type Outcome<Value> =
	| {readonly ok: true; readonly value: Value}
	| {readonly ok: false; readonly error: CliError};

/** One command that can be run: what it is, and how to run it. Building one starts nothing. */
export interface Operation<Value> {
	/** Names the command, its values and the configuration it runs in: equal keys give equal answers. */
	readonly key: string;
	/** The command as a person may read and copy it; secrets are a reference. */
	readonly command: string;
	run(options?: {readonly signal?: AbortSignal | undefined}): Promise<Outcome<Value>>;
}

/** A configuration of the CLI that commands run in: the operator's own, or a private copy. */
export interface ConfigurationDirectory {
	/** Names it in the keys of reads. */
	readonly name: string;
	/** Changes to a child's environment that make the CLI use it. */
	readonly environment: Environment;
	readonly configurationFile: string;
}

/**
 * How one write ended, whoever carried it out. `refused` is a closed set: the service declined, or nothing
 * left this machine (`wasSent` is false). Everything else is `open`: only a read tells what became of it.
 */
export type WriteOutcome =
	| {readonly kind: 'done'}
	| {readonly kind: 'refused'; readonly error: CliError; readonly wasSent?: false}
	| {readonly kind: 'open'; readonly error: CliError};

/** One row of `ibmcloud sl user list`. Only the username is certain (SLCAP: every field may be missing). */
export interface InfrastructureUser {
	readonly id?: number;
	readonly username: string;
	readonly displayName: string;
	readonly email: string;
	/** `userStatus.name` as the server wrote it ("Active", "Disabled"), or empty. */
	readonly status: string;
	/** Whether the user has a classic API key; undefined where the list does not say. */
	readonly hasKey: boolean | undefined;
	/** Something of the username is lost (seen: U+FFFD for bytes that are no UTF-8): it cannot be sent. */
	readonly isUnreadable?: true;
}

/** What `ibmcloud sl user list` says. */
export interface UserList {
	/** In the order of the list, each username once. */
	readonly users: readonly InfrastructureUser[];
	/** Rows without a username, or with one that cannot be shown as it is. */
	readonly leftOut: number;
}

export interface ResourceGroup {
	readonly id: string;
	readonly name: string;
	readonly isDefault: boolean;
}

export interface Account {
	readonly id: string;
	readonly name: string;
}

/** What `ibmcloud target` and the configuration file say about where the operator stands. */
export interface Target {
	readonly loggedIn: boolean;
	readonly user?: string;
	readonly account?: Account;
	/** The linked classic account number; `null` = surely none is linked; undefined = not known. */
	readonly classicAccount?: string | null;
	readonly group?: Pick<ResourceGroup, 'id' | 'name'>;
	readonly region?: string;
	/** A private-endpoint session, where the `sl` plug-in does not work (DOC). */
	readonly isPrivate?: boolean;
}

/** The CLI's configuration, read only (from source: ibm-cloud-cli-sdk): every field may be missing. */
export interface Configuration extends Target {
	/** The IAM access token's expiry in milliseconds since the epoch. */
	readonly tokenExpiresAt?: number;
	/** True for a login with an API key, which is tied to one account (inferred from the grant type). */
	readonly apiKeyLogin?: boolean;
}

export interface Plugin {
	readonly name: string;
	readonly version: string;
}

/** The username that is set in a scope; `null` = none. An answer that says neither is not readable. */
export type Credential = string | null;

/** `ks infra-permissions get`: whose account is in force, and what its user may not do. */
export interface InfraPermissions {
	/** The classic account number in force. */
	readonly account?: string;
	/** How access is set up: by a pair, or by the linked account. Spelling of the values inferred. */
	readonly setBy: 'manual' | 'linked' | 'unknown';
	readonly missingRequired: readonly string[];
	readonly missingSuggested: readonly string[];
}

/** A classic cluster of `ks cluster ls --provider classic`. */
export interface ClassicCluster {
	readonly id: string;
	readonly name: string;
	/** The region in today's spelling, from region, data center or location; undefined where unknown. */
	readonly region?: RegionName;
	readonly groupId?: string;
	readonly groupName?: string;
}
