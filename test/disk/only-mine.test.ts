import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {
	chmodSync,
	chownSync,
	existsSync,
	lchownSync,
	mkdirSync,
	readFileSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {foreignHop, foreignPlace} from '../../source/disk/only-mine.ts';
import {placeOf} from './place-of.ts';
import {scratchDirectory} from '../support/scratch.ts';

const scratch = scratchDirectory();
const looker = path.join(import.meta.dirname, 'looker.ts');
let made = 0;

/** Makes nested directories of these names, which only the operator can change. */
function tree(...names: readonly string[]): string {
	const top = path.join(scratch, String(made++));
	mkdirSync(path.join(top, ...names), {recursive: true, mode: 0o755});
	return top;
}

const needsRoot = {skip: process.getuid?.() !== 0 && 'needs root'};
const somebody = 12_345;

test('what only the operator can change has no foreign hop; nor has what is not there yet', () => {
	const top = tree('state', 'own');
	assert.equal(foreignHop(path.join(top, 'state', 'own')), undefined);
	assert.equal(foreignHop(path.join(top, 'state', 'own', 'not', 'yet')), undefined);
});

test('the hop is named at which others can write, wherever on the way it is', () => {
	const top = tree('state', 'own');
	chmodSync(path.join(top, 'state'), 0o777);
	assert.equal(
		foreignHop(path.join(top, 'state', 'own')),
		`drwxrwxrwx ${process.getuid?.()} ${process.getgid?.()} ${path.join(top, 'state')}`,
	);
});

test('a directory of root with the sticky bit is safe, any other is not', needsRoot, () => {
	const top = tree('shared', 'own');
	chmodSync(path.join(top, 'shared'), 0o1777);
	assert.equal(foreignHop(path.join(top, 'shared', 'own')), undefined);
	chownSync(path.join(top, 'shared'), somebody, somebody);
	assert.equal(placeOf(foreignHop(path.join(top, 'shared', 'own'))), path.join(top, 'shared'));
});

test('what belongs to somebody else is theirs to change, whatever its mode', needsRoot, () => {
	const top = tree('state', 'own');
	chownSync(path.join(top, 'state'), somebody, 0);
	assert.equal(placeOf(foreignHop(path.join(top, 'state', 'own'))), path.join(top, 'state'));
});

test('a group that can write is refused; the own ones only where they are allowed', () => {
	const top = tree('state', 'own');
	const own = path.join(top, 'state', 'own');
	chmodSync(own, 0o770);
	assert.equal(placeOf(foreignHop(own)), own);
	assert.equal(foreignHop(own, {allowsOwnGroups: true}), undefined);
});

/** A user of this machine with their own group, as most distributions give every user one. */
const [alone] = readFileSync('/etc/passwd', 'utf8')
	.split('\n')
	.map((row) => row.split(':'))
	.filter(
		([name = '', , id, group]) => id !== '0' && groupRows().some((row) => row === `${name}:x:${group}:`),
	);

function groupRows(): string[] {
	return existsSync('/etc/group') ? readFileSync('/etc/group', 'utf8').split('\n') : [];
}

/** Returns the first foreign hop for this user; undefined if the user cannot read this repository. */
function seenByThem(place: string): string | undefined {
	const [, , id, group] = (alone ?? []).map(Number);
	const {status, stdout} = spawnSync(process.execPath, [looker, place], {
		...(id === undefined || group === undefined ? {} : {uid: id, gid: group}),
		encoding: 'utf8',
	});
	return alone !== undefined && status === 0 ? stdout.trim() : undefined;
}

const needsUser = {
	skip:
		(process.getuid?.() !== 0 || seenByThem('/') === undefined) &&
		'needs root, and a user with a group of their own who can read this repository',
};

test('on the way to what is ours a group may write whose only member is the operator', needsUser, () => {
	const [, , id, group] = (alone ?? []).map(Number);
	assert.ok(id !== undefined && group !== undefined);
	const top = tree('local', 'own');
	const [way, own] = [path.join(top, 'local'), path.join(top, 'local', 'own')];
	chmodSync(scratch, 0o755);
	for (const place of [top, way, own]) {
		chownSync(place, id, group);
	}

	chmodSync(way, 0o775);
	assert.equal(seenByThem(own), 'none');
	chmodSync(own, 0o775);
	assert.equal(seenByThem(own), own);
	chmodSync(own, 0o755);
	chownSync(way, id, somebody);
	assert.equal(seenByThem(own), way);
});

test('a group that is not one of the operator is refused in any case', needsRoot, () => {
	const top = tree('bin');
	const place = path.join(top, 'bin');
	chownSync(place, 0, somebody);
	chmodSync(place, 0o775);
	assert.equal(placeOf(foreignHop(place, {allowsOwnGroups: true})), place);
});

test('a link is followed, and each hop behind it counts', () => {
	const top = tree('real', 'own');
	mkdirSync(path.join(top, 'links'));
	symlinkSync('../real', path.join(top, 'links', 'relative'));
	symlinkSync(path.join(top, 'links', 'relative'), path.join(top, 'links', 'absolute'));
	const own = path.join(top, 'links', 'absolute', 'own');
	assert.equal(foreignHop(own), undefined);
	chmodSync(path.join(top, 'real'), 0o757);
	assert.equal(placeOf(foreignHop(own)), path.join(top, 'real'));
});

test('a link that lies where others can write is found at its directory', () => {
	const top = tree('open', 'real');
	chmodSync(path.join(top, 'open'), 0o777);
	symlinkSync(path.join(top, 'open', 'real'), path.join(top, 'way'));
	assert.equal(placeOf(foreignHop(path.join(top, 'way'), {allowsOwnGroups: true})), path.join(top, 'open'));
});

test('a link of somebody else is refused, also in a directory with the sticky bit', needsRoot, () => {
	const top = tree('shared', 'real');
	chmodSync(path.join(top, 'shared'), 0o1777);
	const link = path.join(top, 'shared', 'link');
	symlinkSync('real', link);
	lchownSync(link, somebody, somebody);
	assert.equal(placeOf(foreignHop(path.join(link, 'own'))), link);
});

test('links that go round in circles end', () => {
	const top = tree('way');
	symlinkSync('two', path.join(top, 'way', 'one'));
	symlinkSync('one', path.join(top, 'way', 'two'));
	assert.ok(foreignHop(path.join(top, 'way', 'one', 'own')));
});

test('in the place of what is ours lies no link, and nothing of another kind', () => {
	const top = tree('own');
	symlinkSync('own', path.join(top, 'link'));
	writeFileSync(path.join(top, 'file'), '', {mode: 0o600});
	assert.equal(foreignPlace(path.join(top, 'own'), 'directory'), undefined);
	assert.equal(foreignPlace(path.join(top, 'file'), 'file'), undefined);
	assert.equal(foreignPlace(path.join(top, 'none'), 'file'), undefined);
	assert.equal(foreignPlace(path.join(top, 'link'), 'directory')?.[0], 'l');
	assert.equal(foreignPlace(path.join(top, 'file'), 'directory')?.[0], '-');
	assert.equal(foreignPlace(path.join(top, 'own'), 'file')?.[0], 'd');
});
