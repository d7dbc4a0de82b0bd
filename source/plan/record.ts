import type {Outcome} from '../ibmcloud/types.ts';
import type {ApplyEvent} from './apply-tools.ts';
import type {Journal, JournalEntry, UnfinishedRun} from './journal.ts';
import type {Plan} from './plan.ts';

/** Turns what apply tells into lines of the journal, all of one run. */
export function journalRecorder(
	journal: Journal,
	{pid, now}: {readonly pid: number; readonly now: () => number},
): (event: ApplyEvent, plan: Plan) => Promise<Outcome<void>> {
	const run = `${pid}-${now()}`;
	return async (event, plan) =>
		journal.append(entryOf(event, plan, {run, pid, time: new Date(now()).toISOString()}));
}

/** Notes that the operator has been told of a run that died: it is not offered again. */
export async function acknowledgeRun(
	journal: Journal,
	{run, open}: UnfinishedRun,
	now: () => number,
): Promise<Outcome<void>> {
	const [first] = open;
	return first === undefined
		? {ok: true, value: undefined}
		: journal.append({...first, run, event: 'seen', time: new Date(now()).toISOString()});
}

function entryOf(
	{kind, planned, ...rest}: ApplyEvent,
	plan: Plan,
	stamp: Pick<JournalEntry, 'run' | 'pid' | 'time'>,
): JournalEntry {
	const {before, scope, change} = planned;
	return {
		version: 1,
		...stamp,
		event: kind,
		change: change.kind,
		account: plan.account ?? null,
		group: scope.group,
		region: scope.region,
		...(before.ok ? {before: before.value.kind === 'none' ? null : (before.value.username ?? '')} : {}),
		after: change.kind === 'set' ? change.pair.username : null,
		...(change.kind === 'set' ? {keyFingerprint: change.pair.apiKey.fingerprint} : {}),
		writer: plan.writer,
		...('result' in rest ? {result: rest.result.kind} : {}),
	};
}
