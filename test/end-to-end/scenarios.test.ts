import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import path from 'node:path';
import {suite, test} from 'node:test';
import {Sandbox} from '../support/sandbox.ts';

/** Rehearsals that only end after a time limit of minutes; they are cases of the tests on faults. */
const endless = ['hangs', 'sets-then-hangs', 'ignores-sigterm', 'slow', 'huge-users'];

const known = JSON.parse(
	execFileSync(
		process.execPath,
		[path.resolve(import.meta.dirname, '../../dist/simulator.js'), 'simulator-scenarios'],
		{
			env: {CLASSIC_CREDENTIALS_SIMULATOR_STATE: '/nonexistent'},
			encoding: 'utf8',
		},
	),
) as ReadonlyArray<{readonly name: string; readonly description: string}>;

// Most of the time is spent waiting, so several run side by side.
suite('every rehearsal', {concurrency: 4}, () => {
	for (const {name} of known.filter((scenario) => !endless.includes(scenario.name))) {
		test(`the rehearsal ${name} ends in words that can be acted on`, async () => {
			using sandbox = new Sandbox({withoutCli: true});
			const {stdout, stderr, exitCode, signal} = await sandbox.run([`--demo=${name}`]);
			const said = `${stdout}${stderr}`;

			assert.equal(signal, null);
			assert.ok([0, 1, 2, 3, 4, 5].includes(exitCode ?? -1), `${exitCode}\n${said}`);
			assert.match(said.trim(), /[.:]$|--|ibmcloud|classic-credentials/, said);
			assert.doesNotMatch(said, /\bat .*\.(?:js|ts):\d+|undefined|\[object|\u001B/, said);
			assert.deepEqual(sandbox.privateDirectories(), []);
			if (exitCode === 0) {
				assert.match(stdout, /Verified|Set; user name read back/);
			} else {
				assert.ok(stderr.trim().split('\n').length >= 2, stderr);
			}
		});
	}
});
