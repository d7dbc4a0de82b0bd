import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {
	chmodSync,
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {livingName} from '../../source/disk/living.ts';
import {
	makePrivateDirectory,
	removeLeftovers,
	removeOwnDirectories,
	removePrivateDirectory,
} from '../../source/disk/private-directory.ts';
import {scratchDirectory, subdirectory} from '../support/scratch.ts';

const scratch = scratchDirectory();
const holder = path.join(import.meta.dirname, 'holder.ts');

/** Makes a directory as a process that was killed outright leaves it. */
async function leftBy(parent: string): Promise<string> {
	const directory = path.join(parent, livingName('copy'));
	mkdirSync(path.join(directory, '.ibmcloud'), {recursive: true});
	const child = spawn(process.execPath, [holder, path.join(directory, 'alive')], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	await once(child.stdout, 'data');
	const exit = once(child, 'exit');
	child.kill('SIGKILL');
	await exit;
	return directory;
}

/** Makes a place that not even root can remove; needs the right to mount. Returns what undoes it. */
function stuck(place: string): (() => void) | undefined {
	mkdirSync(place);
	try {
		execFileSync('mount', ['-t', 'tmpfs', 'none', place], {stdio: 'pipe'});
		return () => {
			execFileSync('umount', [place]);
		};
	} catch {
		rmSync(place, {recursive: true});
		return undefined;
	}
}

const mounted = stuck(path.join(scratch, 'probe'));
mounted?.();
const needsMount = {skip: mounted === undefined && 'needs the right to mount'};

test('only the operator can enter it, and the directory that holds all of them', async () => {
	const parent = path.join(subdirectory(scratch), 'cache', 'private');
	const directory = await makePrivateDirectory(parent, 'demo');
	assert.equal(path.dirname(directory), parent);
	assert.equal(statSync(parent).mode & 0o777, 0o700);
	assert.equal(statSync(directory).mode & 0o777, 0o700);
});

test('none is made where others can write', async () => {
	const parent = subdirectory(scratch);
	chmodSync(parent, 0o777);
	await assert.rejects(makePrivateDirectory(parent, 'copy'), {
		message: new RegExp(`^drwxrwxrwx .* ${parent}$`, 'u'),
	});
	assert.deepEqual(readdirSync(parent), []);
});

test('what a killed process has left is removed, what living ones hold is kept', async () => {
	const parent = subdirectory(scratch);
	const own = await makePrivateDirectory(parent, 'demo');
	await leftBy(parent);
	mkdirSync(path.join(parent, 'something-else'));
	await removeLeftovers(parent);
	assert.deepEqual(readdirSync(parent).toSorted(), [path.basename(own), 'something-else'].toSorted());
});

test('what is just being made has no mark yet and is kept; later it is removed', async () => {
	const parent = subdirectory(scratch);
	const directory = path.join(parent, livingName('copy'));
	mkdirSync(directory);
	await removeLeftovers(parent);
	assert.ok(existsSync(directory));
	const early = new Date(Date.now() - 120_000);
	utimesSync(directory, early, early);
	await removeLeftovers(parent);
	assert.ok(!existsSync(directory));
});

test('what was left in the middle of its removal, without a mark, is removed at once', async () => {
	const parent = subdirectory(scratch);
	const directory = path.join(parent, livingName('copy'));
	mkdirSync(directory);
	writeFileSync(path.join(directory, 'config.json'), '{}');
	await removeLeftovers(parent);
	assert.ok(!existsSync(directory));
});

test('what versions before have left is removed', async () => {
	const parent = subdirectory(scratch);
	mkdirSync(path.join(parent, 'copy-1234-aB3xyZ', '.ibmcloud'), {recursive: true});
	await removeLeftovers(parent);
	assert.deepEqual(readdirSync(parent), []);
});

test('nothing is ever removed through a link that somebody has put there', async () => {
	const parent = subdirectory(scratch);
	const target = subdirectory(scratch);
	writeFileSync(path.join(target, 'precious'), '');
	symlinkSync(target, path.join(parent, 'copy-1234-abcdef'));
	symlinkSync(target, path.join(await leftBy(parent), 'link'));
	await removeLeftovers(parent);
	assert.deepEqual(readdirSync(parent), ['copy-1234-abcdef']);
	assert.ok(existsSync(path.join(target, 'precious')));
});

test('at the very end all that this process has made is removed, and nothing else', async () => {
	removeOwnDirectories();
	const parent = subdirectory(scratch);
	await makePrivateDirectory(parent, 'copy');
	await makePrivateDirectory(parent, 'demo');
	mkdirSync(path.join(parent, livingName('copy')));
	assert.deepEqual(removeOwnDirectories(), []);
	assert.equal(readdirSync(parent).length, 1);
});

test('a directory that is not there holds no leftovers', async () => {
	await removeLeftovers(path.join(scratch, 'nowhere'));
	assert.ok(!existsSync(path.join(scratch, 'nowhere')));
});

test('what cannot be removed is named, and nothing is left in its files', needsMount, async () => {
	const directory = await makePrivateDirectory(subdirectory(scratch), 'copy');
	const inside = path.join(directory, '.ibmcloud');
	const undo = stuck(inside);
	const file = path.join(inside, 'config.json');
	writeFileSync(file, '{"IAMToken":"Bearer secret"}');
	const keep = path.join(scratch, 'keep');
	writeFileSync(keep, 'kept');
	symlinkSync(keep, path.join(inside, 'link'));
	try {
		assert.deepEqual(removePrivateDirectory(directory), {path: directory, isEmptied: true});
		assert.ok(!existsSync(file) || readFileSync(file, 'utf8') === '');
		assert.equal(readFileSync(keep, 'utf8'), 'kept');
		assert.deepEqual(
			removeOwnDirectories().map(({path: place}) => place),
			[directory],
		);
	} finally {
		undo?.();
	}

	assert.equal(removePrivateDirectory(directory), undefined);
	assert.equal(lstatSync(directory, {throwIfNoEntry: false}), undefined);
});

test('a file that cannot be emptied is not said to be', needsMount, async () => {
	const directory = await makePrivateDirectory(subdirectory(scratch), 'copy');
	const inside = path.join(directory, '.ibmcloud');
	const undo = stuck(inside);
	writeFileSync(path.join(inside, 'config.json'), '{"IAMToken":"Bearer secret"}');
	execFileSync('mount', ['-o', 'remount,ro', inside]);
	try {
		assert.deepEqual(removePrivateDirectory(directory), {path: directory, isEmptied: false});
	} finally {
		undo?.();
	}

	removePrivateDirectory(directory);
});
