import assert from 'node:assert/strict';
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, mkdirSync, utimesSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {holdMark, isHeld, livingName} from '../../source/disk/living.ts';
import {inNamespace, killFirst, noNamespaces} from '../support/namespaces.ts';
import {scratchDirectory} from '../support/scratch.ts';

const scratch = scratchDirectory();
const holder = path.join(import.meta.dirname, 'holder.ts');

function freshMark(): string {
	return path.join(scratch, `${livingName('thing')}.alive`);
}

/** A process that holds a mark; `prefix` is what starts it. */
async function holding(mark: string, prefix: readonly string[] = []): Promise<ChildProcess> {
	const command = [...prefix, process.execPath, holder, mark];
	const child = spawn('env', command, {stdio: ['ignore', 'pipe', 'inherit']});
	await once(child.stdout, 'data');
	return child;
}

async function ended(child: ChildProcess, end: () => void): Promise<void> {
	const exit = once(child, 'exit');
	end();
	await exit;
}

test('a mark is held until it is released, and then it is gone', async () => {
	const mark = freshMark();
	const release = await holdMark(mark);
	assert.ok(await isHeld(mark));
	release();
	release();
	assert.ok(!existsSync(mark));
	assert.ok(!(await isHeld(mark)));
});

test('the mark of a process that was killed outright is there, and held by nobody', async () => {
	const mark = freshMark();
	const child = await holding(mark);
	assert.ok(await isHeld(mark));
	await ended(child, () => child.kill('SIGKILL'));
	assert.ok(existsSync(mark));
	assert.ok(!(await isHeld(mark)));
});

test('a process that is stopped, not ended, holds its mark', async () => {
	const mark = freshMark();
	const child = await holding(mark);
	child.kill('SIGSTOP');
	assert.ok(await isHeld(mark));
	await ended(child, () => child.kill('SIGKILL'));
});

test(
	'a mark is seen from another process namespace, and dies with process 1 of its own',
	{skip: noNamespaces},
	async () => {
		const mark = freshMark();
		const child = await holding(mark, inNamespace);
		assert.ok(await isHeld(mark));
		await ended(child, () => {
			killFirst(child.pid ?? 0);
		});
		assert.ok(existsSync(mark));
		assert.ok(!(await isHeld(mark)));
	},
);

test('a mark with a long path is a mark like any other', async () => {
	const directory = path.join(scratch, 'long'.repeat(50));
	mkdirSync(directory);
	const mark = path.join(directory, `${livingName('thing')}.alive`);
	const child = await holding(mark);
	assert.ok(await isHeld(mark));
	await ended(child, () => child.kill('SIGKILL'));
	assert.ok(!(await isHeld(mark)));
});

test('of a mark of another machine its age decides', async () => {
	const mark = path.join(scratch, 'thing-00000000-abcdef.alive');
	const child = await holding(mark);
	await ended(child, () => child.kill('SIGKILL'));
	assert.ok(await isHeld(mark));
	setAge(mark, 9);
	assert.ok(await isHeld(mark));
	setAge(mark, 11);
	assert.ok(!(await isHeld(mark)));
});

test('where there are no sockets a file is the mark, and its age decides', async () => {
	const mark = freshMark();
	writeFileSync(mark, '');
	assert.ok(await isHeld(mark));
	setAge(mark, 11);
	assert.ok(!(await isHeld(mark)));
});

test('nothing is held where there is no mark', async () => {
	assert.ok(!(await isHeld(freshMark())));
});

function setAge(mark: string, minutes: number): void {
	const time = new Date(Date.now() - minutes * 60_000);
	utimesSync(mark, time, time);
}
