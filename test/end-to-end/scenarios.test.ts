import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import path from 'node:path';
import {suite, test} from 'node:test';
import {Sandbox, type SandboxOptions} from '../support/sandbox.ts';
import {testScenarios} from '../support/scenarios.ts';

const known = JSON.parse(
	execFileSync(
		process.execPath,
		[path.resolve(import.meta.dirname, '../../dist/simulator.js'), 'simulator-scenarios'],
		{encoding: 'utf8'},
	),
) as ReadonlyArray<{readonly name: string; readonly description: string}>;

/** One that takes minutes only because it waits is tried by hand. */
const rehearsals = known.map(({name}) => name).filter((name) => name !== 'slow');

const cases: ReadonlyArray<readonly [string, readonly string[], SandboxOptions]> = [
	...rehearsals.map((name) => [name, [`--demo=${name}`], {}] as const),
	...Object.entries(testScenarios).map(([name, matter]) => [name, ['--demo'], matter] as const),
];

// Most of the time is spent waiting, so several run side by side.
suite('every rehearsal', {concurrency: 4}, () => {
	for (const [name, args, matter] of cases) {
		test(`the rehearsal ${name} ends in words that can be acted on`, async () => {
			using sandbox = new Sandbox({withoutCli: true, ...matter});
			const {stdout, stderr, exitCode, signal} = await sandbox.run(args);
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
