import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {JournalEntry} from '../../source/plan/journal-entry.ts';
import {recordedRuns, replacements} from '../../source/plan/recorded-runs.ts';
import {line} from './journal-lines.ts';

const [ada, bob, zoe] = ['1234567_ada@example.com', '1234567_bob@example.com', '7654321_zoe@example.com'];

/** A change that is over. */
function change(
	before: string | null,
	after: string | null,
	more: Partial<JournalEntry> = {},
): JournalEntry[] {
	const {result, left, found, ...entry} = {result: 'verified', left: 'known', ...more} as const;
	const end = {event: 'end', time: '2026-01-01T13:00:00.000Z', result, left} as const;
	const begun = line({before, after, ...entry});
	return [begun, {...begun, ...end, ...(found === undefined ? {} : {found})}];
}

/** What is still replaced, as `before → after`, the oldest first. */
function replaced(...lines: readonly JournalEntry[][]): string[] {
	const changes = recordedRuns(lines.flat()).flatMap((run) => run.changes);
	return [...replacements(changes).values()].flat().map(({before, after}) => `${before} → ${after}`);
}

test('a change that put one user in the place of another is reported with when it was over', () => {
	const [run] = recordedRuns(change(zoe, ada));
	const [found] = replacements(run?.changes ?? []).get('group-1 us-south') ?? [];
	assert.partialDeepStrictEqual(found, {before: zoe, after: ada, until: '2026-01-01T13:00:00.000Z'});
	assert.deepEqual(replaced(change(null, ada)), [`null → ${ada}`]);
	assert.deepEqual(replaced(change(ada, null, {result: 'removed', change: 'unset'})), [`${ada} → null`]);
});

test('a renewal, and what wrote nothing, replace nobody', () => {
	assert.deepEqual(replaced(change(ada, ada)), []);
	for (const result of ['changed-since-review', 'not-current', 'nothing-to-do'] as const) {
		assert.deepEqual(replaced(change(zoe, ada), change(ada, bob, {result, found: zoe})), [`${zoe} → ${ada}`]);
	}

	const failed = change(ada, bob, {result: 'failed', left: 'untouched'});
	assert.deepEqual(replaced(change(zoe, ada), failed), [`${zoe} → ${ada}`]);
	assert.deepEqual(
		replaced(change(zoe, ada), [line({run: '2', event: 'planned', before: ada, after: bob})]),
		[`${zoe} → ${ada}`],
	);
});

test('a change that leads back takes away the one that it undoes, and no other', () => {
	assert.deepEqual(replaced(change(zoe, ada), change(ada, zoe)), []);
	assert.deepEqual(replaced(change(zoe, ada), change(ada, bob), change(bob, ada)), [`${zoe} → ${ada}`]);
	assert.deepEqual(replaced(change(zoe, ada), change(ada, bob)), [`${zoe} → ${ada}`, `${ada} → ${bob}`]);
	assert.deepEqual(replaced(change(zoe, ada), change(ada, zoe, {region: 'eu-de'})).length, 2);
});

test('what was read afterwards counts, not what was to be set', () => {
	assert.deepEqual(replaced(change(zoe, ada, {result: 'differs', found: bob})), [`${zoe} → ${bob}`]);
});

test('after a change of which the end, or the beginning, is not known nothing is known', () => {
	const unknown: readonly JournalEntry[][] = [
		change(ada, bob, {result: 'unknown', left: 'unknown'}),
		change(ada, bob, {result: 'failed', left: 'unknown'}),
		change(ada, bob, {result: 'wrong-group'}),
		[line({run: '2', before: ada, after: bob})],
		change(ada, bob).map(({before: _unread, ...entry}) => entry),
	];
	for (const later of unknown) {
		assert.deepEqual(replaced(change(zoe, ada), later), [], JSON.stringify(later.at(-1)));
	}
});

test('a change counts once it is known what is set, proven or not, and one leads back only to what was there', () => {
	for (const result of ['set-not-proven', 'other-account-in-force'] as const) {
		assert.deepEqual(replaced(change(zoe, ada, {result})), [`${zoe} → ${ada}`], result);
	}

	assert.deepEqual(replaced(change(zoe, ada), change(bob, zoe)), [`${zoe} → ${ada}`, `${bob} → ${zoe}`]);
});
