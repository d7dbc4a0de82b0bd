import assert from 'node:assert/strict';
import {appendFileSync, chmodSync, mkdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {createJournal, type JournalEntry} from '../../source/plan/journal.ts';
import {scratchDirectory} from '../support/scratch.ts';

const scratch = scratchDirectory();

function entry(run: string): JournalEntry {
	return {
		version: 1,
		run,
		pid: 1,
		time: '2026-01-01T00:00:00.000Z',
		event: 'begin',
		change: 'set',
		account: null,
		group: {id: 'g', name: 'default'},
		region: 'us-south',
		after: '1234567_jane@example.com',
		writer: 'cli',
	};
}

test('a line that a full disk has cut is left out, and swallows no later one', async () => {
	const journal = createJournal(path.join(scratch, 'torn'));
	assert.ok((await journal.append(entry('one'))).ok);
	appendFileSync(journal.file, '{"version":1,"run":"cut');
	assert.ok((await journal.append(entry('two'))).ok);
	assert.ok((await journal.append(entry('three'))).ok);
	assert.deepEqual(
		(await journal.entries()).map(({run}) => run),
		['one', 'two', 'three'],
	);
});

test('entries that are written at once are all there', async () => {
	const journal = createJournal(path.join(scratch, 'many'));
	await Promise.all(Array.from({length: 50}, async (_, index) => journal.append(entry(String(index)))));
	assert.equal(new Set((await journal.entries()).map(({run}) => run)).size, 50);
});

test('only the operator can read it', async () => {
	const directory = path.join(scratch, 'modes/state');
	const journal = createJournal(directory);
	await journal.append(entry('one'));
	assert.equal(statSync(journal.file).mode & 0o777, 0o600);
	assert.equal(statSync(directory).mode & 0o777, 0o700);
});

test('where it cannot be written the outcome says so', async () => {
	const place = path.join(scratch, 'no');
	mkdirSync(place);
	// A directory in the place of the file: not even root can append to that.
	mkdirSync(path.join(place, 'journal.jsonl'));
	chmodSync(place, 0o500);
	const outcome = await createJournal(place).append(entry('one'));
	assert.equal(!outcome.ok && outcome.error.kind, 'journal-unwritable');
	chmodSync(place, 0o700);
});
