import assert from 'node:assert/strict';
import {cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test, {after, before, suite} from 'node:test';
import {lint, root, type Finding} from './lint.ts';
import {importers, probes, folders, trickyProbes, type Probe} from './probes.ts';

/*
A linter whose patterns match nothing never complains, so the rules are tried first: for every folder and
everything that could be imported there, a small file is linted with this repository's rules. Forbidden
imports must be refused, and allowed ones must not. Only then does a clean program mean something.
*/

const ruleCodes = [
	'eslint(no-restricted-imports)',
	'eslint(no-restricted-properties)',
	'eslint(no-restricted-globals)',
	'import(no-dynamic-require)',
];

let directory = '';
let findings: readonly Finding[] = [];

before(async () => {
	directory = mkdtempSync(path.join(tmpdir(), 'import-rules-'));
	cpSync(path.join(root, '.oxlintrc.json'), path.join(directory, '.oxlintrc.json'));
	for (const {file, content} of [...probes, ...trickyProbes]) {
		mkdirSync(path.join(directory, path.dirname(file)), {recursive: true});
		writeFileSync(path.join(directory, file), content);
	}

	const result = await lint(directory, ['.']);
	assert.equal(result.fileCount, probes.length + trickyProbes.length);
	findings = result.findings;
});

after(() => {
	rmSync(directory, {recursive: true, force: true});
});

function wrongAnswers(tried: readonly Probe[]): string[] {
	return tried.flatMap(({file, content, refusals, code}) => {
		const found = findings.filter((finding) => finding.filename === file && finding.code === code).length;
		return found === refusals ? [] : [`${file}: refused ${found} of ${refusals} in\n${content}`];
	});
}

suite('the import rules', () => {
	for (const importer of importers) {
		test(`refuse what ${importer} may not import, and nothing else`, () => {
			const tried = probes.filter((probe) => probe.importer === importer);
			assert.ok(tried.some(({refusals}) => refusals > 0));
			assert.ok(tried.some(({refusals}) => refusals === 0));
			assert.deepEqual(wrongAnswers(tried), []);
		});
	}

	test('are not got round', () => {
		assert.deepEqual(wrongAnswers(trickyProbes), []);
	});

	test('say in their own words what is wrong', () => {
		const silent = findings.filter(({code, help}) => code === ruleCodes[0] && !help);
		assert.deepEqual(silent, []);
	});
});

suite('the program', () => {
	const files = globSync('source/**/*.{ts,tsx}', {cwd: root});

	test('follows the import rules', async () => {
		const result = await lint(root, ['cli.tsx', 'source']);
		assert.equal(result.fileCount, files.length + 1);
		const broken = result.findings.filter(({code}) => ruleCodes.includes(code));
		assert.deepEqual(
			broken.map(({filename, help}) => `${filename}: ${help}`),
			[],
		);
	});

	test('has no folder that the rules do not know', () => {
		const unknown = files.filter((file) => !folders.some((folder) => file.startsWith(`source/${folder}/`)));
		// Every folder uses the program's name, so this file lies below all of them, and imports nothing.
		assert.deepEqual(unknown, ['source/program-name.ts']);
		assert.doesNotMatch(readFileSync(path.join(root, 'source/program-name.ts'), 'utf8'), /\bimport\b/);
	});

	test('switches none of these rules off, and never all', () => {
		const names = ruleCodes.map((code) => code.replace(/^.*\((.*)\)$/, '$1'));
		const excused = files.flatMap((file) => {
			const directives = readFileSync(path.join(root, file), 'utf8').match(/(?:ox|es)lint-disable.*/g) ?? [];
			return directives
				.filter(
					(directive) =>
						!/disable\S*\s+[a-z]/.test(directive) || names.some((name) => directive.includes(name)),
				)
				.map((directive) => `${file}: ${directive}`);
		});
		assert.deepEqual(excused, []);
	});
});
