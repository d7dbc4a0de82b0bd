import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {scratchDirectory} from '../support/scratch.ts';

const output = path.resolve(import.meta.dirname, '../../source/commands/output.ts');

/** Runs lines of code with the exports of `output.ts`, in a process whose standard output is a pipe. */
function started(lines: string): ReturnType<typeof spawn> {
	const script = `import {guardOutput, outputFlushed, writeAtOnce} from ${JSON.stringify(output)};\n${lines}`;
	return spawn(process.execPath, ['--input-type=module-typescript', '--eval', script], {
		stdio: ['ignore', 'pipe', 'pipe'],
	});
}

async function ended(child: ReturnType<typeof spawn>): Promise<number | null> {
	return new Promise((resolve) => {
		child.on('close', resolve);
	});
}

/** Returns a process's standard output and exit status. @param onData called for each part */
async function finished(
	child: ReturnType<typeof spawn>,
	onData = (): void => {},
): Promise<{readonly status: number | null; readonly read: string}> {
	let read = '';
	child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
		read += chunk;
		onData();
	});
	return {status: await ended(child), read};
}

test('what is written at once arrives whole, also where the reader is slow and the pipe must not be waited for', async () => {
	// The stream makes the pipe non-blocking.
	const child = started(`
		guardOutput(process);
		process.stdout.write('first ');
		writeAtOnce(process, 'stdout', 'x'.repeat(3_000_000) + ' last');
		await outputFlushed();
		process.exit(7);
	`);
	const {status, read} = await finished(child);
	assert.equal(status, 7);
	assert.equal(read, `first ${'x'.repeat(3_000_000)} last`);
});

test('nothing that a stream still holds is overtaken, also where the pipe has room again', async () => {
	const drained = path.join(scratchDirectory(), 'drained');
	const child = started(`
		import {existsSync} from 'node:fs';
		guardOutput(process);
		process.stdout.write('x'.repeat(3_000_000));
		while (!existsSync(${JSON.stringify(drained)})) {}
		writeAtOnce(process, 'stdout', ' last');
		await outputFlushed();
		process.exit(7);
	`);
	const {status, read} = await finished(child, () => {
		writeFileSync(drained, '');
	});
	assert.equal(status, 7);
	assert.equal(read, `${'x'.repeat(3_000_000)} last`);
});

test('a reader that has gone ends nothing and is no failure, before and after the stream is made', async () => {
	const child = started(`
		guardOutput(process);
		// Waiting for a signal alone keeps no process alive.
		setInterval(() => {}, 1000);
		await new Promise((resolve) => { process.once('SIGUSR2', resolve); process.stderr.write('ready'); });
		writeAtOnce(process, 'stdout', 'nobody reads this');
		process.stdout.write('nor this');
		process.exit((await outputFlushed()) === undefined ? 7 : 8);
	`);
	const status = ended(child);
	child.stderr?.once('data', () => {
		child.stdout?.destroy();
		child.kill('SIGUSR2');
	});
	child.stdout?.resume();
	assert.equal(await status, 7);
});

/** Runs a shell command with code in place of `$PROGRAM`; returns its exit status and standard error. */
function inShell(command: string, lines: string): {readonly status: number | null; readonly said: string} {
	const script = path.join(scratchDirectory(), 'lines.ts');
	writeFileSync(
		script,
		`import {guardOutput, outputFlushed, writeAtOnce} from ${JSON.stringify(output)};\n${lines}`,
	);
	const {status, stderr} = spawnSync('sh', ['-c', command], {
		env: {...process.env, PROGRAM: `${process.execPath} ${script}`},
		encoding: 'utf8',
	});
	return {status, said: stderr};
}

const ways = {
	'at once': `writeAtOnce(process, 'stdout', text);`,
	'through the stream': `process.stdout.write(text);`,
};

for (const [way, write] of Object.entries(ways)) {
	const lines = `
		guardOutput(process);
		const text = 'x'.repeat(10_000);
		${write}
		process.stderr.write(String(await outputFlushed()));
		process.exit(7);
	`;

	test(`what is written ${way} to a full disk is reported, also where a part of it had room`, () => {
		assert.deepEqual(inShell('$PROGRAM >/dev/full', lines), {status: 7, said: 'ENOSPC'});
		const file = path.join(scratchDirectory(), 'file');
		assert.deepEqual(inShell(`ulimit -f 1; $PROGRAM >${file}`, lines), {status: 7, said: 'EFBIG'});
		assert.deepEqual(inShell(`$PROGRAM >${file}`, lines), {status: 7, said: 'undefined'});
		assert.equal(readFileSync(file, 'utf8').length, 10_000);
	});
}
