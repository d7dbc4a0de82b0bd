import type {RegionName} from '../ibmcloud/facts/regions.ts';
import type {Account, ClassicCluster} from '../ibmcloud/types.ts';
import {isObject, parseObject, type JsonObject} from '../secrets/json.ts';
import type {Scope, ScopeResult} from './plan.ts';

/** `planned`: a run of several means to change this scope. `seen`: the operator was shown a dead run. */
const events = ['planned', 'begin', 'end', 'seen'] as const;

/** One line of the journal: what was done in a scope. Never contains a key. Later versions may add fields. */
export interface JournalEntry {
	readonly version: 1;
	/** The same for all lines of one run. */
	readonly run: string;
	/** The process id of the run. It does not tell whether the run is alive, since ids are reused. */
	readonly pid: number;
	/** ISO 8601, UTC. */
	readonly time: string;
	readonly event: (typeof events)[number];
	/** The version of this program; missing in lines of the first versions. */
	readonly program?: string;
	readonly operator?: string;
	readonly change: 'set' | 'unset';
	/** The IBM Cloud account, with the number of the linked classic account if that is known. */
	readonly account: (Account & {readonly number?: string}) | null;
	readonly group: Scope['group'];
	readonly region: RegionName;
	/** The username that was set before; null = none; undefined if it could not be read. */
	readonly before?: string | null;
	/** The username to be set; null for `unset`. */
	readonly after: string | null;
	readonly keyFingerprint?: string;
	readonly writer: 'cli' | 'api';
	/** What the change means, by account number. */
	readonly effect?: string;
	/** The classic clusters of the scope; undefined if the list could not be read. */
	readonly clusters?: ReadonlyArray<Pick<ClassicCluster, 'id' | 'name'>>;
	/** How it ended; only in `end`. */
	readonly result?: ScopeResult['kind'];
	/** Only in `end`: whether it is known what is set, nothing was written, or neither. */
	readonly left?: 'known' | 'untouched' | 'unknown';
	/** What proved the pair; only in `end`. */
	readonly provenBy?: string;
	/** Only in `end`: the username that was read, if it is not the expected one; null = none. */
	readonly found?: string | null;
	/** The kind of error that ended it; only in `end`. */
	readonly error?: string;
}

/** Returns the lines of a text that are entries. A line that a full disk has cut off is left out. */
export function journalEntries(text = ''): JournalEntry[] {
	// Only the operator can write the file, but whatever is not an entry is left out all the same.
	return text
		.split('\n')
		.map((line) => parseObject(line))
		.filter((value) => value !== undefined && isEntry(value));
}

/** Checks the fields that the readers of the journal rely on. */
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
