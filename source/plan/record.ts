import {present} from '../ibmcloud/parsers/fields.ts';
import type {ApplyEvent} from './apply-dependencies.ts';
import type {JournalEntry} from './journal-entry.ts';
import type {Journal} from './journal.ts';
import {expectedOf, type Plan, type PlannedScope, type ScopeResult} from './plan.ts';
import type {RecordedChange} from './recorded-runs.ts';
import {aftermathOf} from './status.ts';

/** What every line says of its run. */
interface RunIdentity {
	readonly pid: number;
	/** The version of this program. */
	readonly program: string;
	/** Returns who is logged in, if known by now. */
	readonly operator: () => string | undefined;
	readonly now: () => number;
}

/** Writes the events of apply to the journal, as the lines of one run. `close` ends the run. */
export function runRecorder(journal: Pick<Journal, 'newRun'>, {pid, program, operator, now}: RunIdentity) {
	const file = journal.newRun();
	const time = (): string => new Date(now()).toISOString();
	return {
		record: async (event: ApplyEvent, plan: Plan) =>
			file.append({
				version: 1,
				run: file.run,
				pid,
				time: time(),
				program,
				...present({operator: operator()}),
				...entryOf(event, plan),
			}),
		close: async () => file.close(time()),
	};
}

/** Returns a change of this run in the form of the journal. @param at milliseconds since the epoch. */
export function recordedChange(
	planned: PlannedScope,
	result: ScopeResult,
	plan: Plan,
	at: number,
): RecordedChange {
	const time = new Date(at).toISOString();
	const entry = {
		version: 1,
		run: '',
		pid: 0,
		time,
		...entryOf({kind: 'end', planned, result}, plan),
	} as const;
	return {entry, end: entry};
}

type Said = Omit<JournalEntry, 'version' | 'run' | 'pid' | 'time' | 'program' | 'operator'>;

function entryOf({kind, planned, ...rest}: ApplyEvent, plan: Plan): Said {
	const {before, scope, change, effect, clusters} = planned;
	const {account, linkedAccount} = plan;
	return {
		event: kind,
		change: change.kind,
		account: account === undefined ? null : {...account, ...present({number: linkedAccount ?? undefined})},
		group: scope.group,
		region: scope.region,
		after: expectedOf(planned),
		writer: plan.writer,
		effect,
		...present({
			before: before.ok ? before.value : undefined,
			keyFingerprint: change.kind === 'set' ? change.pair.apiKey?.fingerprint : undefined,
			clusters: clusters?.map(({id, name}) => ({id, name})),
		}),
		...('result' in rest ? recordedEnd(rest.result) : {}),
	};
}

/** Returns how a scope ended, and whether it is known what is set there since. */
export function recordedEnd(
	result: ScopeResult,
): Pick<JournalEntry, 'result' | 'left' | 'provenBy' | 'found' | 'error'> {
	const aftermath = aftermathOf(result);
	return {
		result: result.kind,
		left: aftermath === 'written' || aftermath === 'found' ? 'known' : aftermath,
		...present({
			provenBy: 'provenBy' in result ? result.provenBy : undefined,
			found: foundIn(result),
			error: 'error' in result ? result.error?.kind : undefined,
		}),
	};
}

/** Returns the username that was read, if it is not the expected one. */
function foundIn(result: ScopeResult): JournalEntry['found'] {
	return 'found' in result ? result.found : result.kind === 'failed' ? result.foundAfter : undefined;
}
