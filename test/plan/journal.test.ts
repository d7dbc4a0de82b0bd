import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {
	appendFileSync,
	chmodSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import {open, type FileHandle} from 'node:fs/promises';
import path from 'node:path';
import {test} from 'node:test';
import {createJournal, type Journal} from '../../source/plan/journal.ts';
import {journalEntries} from '../../source/plan/journal-entry.ts';
import {scratchDirectory} from '../support/scratch.ts';
import {line, textOf} from './journal-lines.ts';

const scratch = scratchDirectory();
let made = 0;

function fresh(): Journal {
	return createJournal(path.join(scratch, String(made++), 'state'));
}

const time = '2026-01-01T00:00:00.000Z';

/** Begins a run and leaves it as if it had been killed: its mark is there, but nobody listens. */
async function died(
	journal: Journal,
	...lines: ReadonlyArray<Parameters<typeof line>[0]>
): Promise<ReturnType<Journal['newRun']>> {
	const file = journal.newRun();
	for (const more of lines) {
		// oxlint-disable-next-line no-await-in-loop -- one line after the other
		assert.ok((await file.append(line({run: file.run, ...more}))).ok);
	}

	await file.close(time);
	return file;
}

function filesOf(journal: Journal): {readonly open: string[]; readonly closed: string[]} {
	const names = (directory: string): string[] => {
		const place = path.join(journal.directory, directory);
		return existsSync(place) ? readdirSync(place) : [];
	};
	return {open: names('open'), closed: names('closed')};
}

test('a run has a file of its own, for the operator alone, which its last line closes', async () => {
	const journal = fresh();
	const file = journal.newRun();
	assert.ok((await file.append(line({run: file.run}))).ok);
	const place = path.join(journal.directory, 'open', `${file.run}.jsonl`);
	assert.equal(statSync(place).mode & 0o777, 0o600);
	assert.equal(statSync(journal.directory).mode & 0o777, 0o700);
	assert.ok((await file.append(line({run: file.run, event: 'end', result: 'verified', left: 'known'}))).ok);
	await file.close(time);
	assert.deepEqual(filesOf(journal), {open: [], closed: [`${file.run}.jsonl`]});
	const closed = path.join(journal.directory, 'closed');
	assert.equal(statSync(closed).mode & 0o777, 0o700);
	const text = readFileSync(path.join(closed, `${file.run}.jsonl`), 'utf8');
	assert.match(text, /^(?:\{.*\}\n){3}$/u);
	const [, , last = ''] = text.split('\n');
	assert.equal((JSON.parse(last) as {event: string}).event, 'closed');
	assert.equal(await journal.unfinished(), undefined);
});

test('a session that changes nothing leaves no file', async () => {
	const journal = fresh();
	await journal.newRun().close(time);
	assert.ok(!existsSync(journal.directory));
});

test('a run that goes on is not reported, one that has ended in the middle is', async () => {
	const journal = fresh();
	const file = journal.newRun();
	await file.append(line({run: file.run}));
	assert.equal(await journal.unfinished(), undefined);
	await file.close(time);
	assert.equal((await journal.unfinished())?.run, file.run);
	const newer = journal.newRun();
	await newer.append(line({run: newer.run}));
	assert.equal((await journal.unfinished())?.run, file.run);
	await newer.close(time);
});

test('a start looks at the newest hundred runs that are open', async () => {
	const journal = fresh();
	await died(journal, {});
	for (let number = 0; number < 100; number++) {
		mkdirSync(path.join(journal.directory, 'open', `9-${number}.jsonl`));
	}

	assert.equal(await journal.unfinished(), undefined);
	rmSync(path.join(journal.directory, 'open', '9-0.jsonl'), {recursive: true});
	assert.ok(await journal.unfinished());
});

test('a run of which the operator has been told is not reported again, and is not lost', async () => {
	const journal = fresh();
	const file = await died(journal, {});
	const unfinished = await journal.unfinished();
	assert.ok(unfinished);
	assert.ok((await journal.acknowledge(unfinished, time)).ok);
	assert.equal(await journal.unfinished(), undefined);
	assert.deepEqual(filesOf(journal), {open: [], closed: [`${file.run}.jsonl`]});
	assert.deepEqual(
		journal.runs().runs.map(({entries}) => entries.map(({event}) => event)),
		[['begin', 'seen']],
	);
});

test('that the operator has been told is never written through a link', async () => {
	const journal = fresh();
	const {run} = await died(journal, {});
	const unfinished = await journal.unfinished();
	assert.ok(unfinished);
	const place = path.join(journal.directory, 'open', `${run}.jsonl`);
	const elsewhere = path.join(journal.directory, 'elsewhere');
	writeFileSync(elsewhere, 'theirs');
	rmSync(place);
	symlinkSync(elsewhere, place);
	assert.equal((await journal.acknowledge(unfinished, time)).ok, false);
	assert.equal(readFileSync(elsewhere, 'utf8'), 'theirs');
});

test('one after the other: the newest run that died first, and none twice', async () => {
	const journal = fresh();
	const older = await died(journal, {});
	const newer = await died(journal, {});
	const reported = [];
	for (
		let unfinished = await journal.unfinished();
		unfinished !== undefined;
		unfinished = await journal.unfinished()
	) {
		reported.push(unfinished.run);
		// oxlint-disable-next-line no-await-in-loop -- what is reported next depends on it
		await journal.acknowledge(unfinished, time);
	}

	assert.deepEqual(reported, [newer.run, older.run]);
});

test('a run that was killed after its last end is put away without a word', async () => {
	const journal = fresh();
	const file = journal.newRun();
	await file.append(line({run: file.run}));
	appendFileSync(
		path.join(journal.directory, 'open', `${file.run}.jsonl`),
		textOf([line({run: file.run, event: 'end', result: 'verified', left: 'known'})]),
	);
	await file.close(time);
	assert.equal(await journal.unfinished(), undefined);
	assert.deepEqual(filesOf(journal), {open: [], closed: [`${file.run}.jsonl`]});
});

test('a line that a full disk has cut is left out, and swallows no later one', async () => {
	const journal = fresh();
	const file = await died(journal, {});
	appendFileSync(path.join(journal.directory, 'open', `${file.run}.jsonl`), '{"version":1,"run":"cut');
	const unfinished = await journal.unfinished();
	assert.ok(unfinished);
	await journal.acknowledge(unfinished, time);
	assert.equal(await journal.unfinished(), undefined);
	const text = readFileSync(path.join(journal.directory, 'closed', `${file.run}.jsonl`), 'utf8');
	assert.equal(journalEntries(text).at(-1)?.event, 'seen');
});

test('a line that the disk cuts is said, and the next one begins on a line of its own', async (context) => {
	const journal = fresh();
	const file = journal.newRun();
	assert.ok((await file.append(line({run: file.run}))).ok);
	const handle = await open(import.meta.filename);
	const files = Object.getPrototypeOf(handle) as FileHandle;
	await handle.close();
	const cutting = async function (this: FileHandle): Promise<void> {
		await this.write('{"version":1,"run":"cut');
		throw new Error('no space left');
	};
	context.mock.method(files, 'appendFile', cutting, {times: 1});
	const cut = await file.append(line({run: file.run, event: 'end', result: 'failed', left: 'unknown'}));
	assert.equal(!cut.ok && cut.error.words, 'no space left');
	assert.ok((await file.append(line({run: file.run, event: 'end', result: 'verified', left: 'known'}))).ok);
	assert.deepEqual(
		journal.runs().runs.flatMap(({entries}) => entries.map(({result}) => result)),
		[undefined, 'verified'],
	);
	await file.close(time);
});

test('lines that are written at once are all there, each whole', async () => {
	const journal = fresh();
	const file = journal.newRun();
	await Promise.all(
		Array.from({length: 50}, async (_, index) =>
			file.append(line({run: file.run, group: {id: `group-${index}`, name: 'default'}})),
		),
	);
	assert.equal(journal.runs().runs[0]?.entries.length, 50);
	await file.close(time);
});

test('a run is closed after the lines that are still being written, and counts them', async () => {
	const journal = fresh();
	const over = journal.newRun();
	const dead = journal.newRun();
	const written = [
		over.append(line({run: over.run})),
		over.append(line({run: over.run, event: 'end', result: 'verified', left: 'known'})),
		over.close(time),
		dead.append(line({run: dead.run})),
		dead.close(time),
	];
	await Promise.all(written);
	assert.deepEqual(filesOf(journal), {open: [`${dead.run}.jsonl`], closed: [`${over.run}.jsonl`]});
	const text = readFileSync(path.join(journal.directory, 'closed', `${over.run}.jsonl`), 'utf8');
	assert.match(text, /^(?:\{.*\}\n){3}$/u);
	assert.equal((await journal.unfinished())?.run, dead.run);
});

test('where it cannot be written the outcome says so', async () => {
	const journal = fresh();
	mkdirSync(path.join(journal.directory, 'open'), {recursive: true, mode: 0o700});
	const file = journal.newRun();
	// Not even root can create a file that exists already.
	writeFileSync(path.join(journal.directory, 'open', `${file.run}.jsonl`), '', {mode: 0o600});
	const outcome = await file.append(line());
	assert.equal(!outcome.ok && outcome.error.kind, 'journal-unwritable');
	assert.deepEqual(filesOf(journal).open, [`${file.run}.jsonl`], 'and there is no mark of life');
});

const unsafe: Readonly<Record<string, (journal: Journal) => string>> = {
	'others can write to its directory'({directory}) {
		chmodSync(directory, 0o777);
		return directory;
	},
	'others can write to the directory that holds it'({directory}) {
		chmodSync(path.dirname(directory), 0o777);
		return path.dirname(directory);
	},
	'others can write to the directory of what is open'({directory}) {
		mkdirSync(path.join(directory, 'open'));
		chmodSync(path.join(directory, 'open'), 0o757);
		return path.join(directory, 'open');
	},
	'a file is in the place of its directory'({directory}) {
		rmSync(directory, {recursive: true});
		writeFileSync(directory, '');
		return directory;
	},
	'a file is in the place of the directory of what is open'({directory}) {
		writeFileSync(path.join(directory, 'open'), '');
		return path.join(directory, 'open');
	},
	'a file is in the place of the directory of what is closed'({directory}) {
		writeFileSync(path.join(directory, 'closed'), '');
		return path.join(directory, 'closed');
	},
	'a directory is in the place of a run that is open'({directory}) {
		mkdirSync(path.join(directory, 'open', '2026.jsonl'), {recursive: true});
		writeFileSync(path.join(directory, 'open', '2025.jsonl'), '');
		return path.join(directory, 'open', '2026.jsonl');
	},
	'its directory is a link'({directory}) {
		rmSync(directory, {recursive: true});
		mkdirSync(`${directory}-elsewhere`);
		symlinkSync(`${directory}-elsewhere`, directory);
		return directory;
	},
	'a pipe is in the place of the old file'({formerFile}) {
		execFileSync('mkfifo', [formerFile]);
		return formerFile;
	},
	'a link is in the place of the old file'({directory, formerFile}) {
		writeFileSync(path.join(directory, 'elsewhere'), textOf([line()]));
		symlinkSync(path.join(directory, 'elsewhere'), formerFile);
		return formerFile;
	},
	'a directory is in the place of the old file'({formerFile}) {
		mkdirSync(formerFile);
		return formerFile;
	},
	'others can write to the old file'({formerFile}) {
		writeFileSync(formerFile, textOf([line()]));
		chmodSync(formerFile, 0o666);
		return formerFile;
	},
};

for (const [what, spoil] of Object.entries(unsafe)) {
	test(`${what}: said with the place, and nothing is written`, async () => {
		const journal = fresh();
		mkdirSync(journal.directory, {recursive: true, mode: 0o700});
		const place = spoil(journal);
		const error = journal.error();
		assert.equal(error?.kind, 'place-unsafe');
		assert.ok(error.words.endsWith(` ${place}`), error.words);
		const file = journal.newRun();
		const outcome = await file.append(line({run: file.run}));
		assert.equal(!outcome.ok && outcome.error.kind, 'place-unsafe');
		await file.close(time);
	});
}

test('only the newest runs are read where no more are wanted', async () => {
	const journal = fresh();
	mkdirSync(journal.directory, {recursive: true, mode: 0o700});
	const former = Array.from({length: 30}, (_, index) => [
		line({run: `run-${index}`}),
		line({run: `run-${index}`, event: 'end', result: 'verified'}),
	]);
	writeFileSync(journal.formerFile, textOf(former.flat()), {mode: 0o600});
	const file = await died(journal, {}, {event: 'end', result: 'verified', left: 'known'});
	const {runs, isWhole} = journal.runs(3);
	assert.deepEqual(
		runs.map(({run}) => run),
		['run-28', 'run-29', file.run],
	);
	assert.ok(!isWhole);
	assert.equal(journal.runs().runs.length, 31);
	assert.ok(journal.runs().isWhole);
});

test('runs that are over and runs that are not come in the order of their time', async () => {
	const journal = fresh();
	const over = async (): Promise<string> =>
		(await died(journal, {}, {event: 'end', result: 'verified', left: 'known'})).run;
	const names = [(await died(journal, {})).run, await over(), (await died(journal, {})).run, await over()];
	const read = (newest?: number): unknown => {
		const {runs, isWhole, unread} = journal.runs(newest);
		return {runs: runs.map(({run}) => run), isWhole, unread};
	};
	assert.equal(filesOf(journal).closed.length, 2);
	assert.deepEqual(read(), {runs: names, isWhole: true, unread: []});
	assert.deepEqual(read(4), {runs: names, isWhole: true, unread: []});
	assert.deepEqual(read(3), {runs: names.slice(1), isWhole: false, unread: []});
	writeFileSync(journal.formerFile, textOf([line({run: 'former'}), line({run: 'later'})]), {mode: 0o600});
	assert.deepEqual(read(3), {runs: names.slice(1), isWhole: false, unread: []});
	assert.deepEqual(read(5), {runs: ['later', ...names], isWhole: false, unread: []});
	assert.deepEqual(read(6), {runs: ['former', 'later', ...names], isWhole: true, unread: []});
});

test('of one long run of the old file it is said that there may be more', () => {
	const journal = fresh();
	mkdirSync(journal.directory, {recursive: true, mode: 0o700});
	writeFileSync(journal.formerFile, textOf(Array.from({length: 30}, () => line())), {mode: 0o600});
	assert.equal(journal.runs(1).runs.length, 1);
	assert.ok(!journal.runs(1).isWhole);
	assert.ok(journal.runs(10).isWhole);
});

test('a run whose file cannot be read is reported, and stays where the next start looks', async () => {
	const journal = fresh();
	const file = await died(journal, {});
	const place = path.join(journal.directory, 'open', `${file.run}.jsonl`);
	rmSync(place);
	mkdirSync(place);
	assert.equal(await journal.unfinished(), undefined);
	assert.ok(existsSync(place));
	assert.deepEqual(journal.runs().unread, [place]);

	writeFileSync(journal.formerFile, '');
	rmSync(path.join(journal.directory, 'closed'), {recursive: true, force: true});
	writeFileSync(path.join(journal.directory, 'closed'), '');
	assert.deepEqual(journal.runs().unread, [path.join(journal.directory, 'closed'), place]);
	rmSync(journal.formerFile);
	mkdirSync(journal.formerFile);
	assert.deepEqual(journal.runs().unread, [
		path.join(journal.directory, 'closed'),
		place,
		journal.formerFile,
	]);
});

test('a line whose time is no time, or whose clusters are no list, is no entry: nothing stumbles over it later', () => {
	for (const more of [{time: 'soon'}, {time: 2026}, {clusters: 'prod-dal'}]) {
		assert.deepEqual(journalEntries(JSON.stringify({...line(), ...more})), []);
	}

	assert.equal(journalEntries(JSON.stringify(line())).length, 1);
});
