import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {globSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {root} from '../../scripts/package/description.ts';
import {placeholder, releaseChecks} from '../../scripts/release/checks.ts';
import {scratchDirectory} from '../support/scratch.ts';

const scratch = scratchDirectory();
const git = (...args: readonly string[]): string =>
	execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.test', ...args], {
		cwd: scratch,
		encoding: 'utf8',
	});

/** Returns the problem that a check finds in the scratch repository; `undefined` if all is well. */
function said(part: string): string | undefined {
	const check = releaseChecks.find(({name}) => name.includes(part));
	assert.ok(check !== undefined, part);
	return check.problem({root: scratch, version: '1.2.3'});
}

const write = (file: string, text: string): void => {
	writeFileSync(path.join(scratch, file), text);
};

test('placeholders, changelog, tree, tag and what is missing in release/ are told, and nothing where they are right', () => {
	git('init', '--quiet');
	write('package.json', `{"author": "${placeholder}"}`);
	write('CHANGELOG.md', '## [1.2.3] - Unreleased\n');
	assert.match(said('whose it is') ?? '', /placeholder/);
	assert.match(said('changelog') ?? '', /\[1\.2\.3\]/);
	assert.match(said('clean') ?? '', /CHANGELOG\.md/);
	write('package.json', '{"author": "somebody"}');
	write('CHANGELOG.md', '## [1.2.3] - 2026-11-25\n');
	git('add', '--all');
	git('commit', '--quiet', '--message', 'x');
	assert.match(said('tag') ?? '', /v1\.2\.3, and has none/);
	git('tag', 'v1.2.4');
	assert.match(said('tag') ?? '', /has v1\.2\.4/);
	git('tag', '--delete', 'v1.2.4');
	git('tag', 'v1.2.3');
	assert.match(said('bytes') ?? '', /no release\//);
	for (const part of ['whose it is', 'changelog', 'clean', 'tag']) {
		assert.equal(said(part), undefined, part);
	}

	mkdirSync(path.join(scratch, 'release'));
	write('release/SHA256SUMS', '');
	assert.match(said('bytes') ?? '', /makes other bytes/);
});

test('workflows: every action by the hash of a commit, and no permission but those of a job', () => {
	const files = globSync('.github/workflows/*.yml', {cwd: root});
	assert.equal(files.length, 2);
	for (const file of files) {
		const text = readFileSync(path.join(root, file), 'utf8');
		assert.match(text, /^permissions: \{\}$/m);
		const used = text.match(/uses: .*/g) ?? [];
		assert.ok(used.length >= 3);
		for (const action of used) {
			assert.match(action, /^uses: actions\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/, file);
		}
	}
});
