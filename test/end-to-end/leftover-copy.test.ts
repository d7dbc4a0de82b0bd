import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {completeFlags, sampleUser} from '../support/session-steps.ts';
import {Sandbox} from '../support/sandbox.ts';
import {scratchDirectory} from '../support/scratch.ts';

const scratch = scratchDirectory();

function canMount(): boolean {
	try {
		execFileSync('mount', ['-t', 'tmpfs', 'none', scratch], {stdio: 'pipe'});
		execFileSync('umount', [scratch]);
		return true;
	} catch {
		return false;
	}
}

test(
	'a private copy that cannot be removed: the report stands, the path is named, no token is left in it',
	{skip: !canMount() && 'needs the right to mount'},
	async () => {
		using sandbox = new Sandbox();
		// A mount point is busy, for root as well.
		sandbox.interceptCli(
			`*'credential set'*) mkdir "$IBMCLOUD_HOME/busy"; mount -t tmpfs none "$IBMCLOUD_HOME/busy"; cp "$IBMCLOUD_HOME/.ibmcloud/config.json" "$IBMCLOUD_HOME/busy/";;`,
		);
		const {exitCode, stdout, stderr} = await sandbox.run([
			...completeFlags(sandbox),
			'--region=us-south',
			'--resource-group=infra',
			'--no-pair-check',
			'--force',
		]);
		const [name = ''] = sandbox.privateDirectories();
		const copy = path.join(sandbox.home, '.cache/classic-credentials/private', name);
		try {
			assert.equal(exitCode, 0, stderr);
			assert.equal(sandbox.credential('us-south', 'infra'), sampleUser);
			assert.doesNotMatch(stdout + stderr, /internal error/u);
			assert.ok(stderr.trimEnd().endsWith(copy), stderr);
			const left = readdirSync(copy, {recursive: true, encoding: 'utf8', withFileTypes: true});
			const texts = left
				.filter((entry) => entry.isFile())
				.map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
			assert.ok(texts.every((text) => text === ''));
			assert.ok(!existsSync(path.join(copy, 'alive')));
		} finally {
			execFileSync('umount', [path.join(copy, 'busy')]);
		}
	},
);
