import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Canary, plantTokens, seenChildren, watchChildren} from '../../support/canary.ts';
import {halfAnswer} from '../../support/faults.ts';
import {sampleUser} from '../../support/session-steps.ts';
import {Sandbox} from '../../support/sandbox.ts';
import {matterOf} from '../../support/scenarios.ts';

const noise = {
	IBMCLOUD_TRACE: 'true',
	BLUEMIX_TRACE: 'true',
	DEBUG: '*',
	NODE_DEBUG: '*',
	NODE_DEBUG_NATIVE: '*',
};
const user = ['--infrastructure-username', sampleUser];
const isKeyArgument = (argument: string): boolean => argument.startsWith('--infrastructure-api-key=');

test('every command, with the pair in its environment and all debug output switched on', async () => {
	using sandbox = new Sandbox();
	const tokens = plantTokens(sandbox);
	watchChildren(sandbox);
	const key = sandbox.keyOf(sampleUser);
	const canary = new Canary([key, ...tokens]);
	const environment = {...noise, IAAS_CLASSIC_USERNAME: sampleUser, IAAS_CLASSIC_API_KEY: key};
	for (const args of [
		['setup', '--region', 'us-south', '--force', '--explain', '--report', 'report.md'],
		['setup', '--region', 'eu-gb', '-g', 'infra', '--force', '--output', 'json'],
		['setup', '--region', 'eu-de', '--dry-run'],
		['setup', '--where-set', '--force'],
		['setup'],
		['status', '--all'],
		['status', '--all', '--output', 'json'],
		['doctor'],
		['doctor', '--output', 'json'],
		['doctor', '--bundle'],
		['unset', '--region', 'us-south', '--force'],
		['history'],
		['history', '--output', 'json'],
		['completion', 'bash'],
		['--help'],
		['setup', '--help'],
		['--version'],
		['--demo'],
	]) {
		// oxlint-disable-next-line no-await-in-loop -- one command after the other, as an operator does
		const ended = await sandbox.run(args, {environment});
		assert.ok([0, 2].includes(ended.exitCode ?? -1), `${args.join(' ')}: ${ended.exitCode}`);
		canary.assertNotSaid(ended, args.join(' '));
	}

	canary.assertNotKept(sandbox, ['config.json']);
	canary.assertNotInherited(seenChildren(sandbox), isKeyArgument);
	const sets = seenChildren(sandbox).filter(({args}) => args.slice(0, 3).join(' ') === 'ks credential set');
	assert.equal(canary.timesInArguments(seenChildren(sandbox)), sets.length);
	assert.deepEqual(sandbox.privateDirectories(), []);
});

for (const scenario of ['leaks-key', 'wrong-key', 'dies-by-signal', 'half-json']) {
	test(`setup without a terminal in the scenario ${scenario}, as lines and as JSON`, async () => {
		using sandbox = new Sandbox(
			scenario === 'half-json' ? {faults: [halfAnswer('--output json')]} : matterOf(scenario),
		);
		const tokens = plantTokens(sandbox);
		watchChildren(sandbox);
		const key =
			scenario === 'wrong-key'
				? 'c4a9e1f07b52d8836ea1f4c90d7b3e5582f6a0c1d94e7b38a5f2069de1c7b4a0'
				: sandbox.keyOf(sampleUser);
		const canary = new Canary([key, ...tokens]);
		const source = `@${sandbox.write('key', `${key}\n`, 0o644)}`;
		for (const more of [[], ['--output', 'json']]) {
			// oxlint-disable-next-line no-await-in-loop
			const ended = await sandbox.run(
				[
					...user,
					'--infrastructure-api-key',
					source,
					'--region',
					'us-south',
					'--no-pair-check',
					'--force',
					...more,
				],
				{environment: noise},
			);
			assert.notEqual(ended.exitCode, 0);
			canary.assertNotSaid(ended);
		}

		canary.assertNotKept(sandbox, ['config.json', 'key']);
		canary.assertNotInherited(seenChildren(sandbox), isKeyArgument);
	});
}

