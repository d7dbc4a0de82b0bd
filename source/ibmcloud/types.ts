import type {Environment} from '../shell/environment.ts';
import type {errorKinds} from './error-kinds.ts';
import type {RegionName} from './facts/regions.ts';

/**
 * The types in which the client describes IBM Cloud. All strings from the CLI are already cleaned of escape,
 * control and bidirectional characters (see `secrets/clean.ts`); none contains a secret.
 */

export type ErrorKind = keyof typeof errorKinds;

/** The failure of one `ibmcloud` command. */
export interface CliError {
	readonly kind: ErrorKind;
	/** The CLI's own words, cleaned and redacted, on one or more lines; empty if there are none. */
	readonly words: string;
	/** IBM's error code (`E0051`, `BXNIM0408E`), if one was printed. */
	readonly code?: string;
	/** The command in a form to read and copy, without secrets. */
	readonly command: string;
	readonly exitCode?: number;
}

export type Outcome<Value> =
	| {readonly ok: true; readonly value: Value}
	| {readonly ok: false; readonly error: CliError};

/** A command that can be run. Building one starts nothing. */
export interface Operation<Value> {
	/** Names the command, its values and its configuration: equal keys give equal answers. */
	readonly key: string;
	/** The command in a form to read and copy; secrets are references. */
	readonly command: string;
	run(options?: {readonly signal?: AbortSignal | undefined}): Promise<Outcome<Value>>;
}

/** A configuration of the CLI that commands run in: the operator's own, or a private copy. */
export interface ConfigurationDirectory {
	/** Identifies it in the keys of reads. */
	readonly name: string;
	/** Changes to a child's environment that make the CLI use this configuration. */
	readonly environment: Environment;
	readonly configurationFile: string;
}

/**
 * How a write ended, whoever made it. `refused` is a closed set: the service declined, or nothing left this
 * machine (`wasSent` is false). Everything else is `open`: only a read can tell the result.
 */
export type WriteOutcome =
	| {readonly kind: 'done'}
	| {readonly kind: 'refused'; readonly error: CliError; readonly wasSent?: false}
	| {readonly kind: 'open'; readonly error: CliError};

/** A row of `ibmcloud sl user list`. Only the username is certain (SLCAP: every field may be missing). */
export interface InfrastructureUser {
	readonly id?: number;
	readonly username: string;
	readonly displayName: string;
	readonly email: string;
	/** `userStatus.name` as the server wrote it ("Active", "Disabled"), or empty. */
	readonly status: string;
	/** Whether the user has a classic API key; undefined if the list does not say. */
	readonly hasKey: boolean | undefined;
	/** Part of the username is lost (seen: U+FFFD for bytes that are no UTF-8), so it cannot be sent. */
	readonly isUnreadable?: true;
}

/** The result of `ibmcloud sl user list`. */
export interface UserList {
	/** In the order of the list, each username once. */
	readonly users: readonly InfrastructureUser[];
	/** The number of rows without a username, or with one that cannot be shown as it is. */
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

/** The operator's target, as reported by `ibmcloud target` and the configuration file. */
export interface Target {
	readonly loggedIn: boolean;
	readonly user?: string;
	readonly account?: Account;
	/** The linked classic account number; `null` if surely none is linked, undefined if unknown. */
	readonly classicAccount?: string | null;
	readonly group?: Pick<ResourceGroup, 'id' | 'name'>;
	readonly region?: string;
	/** Whether the session uses a private endpoint, where the `sl` plug-in does not work (DOC). */
	readonly isPrivate?: boolean;
}

/** The CLI's configuration, read only (from source: ibm-cloud-cli-sdk). Every field may be missing. */
export interface Configuration extends Target {
	/** When the IAM access token expires, in milliseconds since the epoch. */
	readonly tokenExpiresAt?: number;
	/** Whether the login used an API key, which is tied to one account (inferred from the grant type). */
	readonly apiKeyLogin?: boolean;
}

export interface Plugin {
	readonly name: string;
	readonly version: string;
}

/** The username set in a scope, or `null` for none. An answer that says neither is unreadable. */
export type Credential = string | null;

/** The result of `ks infra-permissions get`: the account in force, and the permissions its user lacks. */
export interface InfraPermissions {
	/** The classic account number in force. */
	readonly account?: string;
	/** How access is set up: by a pair or by the linked account. The spelling of the values is inferred. */
	readonly setBy: 'manual' | 'linked' | 'unknown';
	readonly missingRequired: readonly string[];
	readonly missingSuggested: readonly string[];
}

/** A classic cluster of `ks cluster ls --provider classic`. */
export interface ClassicCluster {
	readonly id: string;
	readonly name: string;
	/** Today's name of the region, from region, data center or location; undefined if unknown. */
	readonly region?: RegionName;
	readonly groupId?: string;
	readonly groupName?: string;
}
