import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {createReadStream, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {PassThrough, Readable} from 'node:stream';
import {test} from 'node:test';
import type {Secret} from '../../source/secrets/secret.ts';
import type {Fetched} from '../../source/wizard/flag.ts';
import {isKeySource, readKey} from '../../source/wizard/key-text.ts';
import {scratchDirectory} from '../support/scratch.ts';

const scratch = scratchDirectory();
const key = 'k7c4a9e1f07b52d8836ea1f4c90d7b3e5582f6a0c1d94e7b38a5f2069de1c7b4';
const unused = Readable.from([]);
let made = 0;

function place(): string {
	return path.join(scratch, String(made++));
}

function written(content: string | Buffer, mode = 0o600): string {
	const file = place();
	writeFileSync(file, content, {mode});
	return file;
}

async function readFile(file: string): Promise<Fetched<Secret>> {
	return readKey(`@${file}`, unused);
}

async function readInput(chunks: readonly (string | Buffer)[]): Promise<Fetched<Secret>> {
	return readKey('-', Readable.from(chunks));
}

function keyIn(result: Fetched<Secret>): string {
	assert.ok(result.ok, JSON.stringify(result));
	return result.value.reveal();
}

function reasonOf(result: Fetched<Secret>): string {
	assert.ok(!result.ok);
	assert.ok(!JSON.stringify(result).includes(key));
	return result.reason.key;
}

test('a key with the colors of the terminal that it was copied from is that key', async () => {
	const hidden = [
		'\u001B[1;32m',
		'\u001B[K',
		'\u009B1m',
		'\u001B]0;title\u0007',
		'\u001B]8;;https://a.example\u001B\\',
	];
	const result = await readInput([`${hidden.join('')}${key}\u001B[m\uFE0F\u17B4`]);
	assert.equal(keyIn(result), key);
	assert.deepEqual(result.ok && result.warnings, [{key: 'key.removed.invisible', values: {count: 8}}]);
});

test('a sequence that has no end takes nothing of the key with it', async () => {
	for (const begun of ['\u001B', '\u001B ', '\u001B[', '\u009B', '\u0090', '\u001BP', '\u001B]', '\u009D']) {
		// oxlint-disable-next-line no-await-in-loop -- one after the other
		const result = await readInput([begun + key]);
		assert.ok(keyIn(result).endsWith(key), JSON.stringify(begun));
	}
});

test('where the key is: a file, standard input, never the key itself', () => {
	assert.deepEqual(['@key.txt', '-', key, '@', ''].map(isKeySource), [true, true, false, false, false]);
});

test('a file with the key, with and without a line break', async () => {
	for (const content of [key, `${key}\n`, `${key}\r\n`, `\uFEFF  ${key}\n\n`]) {
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		const result = await readFile(written(content));
		assert.equal(keyIn(result), key);
		assert.deepEqual(result.ok && result.warnings, []);
	}
});

test('a file that others can read is taken, with a warning', async () => {
	const file = written(key, 0o644);
	const result = await readFile(file);
	assert.deepEqual(result.ok && result.warnings, [{key: 'keySource.readableByOthers', values: {path: file}}]);
});

test('a key of the wrong kind is taken, with a warning', async () => {
	const result = await readFile(written('A'.repeat(43) + '1'));
	assert.deepEqual(result.ok && result.warnings.map((warning) => warning.key), ['key.looksLikeIbmCloudKey']);
});

test('quotes, a name, and what cannot be seen are taken out of a key in a file, and it is said', async () => {
	const result = await readFile(written(`KEY="${key.slice(0, 9)}\u200B ${key.slice(9)}"\n`));
	assert.equal(keyIn(result), key);
	assert.deepEqual(result.ok && result.warnings.map((warning) => warning.key), [
		'key.removed.spaces',
		'key.removed.invisible',
		'key.removed.name',
		'key.removed.quotes',
	]);
});

test('a directory, a device that never ends, and nothing at all are refused', async () => {
	const directory = place();
	mkdirSync(directory);
	assert.equal(reasonOf(await readFile(directory)), 'keySource.directory');
	assert.equal(reasonOf(await readFile('/dev/zero')), 'keySource.device');
	assert.equal(reasonOf(await readFile(place())), 'keySource.unreadable');
});

test('the key itself behind an @ is not repeated', async () => {
	assert.equal(reasonOf(await readFile(key)), 'keySource.unreadable');
});

test('more than 64 KB, more than one line, or nothing in it are refused', async () => {
	assert.equal(reasonOf(await readFile(written('x'.repeat(65_537)))), 'keySource.tooLarge');
	assert.equal(reasonOf(await readFile(written(`${key}\n${key}`))), 'keySource.severalLines');
	assert.equal(reasonOf(await readFile(written(''))), 'keySource.empty');
	assert.equal(reasonOf(await readFile(written(' \n\u200B\n'))), 'keySource.empty');
});

test('a named pipe that is fed late and in parts', async () => {
	const pipe = place();
	assert.equal(spawnSync('mkfifo', [pipe]).status, 0);
	const reading = readFile(pipe);
	// The writer opens the pipe only now.
	const writer = spawn('sh', [
		'-c',
		`exec 3>"$1"; printf %s "$2" >&3; printf '%s\\n' "$3" >&3`,
		'sh',
		pipe,
		key.slice(0, 32),
		key.slice(32),
	]);
	assert.equal(keyIn(await reading), key);
	writer.kill();
});

test('an endless pipe is refused', async () => {
	const pipe = place();
	assert.equal(spawnSync('mkfifo', [pipe]).status, 0);
	const writer = spawn('sh', ['-c', 'yes >"$1"', 'sh', pipe], {stdio: 'ignore'});
	assert.equal(reasonOf(await readFile(pipe)), 'keySource.tooLarge');
	writer.kill();
});

test('standard input, in however many parts', async () => {
	assert.equal(keyIn(await readInput([`${key}\n`])), key);
	assert.equal(keyIn(await readInput([...Buffer.from(key)].map((byte) => Buffer.of(byte)))), key);
});

test('standard input with too much, several lines, or nothing', async () => {
	assert.equal(
		reasonOf(await readInput(Array.from({length: 70}, () => 'x'.repeat(1000)))),
		'keySource.tooLarge',
	);
	assert.equal(reasonOf(await readInput([`${key}\n`, 'more\n'])), 'keySource.severalLines');
	assert.equal(reasonOf(await readInput([])), 'keySource.empty');
});

test('standard input that has been read to its end has no second key, and nothing waits for one', async () => {
	const input = Readable.from([`${key}\n`]);
	assert.equal(keyIn(await readKey('-', input)), key);
	assert.equal(reasonOf(await readKey('-', input)), 'keySource.empty');
});

test('standard input on which nothing comes is not waited for for ever', async (context) => {
	context.mock.timers.enable({apis: ['setTimeout']});
	const reading = readKey('-', new PassThrough());
	context.mock.timers.tick(60_000);
	assert.equal(reasonOf(await reading), 'keySource.timedOut');
});

test('a file as standard input, which stays open, is left alone once it has been read', async (context) => {
	context.mock.timers.enable({apis: ['setTimeout']});
	const input = createReadStream(written(`${key}\n`), {autoClose: false, emitClose: false});
	assert.equal(keyIn(await readKey('-', input)), key);
	context.mock.timers.tick(600_000);
	assert.equal(input.destroyed, false);
	input.destroy();
});

test('standard input that breaks', async () => {
	const input = new PassThrough();
	const reading = readKey('-', input);
	input.write(key);
	input.destroy(new Error(`broken ${key}`));
	assert.equal(reasonOf(await reading), 'keySource.unreadable');
});

test('a terminal as standard input is refused: there the key is asked', async () => {
	const terminal = Object.assign(new PassThrough(), {isTTY: true});
	assert.equal(reasonOf(await readKey('-', terminal)), 'keySource.terminal');
});
