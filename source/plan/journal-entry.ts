import type {RegionName} from '../ibmcloud/facts/regions.ts';
import type {Account, ClassicCluster} from '../ibmcloud/types.ts';
import {isObject, parseObject, type JsonObject} from '../secrets/json.ts';
import type {Scope, ScopeResult} from './plan.ts';

/**
 * What a line of the journal says happened. `planned`: a run of several scopes means to change this one;
 * `seen`: a run that died has been shown to the operator.
 */
const events = ['planned', 'begin', 'end', 'seen'] as const;

/** One line of the journal: what was done in a scope. Never holds a key. Later versions may add fields. */
export interface JournalEntry {
	readonly version: 1;
	/** The same for all lines of one run. */
	readonly run: string;
	/** Process id of the run. Whether the run lives is not told by it, since ids are used again. */
	readonly pid: number;
	/** ISO 8601, UTC. */
	readonly time: string;
	readonly event: (typeof events)[number];
	/** The version of this program; not in the lines of the first versions. */
	readonly program?: string;
	readonly operator?: string;
	readonly change: 'set' | 'unset';
	/** The IBM Cloud account, with the number of the linked classic account, where it is known. */
	readonly account: (Account & {readonly number?: string}) | null;
	readonly group: Scope['group'];
	readonly region: RegionName;
	/** The username that was set before; null = none; undefined where it could not be read. */
	readonly before?: string | null;
	/** The username that is to be set; null for `unset`. */
	readonly after: string | null;
	readonly keyFingerprint?: string;
	readonly writer: 'cli' | 'api';
	/** What the change does, by account number. */
	readonly effect?: string;
	/** The classic clusters of the scope; undefined where the list could not be read. */
	readonly clusters?: ReadonlyArray<Pick<ClassicCluster, 'id' | 'name'>>;
	/** How it ended; only in `end`. */
	readonly result?: ScopeResult['kind'];
	/** In `end`: it is known what is set, nothing was written, or neither. */
	readonly left?: 'known' | 'untouched' | 'unknown';
	/** What proved the pair; only in `end`. */
	readonly provenBy?: string;
	/** In `end`: the username that was read, where it is not the expected one; null = none. */
	readonly found?: string | null;
	/** The kind of error that ended it; only in `end`. */
	readonly error?: string;
}

/** The lines of a text, where there is one, that are entries; what a full disk has cut is left out. */
export function journalEntries(text = ''): JournalEntry[] {
	// The file is our own and only the operator can write it; what is not an entry is left out all the same.
	return text
		.split('\n')
		.map((line) => parseObject(line))
		.filter((value) => value !== undefined && isEntry(value));
}

/** The parts that everything here stands on. */
function isEntry(value: JsonObject): value is JsonObject & JournalEntry {
	const {run, pid, event, region, group, time, clusters} = value as Partial<
		Record<keyof JournalEntry, unknown>
	>;
	return (
		typeof run === 'string' &&
		typeof pid === 'number' &&
		typeof time === 'string' &&
		!Number.isNaN(Date.parse(time)) &&
		(clusters === undefined || Array.isArray(clusters)) &&
		typeof region === 'string' &&
		events.some((one) => one === event) &&
		isObject(group) &&
		'id' in group &&
		'name' in group
	);
}
