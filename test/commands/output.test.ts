import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {scratchDirectory} from '../support/scratch.ts';

const output = path.resolve(import.meta.dirname, '../../source/commands/output.ts');

/** Runs a few lines with what `output.ts` exports, in a process of its own whose standard output is a pipe. */
function started(lines: string): ReturnType<typeof spawn> {
	const script = `import {guardOutput, writeAtOnce} from ${JSON.stringify(output)};\n${lines}`;
	return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
		stdio: ['ignore', 'pipe', 'pipe'],
	});
}

async function ended(child: ReturnType<typeof spawn>): Promise<number | null> {
	return new Promise((resolve) => {
		child.on('close', resolve);
	});
}

/** All that a process writes to standard output, with its exit status. @param onData called for each part. */
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
	// The stream makes the pipe one that refuses instead of waiting.
	const child = started(`
		const output = guardOutput(process);
		process.stdout.write('first ');
		writeAtOnce(process, 'stdout', 'x'.repeat(3_000_000) + ' last');
		await output.flushed();
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
		const output = guardOutput(process);
		process.stdout.write('x'.repeat(3_000_000));
		while (!existsSync(${JSON.stringify(drained)})) {}
		writeAtOnce(process, 'stdout', ' last');
		await output.flushed();
		process.exit(7);
	`);
	const {status, read} = await finished(child, () => {
		writeFileSync(drained, '');
	});
	assert.equal(status, 7);
	assert.equal(read, `${'x'.repeat(3_000_000)} last`);
});

test('a reader that has gone ends nothing, before and after the stream is made', async () => {
	const child = started(`
		const output = guardOutput(process);
		// Waiting for a signal alone keeps no process alive.
		setInterval(() => {}, 1000);
		await new Promise((resolve) => { process.once('SIGUSR2', resolve); process.stderr.write('ready'); });
		writeAtOnce(process, 'stdout', 'nobody reads this');
		process.stdout.write('nor this');
		await output.flushed();
		await new Promise((resolve) => { setImmediate(resolve); });
		process.exit(7);
	`);
	const status = ended(child);
	child.stderr?.once('data', () => {
		child.stdout?.destroy();
		child.kill('SIGUSR2');
	});
	child.stdout?.resume();
	assert.equal(await status, 7);
});
