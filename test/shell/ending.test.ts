import assert from 'node:assert/strict';
import path from 'node:path';
import {after, test} from 'node:test';
import {existsSync} from 'node:fs';
import {createAdapter} from '../../source/shell/adapter.ts';
import {scratchDirectory, eventually, isRunning} from '../support/scratch.ts';
import {processIds, runChild, shellProgram} from './children.ts';

/** Milliseconds; a child that nobody can end must not keep the tests for ever. */
const timeout = 30_000;

// The ids are in the directory, so this comes before its removal.
after(() => {
	for (const name of ['timed-out', 'cancelled']) {
		for (const id of existsSync(path.join(scratch, name)) ? processIds(path.join(scratch, name)) : []) {
			if (isRunning(id)) {
				process.kill(id, 'SIGKILL');
			}
		}
	}
});

const scratch = scratchDirectory();

/** Ignores SIGTERM, as does its child, which holds standard output's pipe; both write their ids first. */
function stubbornTree(file: string): string {
	return `trap '' TERM; sh -c 'trap "" TERM; echo $$ >>"${file}"; echo ready >>"${file}.ready"; while :; do sleep 60; done' & echo $$ >>"${file}"; wait`;
}

function ready(file: string): () => boolean {
	return () => existsSync(`${file}.ready`) && existsSync(file) && processIds(file).length === 2;
}

test(
	'a child that ignores the polite end is killed at its time limit, with its whole tree',
	{timeout},
	async () => {
		const file = path.join(scratch, 'timed-out');
		const result = await runChild(shellProgram(stubbornTree(file)), [], {timeoutMs: 1000});
		assert.equal(result.ending, 'timed-out');
		assert.equal(result.exitCode, undefined);
		assert.equal(processIds(file).length, 2);
		await eventually(() => !processIds(file).some(isRunning), 'the end of both processes');
	},
);

test('a signal cancels a running child and its whole tree', {timeout}, async () => {
	const file = path.join(scratch, 'cancelled');
	const cancel = new AbortController();
	const running = runChild(shellProgram(stubbornTree(file)), [], {signal: cancel.signal});
	await eventually(ready(file), 'both processes');
	cancel.abort();
	const result = await running;
	assert.equal(result.ending, 'cancelled');
	assert.equal(result.exitCode, undefined);
	await eventually(() => !processIds(file).some(isRunning), 'the end of both processes');
});

test('all children are ended with their whole trees, however stubborn, and are waited for', async () => {
	const file = path.join(scratch, 'all');
	const adapter = createAdapter({PATH: process.env['PATH']});
	const running = runChild(shellProgram(stubbornTree(file)), [], {}, adapter);
	await eventually(ready(file), 'both processes');
	await adapter.endAll();
	assert.deepEqual(processIds(file).filter(isRunning), []);
	assert.equal((await running).exitCode, undefined);
	await adapter.endAll();
});

test('all children can be killed where nothing can be waited for', async () => {
	const file = path.join(scratch, 'killed');
	const adapter = createAdapter({PATH: process.env['PATH']});
	const running = runChild(shellProgram(stubbornTree(file)), [], {}, adapter);
	await eventually(ready(file), 'both processes');
	adapter.killAll();
	assert.equal((await running).ending, 'killed');
	await eventually(() => !processIds(file).some(isRunning), 'the end of both processes');
});

test('what was written before the end is kept', async () => {
	const result = await runChild(shellProgram('echo begun; exec sleep 60'), [], {timeoutMs: 500});
	assert.equal(result.ending, 'timed-out');
	assert.equal(result.stdout, 'begun\n');
});

test('a child that ends well when it is told to end at its time limit has no exit code to trust', async () => {
	const body = `trap 'exit 0' TERM; sleep 60 & wait`;
	const result = await runChild(shellProgram(body), [], {timeoutMs: 500});
	assert.partialDeepStrictEqual(result, {ending: 'timed-out', exitCode: undefined});
});

test('a signal that was given before starts nothing', async () => {
	const file = path.join(scratch, 'never');
	const result = await runChild(shellProgram(`touch "${file}"`), [], {signal: AbortSignal.abort()});
	assert.partialDeepStrictEqual(result, {stdout: '', stderr: '', ending: 'cancelled', exitCode: undefined});
	assert.ok(!existsSync(file));
});
