import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {hangs} from '../support/faults.ts';
import {completeFlags, sampleUser} from '../support/session-steps.ts';
import {inNamespace, killFirst, noNamespaces} from '../support/namespaces.ts';
import {Sandbox} from '../support/sandbox.ts';
import {eventually} from '../support/scratch.ts';

// A container is a process namespace: the program is process 1 there, and sees no process outside.
const inContainer = {prefix: inNamespace};

test(
	'two at once with one home, each in a container: neither takes anything from the other',
	{skip: noNamespaces},
	async () => {
		using sandbox = new Sandbox();
		const goOn = path.join(sandbox.directory, 'go-on');
		sandbox.interceptCli(
			`*'credential set'*'--region=eu-de'*) touch begun; while [ ! -e '${goOn}' ]; do sleep 0.05; done;;`,
		);
		const flags = [...completeFlags(sandbox), '-g', 'infra', '--no-pair-check', '--force'];
		const first = sandbox.run([...flags, '--region=eu-de'], inContainer);
		await eventually(() => existsSync(path.join(sandbox.directory, 'begun')), 'the first set');

		const second = await sandbox.run([...flags, '--region=jp-tok'], inContainer);
		sandbox.write('go-on', '');
		const {exitCode, stderr} = await first;

		assert.equal(second.exitCode, 0, second.stderr);
		assert.doesNotMatch(second.stderr, /did not finish/u);
		assert.equal(exitCode, 0, stderr);
		assert.equal(sandbox.credential('eu-de', 'infra'), sampleUser);
		assert.equal(sandbox.credential('jp-tok', 'infra'), sampleUser);
		assert.deepEqual(sandbox.privateDirectories(), []);
		assert.deepEqual(sandbox.unfinishedRuns(), []);
	},
);

for (const [name, next] of Object.entries({'in another container': inContainer, 'outside of it': {}})) {
	test(
		`killed as process 1 of a container while it sets: a start ${name} reports it`,
		{skip: noNamespaces},
		async () => {
			using sandbox = new Sandbox({faults: [hangs()]});
			const flags = [...completeFlags(sandbox), '-g', 'infra', '--no-pair-check'];
			let outside = 0;
			const dying = sandbox.run([...flags, '--region=eu-de', '--force'], {
				...inContainer,
				onStart: (pid) => (outside = pid),
			});
			await sandbox.untilCalled('ks', 'credential', 'set');
			killFirst(outside);
			assert.notEqual((await dying).exitCode, 0);
			sandbox.setFaults([]);

			const {stderr} = await sandbox.run([...flags, '--region=us-south', '--dry-run'], next);
			assert.match(stderr, /did not finish: eu-de \/ infra/u);
			assert.match(stderr, /--region=eu-de --resource-group=infra$/mu);
			assert.deepEqual(sandbox.privateDirectories(), []);
		},
	);
}
