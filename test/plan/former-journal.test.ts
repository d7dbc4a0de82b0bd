import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createHash} from 'node:crypto';
import {mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import type {JournalEntry} from '../../source/plan/journal-entry.ts';
import {createJournal, type Journal} from '../../source/plan/journal.ts';
import {scratchDirectory} from '../support/scratch.ts';
import {line, textOf} from './journal-lines.ts';

const scratch = scratchDirectory();
let made = 0;

/** A journal of the first versions: one file with every line. */
function former(...lines: readonly JournalEntry[]): Journal {
	const journal = createJournal(path.join(scratch, String(made++)));
	mkdirSync(journal.directory, {mode: 0o700});
	writeFileSync(journal.formerFile, textOf(lines), {mode: 0o600});
	return journal;
}

function now(minutes = 0): string {
	return new Date(Date.now() + minutes * 60_000).toISOString();
}

async function deadProcess(): Promise<number> {
	const child = spawn('true');
	await once(child, 'exit');
	return child.pid ?? 0;
}

test('a run that died is reported, although its process id is in use again', async () => {
	assert.equal((await former(line({pid: 1})).unfinished())?.run, 'run');
	assert.equal((await former(line({pid: process.pid})).unfinished())?.run, 'run');
});

test('a run of a version before that goes on just now is not reported', async () => {
	assert.equal(await former(line({pid: process.pid, time: now()})).unfinished(), undefined);
	assert.equal(await former(line({pid: process.pid, time: now(-9)})).unfinished(), undefined);
	assert.equal((await former(line({pid: process.pid, time: now(-11)})).unfinished())?.run, 'run');
	assert.equal((await former(line({pid: await deadProcess(), time: now()})).unfinished())?.run, 'run');
});

test('a process of somebody else goes on, too', async (context) => {
	const journal = former(line({pid: 1, time: now()}));
	context.mock.method(process, 'kill', () => {
		throw Object.assign(new Error('not permitted'), {code: 'EPERM'});
	});
	assert.equal(await journal.unfinished(), undefined);
});

test('an end of another run, whatever it says, silences no run that died', async () => {
	const later = [
		line({run: 'later'}),
		line({run: 'later', event: 'end', result: 'verified'}),
		line({run: 'last', event: 'end', result: 'not-started'}),
	];
	assert.equal((await former(line(), ...later).unfinished())?.run, 'run');
});

test('that the operator has been told is noted beside the old file, which stays as it is', async () => {
	const hostile = 'run/../../elsewhere';
	const journal = former(line(), line({run: hostile}));
	const before = readFileSync(journal.formerFile, 'utf8');
	for (const run of [hostile, 'run']) {
		// oxlint-disable-next-line no-await-in-loop -- one after the other
		const unfinished = await journal.unfinished();
		assert.equal(unfinished?.run, run);
		// oxlint-disable-next-line no-await-in-loop -- one after the other
		assert.ok((await journal.acknowledge(unfinished, now())).ok);
	}

	assert.equal(await journal.unfinished(), undefined);
	assert.equal(readFileSync(journal.formerFile, 'utf8'), before);
	assert.deepEqual(readdirSync(path.join(journal.directory, 'closed')).toSorted(), [
		`${createHash('sha256').update(hostile).digest('hex')}.jsonl`,
		'run.jsonl',
	]);
	assert.deepEqual(
		journal.runs().runs.map(({entries}) => entries.map(({event}) => event)),
		[
			['begin', 'seen'],
			['begin', 'seen'],
		],
	);
});

test('the note is for the operator alone, and is written where nothing is', async () => {
	const journal = former(line());
	const unfinished = await journal.unfinished();
	assert.ok(unfinished);
	const place = path.join(journal.directory, 'closed', 'run.jsonl');
	mkdirSync(path.dirname(place), {mode: 0o700});
	symlinkSync(path.join(journal.directory, 'nothing'), place);
	assert.equal((await journal.acknowledge(unfinished, now())).ok, false);
	rmSync(place);
	assert.ok((await journal.acknowledge(unfinished, now())).ok);
	assert.equal(statSync(place).mode & 0o777, 0o600);
});

test('a run that versions before had reported is not reported again', async () => {
	assert.equal(await former(line(), line({event: 'seen'})).unfinished(), undefined);
});
