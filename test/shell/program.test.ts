import assert from 'node:assert/strict';
import {chmodSync, chownSync, mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {findProgram, type FoundProgram} from '../../source/shell/program.ts';
import {placeOf} from '../disk/place-of.ts';
import {scratchDirectory, writeScript} from '../support/scratch.ts';

const scratch = scratchDirectory();

function directoryWithProgram(name: string): string {
	const directory = path.join(scratch, name);
	writeScript(path.join(directory, 'ibmcloud'), 'exit 0');
	chmodSync(directory, 0o755);
	return directory;
}

function find(...directories: readonly string[]): FoundProgram {
	return findProgram('ibmcloud', {PATH: directories.join(':')});
}

test('the first match of PATH is found, as an absolute path', () => {
	const first = directoryWithProgram('first');
	const second = directoryWithProgram('second');
	assert.deepEqual(find('/nowhere', first, second), {
		kind: 'found',
		program: {path: path.join(first, 'ibmcloud'), leading: []},
	});
});

test('directories and files that cannot be executed are passed over', () => {
	const folder = path.join(scratch, 'folder');
	mkdirSync(path.join(folder, 'ibmcloud'), {recursive: true});
	const plain = path.join(scratch, 'plain');
	mkdirSync(plain);
	writeFileSync(path.join(plain, 'ibmcloud'), '', {mode: 0o644});
	const real = directoryWithProgram('real');
	assert.deepEqual(find(folder, plain, real), {
		kind: 'found',
		program: {path: path.join(real, 'ibmcloud'), leading: []},
	});
});

test('nothing in PATH, an empty PATH, no PATH at all', () => {
	assert.deepEqual(find(scratch), {kind: 'missing'});
	assert.deepEqual(findProgram('ibmcloud', {PATH: ''}), {kind: 'missing'});
	assert.deepEqual(findProgram('ibmcloud', {}), {kind: 'missing'});
});

test('a file that others can write is refused, also where a safe one comes after it', () => {
	const open = directoryWithProgram('open-file');
	const file = path.join(open, 'ibmcloud');
	chmodSync(file, 0o777);
	const found = find(open, directoryWithProgram('safe'));
	assert.equal(found.kind === 'unsafe' && found.path, file);
	assert.equal(placeOf(found.kind === 'unsafe' && found.hop), file);
});

test('a file in a directory that others can write is refused', () => {
	const open = directoryWithProgram('open-directory');
	chmodSync(open, 0o777);
	assert.equal(find(open).kind, 'unsafe');
});

test('a file below a directory that others can write is refused, and the directory named', () => {
	const nested = directoryWithProgram('open-above/bin');
	chmodSync(path.join(scratch, 'open-above'), 0o777);
	const found = find(nested);
	assert.equal(placeOf(found.kind === 'unsafe' && found.hop), path.join(scratch, 'open-above'));
});

test('a link in a directory that others can write is refused, also behind another link', () => {
	const safe = directoryWithProgram('behind-links');
	const open = path.join(scratch, 'open-links');
	mkdirSync(open);
	symlinkSync(path.join(safe, 'ibmcloud'), path.join(open, 'ibmcloud'));
	chmodSync(open, 0o777);
	const first = path.join(scratch, 'first-links');
	mkdirSync(first);
	symlinkSync(path.join(open, 'ibmcloud'), path.join(first, 'ibmcloud'));
	for (const directory of [open, first]) {
		const found = find(directory);
		assert.equal(placeOf(found.kind === 'unsafe' && found.hop), open);
	}
});

test('behind a link it is the real file and its directory that count', () => {
	const open = directoryWithProgram('open-behind');
	chmodSync(open, 0o777);
	const links = path.join(scratch, 'links');
	mkdirSync(links);
	symlinkSync(path.join(open, 'ibmcloud'), path.join(links, 'ibmcloud'));
	assert.equal(find(links).kind, 'unsafe');
});

test('a file of another user is refused', {skip: process.getuid?.() !== 0 && 'needs root'}, () => {
	const foreign = directoryWithProgram('foreign');
	chownSync(path.join(foreign, 'ibmcloud'), 12_345, 0);
	assert.equal(find(foreign).kind, 'unsafe');
});

test('what is found through the current directory is refused', () => {
	const directory = directoryWithProgram('relative');
	const relative = path.relative(process.cwd(), directory);
	assert.deepEqual(find(relative), {kind: 'unsafe', path: path.join(directory, 'ibmcloud'), hop: undefined});
});
