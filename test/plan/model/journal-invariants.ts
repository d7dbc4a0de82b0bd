import assert from 'node:assert/strict';
import type {JournalEntry} from '../../../source/plan/journal-entry.ts';
import {recordedRuns, unfinishedIn} from '../../../source/plan/recorded-runs.ts';
import {isDone} from '../../../source/plan/status.ts';
import {readsOf, type Ended} from './ended.ts';
import type {History} from './history.ts';

/** Every write begins in the journal, with what was set before, and ends in it. */
export function checkJournal({planned, result, calls}: Ended, {interruption}: History): void {
	const write = calls.find(({kind}) => kind === 'write');
	const begin = calls.find((call) => call.kind === 'begin');
	const end = calls.find((call) => call.kind === 'end');
	if (write !== undefined) {
		assert.ok(begin !== undefined && begin.at <= write.at, 'written only after the journal has it');
		assert.equal(begin.before, readsOf(calls).findLast(({at}) => at <= begin.at)?.value);
	}

	const isLeftOpen = interruption?.kind === 'death' || interruption?.kind === 'abort';
	if (calls.some(({kind}) => kind === 'planned' || kind === 'begin') && !isLeftOpen) {
		assert.equal(end?.result, result?.kind, `the end of ${planned.scope.region} is in the journal`);
	}
}

/** From the lines alone, a later start reports every written scope whose credential is not known. */
export function checkLaterStart(entries: readonly JournalEntry[], scopes: readonly Ended[]): void {
	const [run] = recordedRuns(entries);
	const reported = run === undefined ? [] : (unfinishedIn(run)?.open ?? []);
	for (const {planned, result, calls} of scopes) {
		const {region} = planned.scope;
		const wasWritten = calls.some(({kind}) => kind === 'write');
		const isKnown =
			calls.some(({kind}) => kind === 'end') && result !== undefined && result.kind !== 'unknown';
		const isReported = reported.some((entry) => entry.region === region);
		assert.ok(!wasWritten || isKnown || isReported, `what became of ${region} is reported at the next start`);
		assert.ok(!isReported || !isDone(result), `${region} is done, and not reported`);
	}
}

/** With several scopes, all planned changes are in the journal before the first write. */
export function checkBatch(scopes: readonly Ended[]): void {
	const momentsOf = (kind: string): number[] =>
		scopes.flatMap(({calls}) => calls.filter((call) => call.kind === kind).map(({at}) => at));
	const planned = momentsOf('planned');
	const begun = momentsOf('begin');
	if (begun.length > 0) {
		assert.equal(planned.length, scopes.length === 1 ? 0 : scopes.length);
		assert.ok(Math.max(...planned) <= Math.min(...begun), 'all are planned before the first is begun');
	}
}
