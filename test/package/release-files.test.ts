import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {bundledPackages} from '../../scripts/build/bundled-packages.ts';
import {description, lockFile, root} from '../../scripts/package/description.ts';
import {isSigned, withoutSignature} from '../../scripts/package/mach-o.ts';
import {manPage} from '../../scripts/package/man-page.ts';
import {bundleScript} from '../../scripts/package/bundles.ts';
import {billOfMaterials} from '../../scripts/package/sbom.ts';
import {sumsOf} from '../../scripts/package/sums.ts';
import {npmTarball, type PackedFile} from '../../scripts/package/tarball.ts';
import {commands} from '../../source/commands/list.ts';
import {scratchDirectory} from '../support/scratch.ts';

const scratch = scratchDirectory();

test('the tarball is what tar reads, with modes of its own, and the same bytes in any order', () => {
	const files: readonly PackedFile[] = [
		{path: 'dist/cli.js', content: Buffer.from('#!/usr/bin/env node\n'), isExecutable: true},
		{path: 'README.md', content: Buffer.alloc(1025, 'ä'), isExecutable: false},
		{path: 'LICENSE', content: Buffer.alloc(0), isExecutable: false},
	];
	const tarball = npmTarball(files);
	assert.deepEqual(npmTarball(files.toReversed()), tarball);
	const file = path.join(scratch, 'x.tgz');
	writeFileSync(file, tarball);
	execFileSync('tar', ['xpzf', file, '-C', scratch]);
	for (const {path: name, content, isExecutable} of files) {
		const unpacked = path.join(scratch, 'package', name);
		assert.deepEqual(readFileSync(unpacked), Buffer.from(content));
		assert.equal(statSync(unpacked).mode & 0o777, isExecutable ? 0o755 : 0o644);
		assert.equal(statSync(unpacked).mtime.getUTCFullYear(), 1985);
	}

	const long = {path: 'x'.repeat(100), content: Buffer.alloc(0), isExecutable: false};
	assert.throws(() => npmTarball([long]), /no room/);
});

test('the bill of materials is the set of bundled packages, with version, license and hash', async () => {
	const {metafile, code} = await bundleScript();
	const packages = await bundledPackages(root, [metafile]);
	const tools = {esbuild: '1', bun: '2'};
	const bill = JSON.parse(billOfMaterials({...description, tools}, packages, lockFile)) as {
		readonly components: ReadonlyArray<{
			readonly name: string;
			readonly version: string;
			readonly licenses: readonly object[];
			readonly hashes: ReadonlyArray<{readonly content: string}>;
		}>;
	};
	const named = new Set(bill.components.map(({name, version}) => `${name} ${version}`));
	const recorded = Object.keys(metafile.inputs).flatMap((input) => {
		const [, directory] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
		return directory === undefined ? [] : [readFileSync(path.join(root, directory, 'package.json'), 'utf8')];
	});
	const expected = recorded.map((text) => {
		const {name, version} = JSON.parse(text) as {name: string; version: string};
		return `${name} ${version}`;
	});
	assert.deepEqual(named, new Set(expected));
	assert.equal(bill.components.length, named.size);
	assert.ok([...named].some((each) => each.startsWith('yoga-layout ')));
	for (const {licenses, hashes} of bill.components) {
		assert.equal(licenses.length, 1);
		assert.match(hashes[0]?.content ?? '', /^[\da-f]{128}$/);
	}

	for (const {licenseText, name} of packages) {
		assert.match(licenseText, /copyright/i, name);
	}

	assert.doesNotMatch(code, /import\.meta/, 'it is CommonJS, whatever the file is called');
});

test('every option is in the manual page, and mandoc has nothing to say', (context) => {
	const page = manPage('2026-03-04');
	assert.match(page, /^\.Dd March 4, 2026$/m);
	for (const {name, options} of commands) {
		const [, section = ''] = page.split(`.Ss ${name}\n`);
		for (const option of options) {
			const flag = String.raw`Fl \-${option.name.replaceAll('-', String.raw`\-`)}`;
			assert.ok(section.split('\n.Ss ')[0]?.includes(flag), `${name} ${option.name}`);
		}
	}

	const {error, stdout, stderr} = spawnSync('mandoc', ['-Tlint'], {input: page, encoding: 'utf8'});
	if (error !== undefined) {
		context.skip('mandoc is not installed here');
		return;
	}

	assert.equal(stdout + stderr, '');
});

test('the sums are what sha256sum checks', () => {
	const directory = path.join(scratch, 'sums');
	mkdirSync(directory);
	const made = new Map([
		['b', Buffer.from('b')],
		['a', Buffer.from('a')],
	]);
	for (const [file, text] of [...made, ...Object.entries(sumsOf(made))]) {
		writeFileSync(path.join(directory, file), text);
	}

	for (const [command, file] of [
		['sha256sum', 'SHA256SUMS'],
		['sha1sum', 'SHA1SUMS'],
	] as const) {
		const said = execFileSync(command, ['--check', '--strict', file], {cwd: directory, encoding: 'utf8'});
		assert.equal(said, 'a: OK\nb: OK\n');
	}
});

test('a signature is taken out of an executable of macOS, and what is left ends where it began', () => {
	const file = Buffer.alloc(200, 0xee);
	file.fill(0, 0, 120);
	file.writeUInt32LE(2, 16);
	file.writeUInt32LE(88, 20);
	file.writeUInt32LE(0x19, 32);
	file.writeUInt32LE(72, 36);
	file.write('__LINKEDIT', 40);
	file.writeBigUInt64LE(120n, 72);
	file.writeBigUInt64LE(80n, 80);
	file.writeUInt32LE(0x1d, 104);
	file.writeUInt32LE(16, 108);
	file.writeUInt32LE(160, 112);
	file.writeUInt32LE(40, 116);
	assert.ok(isSigned(file));
	const unsigned = withoutSignature(file);
	assert.ok(!isSigned(unsigned));
	assert.equal(unsigned.length, 160);
	assert.equal(unsigned.readUInt32LE(20), 72);
	assert.equal(unsigned.readBigUInt64LE(80), 40n);
	assert.throws(() => withoutSignature(unsigned), /made otherwise/);
});

test('a release is refused under another Node than the pinned one', () => {
	const other = path.join(scratch, 'other.mjs');
	writeFileSync(
		other,
		`Object.defineProperty(process.versions, 'node', {value: '24.0.0'});
		await import(${JSON.stringify(path.join(root, 'scripts/package.ts'))});`,
	);
	chmodSync(other, 0o600);
	const {status, stderr} = spawnSync(process.execPath, [other, '--only=man'], {encoding: 'utf8'});
	assert.equal(status, 3);
	assert.match(stderr, /made with Node .*, this is 24\.0\.0/);
});
