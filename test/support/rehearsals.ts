import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {Sandbox, type SandboxOptions} from './sandbox.ts';

/** How a run ends: its exit status, and what it says besides the usual. */
export type End = readonly [status: number, ...said: RegExp[]];

export const verified: End = [0, /^OK {2}Verified: the credential is set\.$/mu];

/** A rehearsal: its name, its arguments, the sandbox, and how it ends. */
export type Rehearsal = readonly [string, readonly string[], SandboxOptions, End];

/** Plays each rehearsal by itself, and checks how it ends. */
export function playRehearsals(title: string, rehearsals: readonly Rehearsal[]): void {
	// Most of the time is spent waiting, so several run side by side.
	suite(title, {concurrency: 4}, () => {
		for (const [name, args, matter, [status, ...said]] of rehearsals) {
			test(`the rehearsal ${name} ends with ${status}, in words that can be acted on`, async () => {
				using sandbox = new Sandbox({withoutCli: true, ...matter});
				const {stdout, stderr, exitCode} = await sandbox.run(args);
				for (const words of said) {
					assert.match(stdout + stderr, words);
				}

				assert.equal(exitCode, status, stdout + stderr);
				assert.match(stderr, status === 0 ? /^$/u : /^FAILED {2}\S/u);
				assert.doesNotMatch(stdout + stderr, /\bat .*\.(?:js|ts):\d+|undefined|\[object|\u001B/);
				assert.deepEqual(sandbox.privateDirectories(), []);
			});
		}
	});
}
