import assert from 'node:assert/strict';
import {mkdirSync, readdirSync, utimesSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {holdMark, livingName} from '../../source/disk/living.ts';
import {createJournal} from '../../source/plan/journal.ts';
import {journalPlaces} from '../../source/plan/journal-files.ts';
import {scratchDirectory} from '../support/scratch.ts';
import {line} from './journal-lines.ts';

test('a mark of life of which there is no run is removed once its process is dead, and not before', async () => {
	const journal = createJournal(path.join(scratchDirectory(), 'state'));
	const open = journalPlaces(journal.directory).open;
	mkdirSync(open, {recursive: true, mode: 0o700});
	const living = journalPlaces(journal.directory).openMark(livingName('living'));
	const release = await holdMark(living);
	const dead = journalPlaces(journal.directory).openMark(livingName('dead'));
	writeFileSync(dead, '');
	const early = new Date(Date.now() - 3_600_000);
	utimesSync(dead, early, early);
	assert.equal(await journal.unfinished(), undefined);
	assert.deepEqual(readdirSync(open), [path.basename(living)]);
	release();
});

test('a run that was killed is reported although its mark is there, and of the mark nothing is left', async () => {
	const journal = createJournal(path.join(scratchDirectory(), 'state'));
	const file = journal.newRun();
	await file.append(line({run: file.run}));
	await file.close('2026-01-01T00:00:00.000Z');
	const mark = journalPlaces(journal.directory).openMark(file.run);
	writeFileSync(mark, '');
	utimesSync(mark, 0, 0);
	assert.equal((await journal.unfinished())?.run, file.run);
	assert.deepEqual(readdirSync(journalPlaces(journal.directory).open), [`${file.run}.jsonl`]);
});