test('the bundle for IBM support, where the CLI itself prints key and tokens', async () => {
	using sandbox = new Sandbox();
	const [token = '', refreshToken = ''] = plantTokens(sandbox);
	const key = sandbox.keyOf(sampleUser);
	const canary = new Canary([key, token, refreshToken]);
	const said = sandbox.write(
		'trace',
		[
			`Authorization: Bearer ${token}`,
			`X-Auth-Softlayer-APIKey: ${key}`,
			`{"refresh_token":"${refreshToken}","access_token":"${token}","apiKey":"${key}"}`,
			`grant_type=refresh_token&refresh_token=${refreshToken}&apikey=${key}`,
			`token ${token}`,
			`key ${key}`,
			'',
		].join('\n'),
	);
	for (const way of [`cat '${said}' >&2`, `cat '${said}'; exit 1`, `cat '${said}' >&2; exit 1`]) {
		sandbox.interceptCli(`*) ${way};;`);
		// oxlint-disable-next-line no-await-in-loop
		canary.assertNotSaid(await sandbox.run(['doctor', '--bundle']), way);
		// oxlint-disable-next-line no-await-in-loop
		canary.assertNotSaid(await sandbox.run(['status', '--explain']), way);
	}
});

test('a key of IBM Cloud in the environment, where ibmcloud prints its own: it has it, and nobody reads it', async () => {
	using sandbox = new Sandbox();
	const key = 'Qm8vT1xLw3ZkR7-yH5cNf2Jd9SbGa6Up0Ee4XiVoKt_A';
	const canary = new Canary([key]);
	sandbox.interceptCli('*) echo "FAILED: $IBMCLOUD_API_KEY is not valid" >&2; exit 1;;');
	for (const args of [
		['doctor'],
		['doctor', '--bundle'],
		['status', '--output', 'json'],
		['status', '--explain'],
	]) {
		// oxlint-disable-next-line no-await-in-loop -- one command after the other
		const ended = await sandbox.run(args, {environment: {IBMCLOUD_API_KEY: key}});
		assert.match(ended.stdout + ended.stderr, /FAILED: \[secret\] is not valid/u, args.join(' '));
		canary.assertNotSaid(ended, args.join(' '));
	}
});

test('a key in the wrong place of the command line is not repeated', async () => {
	using sandbox = new Sandbox();
	const key = sandbox.keyOf(sampleUser);
	const canary = new Canary([key]);
	const complete = [
		...user,
		'--infrastructure-api-key',
		`@${sandbox.write('key', key)}`,
		'--region',
		'us-south',
	];
	const wrong = [
		[key],
		['setup', key],
		[`--${key}`],
		[`--infrastructure-api-key=${key}`],
		['--infrastructure-api-key', key],
		[`--infrastructure-api-key=@${key}`],
		['--infrastructure-username', key],
		['--region', key],
		[...complete, '--force', '--resource-group', key],
		[...complete, '--force', '--if-current', key],
		['--via', key],
		['--output', key],
		['--concurrency', key],
		[`--demo=${key}`],
		['status', '--region', key],
		['status', '--resource-group', key],
		['status', '--expect', key],
		[...complete, '--force', '--report', key],
		['unset', '--resource-group', key],
		['completion', key],
		['doctor', key],
		['history', key],
		['--locale', key, 'doctor'],
	];
	const leaks: string[] = [];
	const taken: string[] = [];
	for (const args of wrong) {
		// oxlint-disable-next-line no-await-in-loop
		const {stdout, stderr, exitCode} = await sandbox.run(args);
		const shown = args.join(' ').replaceAll(key, 'KEY');
		if (canary.find(stdout + stderr) !== undefined) {
			leaks.push(shown);
		}

		// An unknown language falls back to English; everything else is refused.
		if (exitCode !== 2 && !args.includes('--locale')) {
			taken.push(shown);
		}
	}

	assert.deepEqual(leaks, []);
	assert.deepEqual(taken, []);
	assert.ok(!sandbox.has(key), 'a file has the key for its name');
});
