import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import type {ApplyEvent} from '../../source/plan/apply-dependencies.ts';
import type {JournalEntry} from '../../source/plan/journal-entry.ts';
import {createJournal} from '../../source/plan/journal.ts';
import type {ScopeResult} from '../../source/plan/plan.ts';
import {runRecorder} from '../../source/plan/record.ts';
import {scratchDirectory} from '../support/scratch.ts';
import {line} from './journal-lines.ts';
import {cluster, failure, pair, plan, planned, results, set, username} from './plans.ts';

const scratch = scratchDirectory();
let made = 0;
const now = Date.parse('2026-01-01T12:00:00.000Z');

/** The lines that a run writes of these events, and whether the next start finds it unfinished. */
async function recorded(
	...events: readonly ApplyEvent[]
): Promise<{readonly entries: readonly JournalEntry[]; readonly isUnfinished: boolean}> {
	const journal = createJournal(path.join(scratch, String(made++)));
	const recorder = runRecorder(journal, {
		pid: 17,
		program: '1.2.3',
		operator: () => 'grace@navy.example',
		now: () => now,
	});
	for (const event of events) {
		// oxlint-disable-next-line no-await-in-loop -- in the order in which they happen
		assert.ok((await recorder.record(event, plan([event.planned]))).ok);
	}

	await recorder.close();
	const unfinished = await journal.unfinished();
	return {
		entries: journal.runs().runs.flatMap(({entries}) => entries),
		isUnfinished: unfinished !== undefined,
	};
}

test('a line says who, which account, which version, and what is there, will be there, and is touched', async () => {
	const before = set('7654321_old@example.com');
	const {entries} = await recorded({
		kind: 'begin',
		planned: planned({before, effect: 'other-account', clusters: [cluster]}),
	});
	const [first] = entries;
	assert.ok(first);
	const {run, keyFingerprint, ...entry} = first;
	assert.match(run, /^\d{8}T\d{9}Z-[\da-f]{8}-[\da-f]{6}$/u);
	assert.deepEqual(entry, {
		version: 1,
		pid: 17,
		time: '2026-01-01T12:00:00.000Z',
		program: '1.2.3',
		operator: 'grace@navy.example',
		event: 'begin',
		change: 'set',
		account: {id: 'account-1', name: 'Example Account', number: '1234567'},
		group: {id: 'group-1', name: 'default'},
		region: 'us-south',
		before: '7654321_old@example.com',
		after: '1234567_jane@example.com',
		writer: 'cli',
		effect: 'other-account',
		clusters: [{id: 'c1', name: 'prod-dal'}],
	});
	assert.match(keyFingerprint ?? '', /^[\da-f]{8}$/u);
});

test('what could not be read is absent; none is null', async () => {
	const unread = await recorded({
		kind: 'begin',
		planned: planned({before: failure('network'), clusters: undefined}),
	});
	assert.ok(!('before' in (unread.entries[0] ?? {})) && !('clusters' in (unread.entries[0] ?? {})));
	const {entries} = await recorded({kind: 'begin', planned: planned({change: {kind: 'unset'}})});
	assert.equal(entries[0]?.before, null);
	assert.equal(entries[0]?.after, null);
	assert.equal(entries[0]?.keyFingerprint, undefined);
	const {apiKey: _, ...withoutKey} = pair();
	const dry = await recorded({
		kind: 'begin',
		planned: planned({change: {kind: 'set', pair: {...withoutKey, apiKey: undefined}}}),
	});
	assert.equal(dry.entries[0]?.after, username);
	assert.equal(dry.entries[0].keyFingerprint, undefined);
});

test('an account that is not known is null, and one that none is linked to has no number', async () => {
	const appended: JournalEntry[] = [];
	const recorder = runRecorder(
		{
			newRun: () => ({
				run: 'run',
				async append(entry) {
					appended.push(entry);
					return {ok: true, value: undefined};
				},
				async close() {},
			}),
		},
		{pid: 17, program: '1.2.3', operator: () => undefined, now: () => now},
	);
	const reviewed = plan([planned()]);
	await recorder.record({kind: 'begin', planned: planned()}, {...reviewed, account: undefined});
	await recorder.record({kind: 'begin', planned: planned()}, {...reviewed, linkedAccount: null});
	assert.deepEqual(
		appended.map((entry) => entry.account),
		[null, reviewed.account],
	);
	assert.ok(appended.every((entry) => !('operator' in entry)));
});

const ends: ReadonlyArray<readonly [string, ScopeResult, Partial<JournalEntry>, boolean]> = [
	['verified', results.verified, {left: 'known', provenBy: 'pair-check'}, false],
	['set, not proven', results.notProven, {left: 'known'}, false],
	['removed', results.removed, {left: 'known'}, false],
	['nothing to do', results.nothingToDo, {left: 'known'}, false],
	['another account is in force', results.otherAccount, {left: 'known'}, false],
	['the default group was changed instead', results.wrongGroup, {left: 'known'}, false],
	['changed since the review', results.changed, {left: 'known', found: username}, false],
	['not what was demanded', results.notCurrent, {left: 'known', found: username}, false],
	['differs', results.differs, {left: 'known', found: 'other'}, false],
	['the target changed before the write', results.targetChanged, {left: 'untouched'}, false],
	['the target changed after it', {...results.targetChanged, wasSet: true}, {left: 'unknown'}, true],
	['failed before the write', results.failed, {left: 'untouched', error: 'network'}, false],
	['set, and not read back', {...results.failed, wasSet: true}, {left: 'unknown', error: 'network'}, true],
	[
		'declined, and read',
		{...results.failed, foundAfter: null},
		{left: 'known', found: null, error: 'network'},
		false,
	],
	['unknown', results.unknown, {left: 'unknown'}, true],
	[
		'unknown, and read',
		{kind: 'unknown', error: failure('timed-out').error, found: null},
		{left: 'unknown', found: null, error: 'timed-out'},
		true,
	],
	['not started', results.notStarted, {left: 'untouched'}, false],
];

for (const [name, result, said, isUnfinished] of ends) {
	test(`an end, ${name}: what it leaves, and ${isUnfinished ? 'the next start reports it' : 'it is over'}`, async () => {
		const found = await recorded(
			{kind: 'begin', planned: planned()},
			{kind: 'end', planned: planned(), result},
		);
		const {event, result: kind, left, provenBy, found: seen, error} = found.entries.at(-1) ?? line();
		assert.equal(event, 'end');
		assert.deepEqual(JSON.parse(JSON.stringify({result: kind, left, provenBy, found: seen, error})), {
			result: result.kind,
			...said,
		});
		assert.equal(found.isUnfinished, isUnfinished);
	});
}
