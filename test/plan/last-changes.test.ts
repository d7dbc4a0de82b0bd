import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {JournalEntry} from '../../source/plan/journal-entry.ts';
import {lastRun, newestRuns, provenAt} from '../../source/plan/last-changes.ts';
import {recordedRuns, type RecordedRun} from '../../source/plan/recorded-runs.ts';
import {line} from './journal-lines.ts';

const scope = {region: 'us-south', group: {id: 'group-1', name: 'default'}} as const;
const pair = {username: '1234567_jane@example.com', fingerprint: '5fb1ac7e'};

/** A run that set the pair, with this end. */
function setIn(
	run: string,
	end: Partial<JournalEntry> | undefined,
	more: Partial<JournalEntry> = {},
): JournalEntry[] {
	const begun = line({run, keyFingerprint: pair.fingerprint, ...more});
	return [
		begun,
		...(end === undefined
			? []
			: [{...begun, event: 'end', time: `2026-01-0${run}T00:00:00.000Z`, left: 'known', ...end} as const]),
	];
}

function runsOf(...lines: readonly JournalEntry[][]): RecordedRun[] {
	return recordedRuns(lines.flat());
}

test('the last run is the newest of its kind in this account', () => {
	const runs = runsOf(
		setIn('1', {result: 'verified'}),
		setIn('2', {result: 'verified'}, {account: {id: 'account-2', name: 'Other'}}),
		setIn('3', {result: 'removed'}, {change: 'unset', after: null}),
		setIn('4', {result: 'verified'}, {account: null}),
	);
	assert.equal(lastRun(runs, 'set', 'account-1')?.run, '1');
	assert.equal(lastRun(runs, 'unset', 'account-1')?.run, '3');
	assert.equal(lastRun(runs, 'set', undefined), undefined);
	assert.equal(lastRun(runs, 'unset', 'account-2'), undefined);
});

test('a pair was proven where the last change of the scope set it and proved it', () => {
	assert.equal(provenAt(runsOf(setIn('1', {result: 'verified'})), scope, pair), '2026-01-01T00:00:00.000Z');
	assert.equal(provenAt([], scope, pair), undefined);
	assert.equal(provenAt(runsOf(setIn('1', {result: 'set-not-proven'})), scope, pair), undefined);
	const proven = runsOf(setIn('1', {result: 'verified'}));
	assert.equal(provenAt(proven, {...scope, region: 'eu-de'}, pair), undefined);
	assert.equal(provenAt(proven, {...scope, group: {id: 'group-2', name: 'default'}}, pair), undefined);
	assert.equal(provenAt(proven, scope, {...pair, fingerprint: '00000000'}), undefined);
	assert.equal(provenAt(proven, scope, {...pair, username: '1234567_john@example.com'}), undefined);
});

test('whatever came after it takes that away, unless it is known to have written nothing', () => {
	const first = setIn('1', {result: 'verified'});
	for (const later of [
		setIn('2', {result: 'verified'}, {after: '1234567_john@example.com'}),
		setIn('2', {result: 'removed'}, {change: 'unset', after: null}),
		setIn('2', {result: 'unknown', left: 'unknown'}),
		setIn('2', undefined),
	]) {
		assert.equal(provenAt(runsOf(first, later), scope, pair), undefined);
	}

	for (const later of [
		setIn('2', {result: 'not-started', left: 'untouched'}),
		setIn('2', undefined, {event: 'planned'}),
	]) {
		assert.equal(provenAt(runsOf(first, later), scope, pair), '2026-01-01T00:00:00.000Z');
	}
});

test('the journal is read once, and only where somebody asks', () => {
	const asked: unknown[] = [];
	const runs = newestRuns({
		runs(newest) {
			asked.push(newest);
			return {runs: runsOf(setIn('1', undefined)), isWhole: true, unread: []};
		},
	});
	assert.deepEqual(asked, []);
	assert.equal(runs(), runs());
	assert.equal(runs()[0]?.run, '1');
	assert.deepEqual(asked, [100]);
});
