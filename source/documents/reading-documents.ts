import type {RegionName} from '../ibmcloud/facts/regions.ts';
import type {ClassicCluster, CliError, Credential, Outcome, Target} from '../ibmcloud/types.ts';
import type {JournalEntry} from '../plan/journal-entry.ts';
import type {Journal, RecordedRuns} from '../plan/journal.ts';
import type {Scope} from '../plan/plan.ts';
import {version} from '../program-name.ts';
import type {Texts} from '../text/texts.ts';
import type {Check} from '../wizard/view.ts';
import {accountDocument, errorDocument, outcomeDocument} from './change-document.ts';
import type {DocumentOf} from './schemas.ts';

// The documents of the commands that change nothing. A version rises if an existing field changes meaning.

/** A scope, what is set there, and its classic clusters. */
export interface StatusCell {
	readonly scope: Scope;
	readonly credential: Outcome<Credential>;
	/** Undefined if the list of clusters could not be read. */
	readonly clusters: ReadonlyArray<Pick<ClassicCluster, 'id' | 'name'>> | undefined;
	/** The username to be set there, `null` for none; undefined if nothing is expected. */
	readonly expected?: string | null | undefined;
}

/**
 * Something that was asked for and has no cell, since its scope is not known. `targeted-group`: no group is
 * targeted. `other-groups`: scopes that only the list of clusters would name. `clusters`: the clusters of the
 * named groups. `cluster`: the scope of a cluster whose region or group is not known.
 */
export interface Gap {
	readonly kind: 'targeted-group' | 'other-groups' | 'clusters' | 'cluster';
	readonly error: CliError;
	/** For a `cluster`, as far as they are known. */
	readonly region?: RegionName | undefined;
	/** The name or the id. */
	readonly group?: string | undefined;
	readonly cluster?: string;
}

/** Returns the username in a cell: `null` if none is set, undefined if it is not known. */
export function usernameInCell({credential}: StatusCell): string | null | undefined {
	return credential.ok ? credential.value : undefined;
}

/** Reports whether a cell has what is expected there, if anything is. */
export function isAsExpected(cell: StatusCell): boolean {
	return cell.expected === undefined || usernameInCell(cell) === cell.expected;
}

/** Returns the document of `status`. Given back as `@FILE`, it says what is expected. */
export function statusDocument(
	exitStatus: number,
	{
		cells = [],
		gaps = [],
		place: {account, classicAccount, user} = {loggedIn: false},
		expected,
		error,
	}: {
		readonly cells?: readonly StatusCell[];
		readonly gaps?: readonly Gap[];
		readonly place?: Target;
		/** The value of `--expect`. */
		readonly expected?: string | undefined;
		readonly error?: CliError | undefined;
	} = {},
): DocumentOf<'status'> {
	return {
		schemaVersion: 2,
		command: 'status',
		exitStatus,
		program: version,
		time: new Date().toISOString(),
		account: accountDocument(account, classicAccount),
		operator: user ?? null,
		expected: expected ?? null,
		scopes: cells.map((cell): DocumentOf<'status'>['scopes'][number] => ({
			region: cell.scope.region,
			resourceGroup: cell.scope.group,
			credential: outcomeDocument(cell.credential),
			classicClusters: cell.clusters ?? null,
			...(cell.expected === undefined ? {} : {expected: cell.expected, found: usernameInCell(cell)}),
			asExpected: cell.expected === undefined || !cell.credential.ok ? null : isAsExpected(cell),
		})),
		unread: gaps.map(
			({kind, region, group, cluster, error: reason}): DocumentOf<'status'>['unread'][number] => ({
				kind,
				region: region ?? null,
				resourceGroup: group ?? null,
				classicCluster: cluster ?? null,
				error: errorDocument(reason),
			}),
		),
		error: errorDocument(error),
	};
}

/** Returns the document of `doctor`. */
export function doctorDocument(
	exitStatus: number,
	{
		checks,
		configurationFile,
		program,
		error = checks.find(({state}) => state === 'missing')?.error,
	}: {
		readonly checks: readonly Check[];
		readonly configurationFile?: string | undefined;
		/** The `ibmcloud` that was found; undefined if there is none, or in a rehearsal. */
		readonly program?: string | undefined;
		/** Why nothing was checked. */
		readonly error?: CliError | undefined;
	},
	texts: Texts,
): DocumentOf<'doctor'> {
	return {
		schemaVersion: 1,
		command: 'doctor',
		exitStatus,
		program: program ?? null,
		configurationFile: configurationFile ?? null,
		checks: checks.map(
			({id, state, result, remedy, error: reason}): DocumentOf<'doctor'>['checks'][number] => ({
				id,
				state,
				result: result === undefined ? null : texts.say(result),
				remedy: remedy ?? null,
				error: errorDocument(reason),
			}),
		),
		error: errorDocument(error),
	};
}

/** Returns the document of `history`. */
export function historyDocument(
	exitStatus: number,
	{directory, formerFile}: Journal,
	{runs, unread}: Pick<RecordedRuns, 'runs' | 'unread'>,
	error?: CliError,
): DocumentOf<'history'> {
	return {
		// 2: the number of an account is `null` if none is known.
		schemaVersion: 2,
		command: 'history',
		exitStatus,
		directory,
		file: formerFile,
		entries: runs.flatMap(({entries}) => entries.map((entry) => entryDocument(entry))),
		unread,
		error: errorDocument(error),
	};
}

function entryDocument({account, ...entry}: JournalEntry): DocumentOf<'history'>['entries'][number] {
	return {...entry, account: account && {...account, number: account.number ?? null}};
}
