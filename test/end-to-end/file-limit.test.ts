import assert from 'node:assert/strict';
import {test} from 'node:test';
import {completeFlags} from '../support/session-steps.ts';
import {Sandbox} from '../support/sandbox.ts';

test('where no file can become longer the program is not ended: nothing is started, with words', async () => {
	using sandbox = new Sandbox();
	sandbox.useCli(`ulimit -S -f unlimited\n${sandbox.simulatorCall}`);
	const {exitCode, signal, stderr} = await sandbox.run(
		[...completeFlags(sandbox), '--region=us-south', '--no-pair-check', '--force'],
		// One block is shorter than the journal's lines on one change.
		{prefix: ['sh', '-c', 'ulimit -S -f 1; exec "$@"', 'sh']},
	);
	assert.equal(signal, null);
	assert.equal(exitCode, 1);
	assert.match(stderr, /journal could not be written/u);
	assert.match(stderr, /EFBIG/u);
	assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 0);
});
