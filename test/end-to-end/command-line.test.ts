import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {test} from 'node:test';
import {halfAnswer} from '../support/faults.ts';
import {chooseEntry, sampleUser, toReview} from '../support/session-steps.ts';
import {Sandbox} from '../support/sandbox.ts';
import {testedProgram} from '../support/tested-program.ts';

test('help that nobody reads any more is no crash', async () => {
	using sandbox = new Sandbox();
	const child = spawn(testedProgram.command, [...testedProgram.leading, '--help'], {
		env: sandbox.environment,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	child.stdout.destroy();
	let said = '';
	child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
		said += chunk;
	});
	const [exitCode] = (await once(child, 'close')) as [number | null];
	assert.equal(said, '');
	assert.equal(exitCode, 0);
});

for (const command of ['status', 'doctor', 'history']) {
	test(`${command} takes no argument that belongs to no option, and then asks the CLI nothing`, async () => {
		using sandbox = new Sandbox();
		const {stderr, exitCode} = await sandbox.run([command, 'us-south']);
		assert.equal(exitCode, 2);
		assert.match(stderr, /belongs to no option/);
		assert.deepEqual(sandbox.calls(), []);
	});
}

test('status of a resource group that does not exist is a usage error that names it', async () => {
	using sandbox = new Sandbox();
	const {stderr, exitCode} = await sandbox.run(['status', '-g', 'nowhere']);
	assert.equal(exitCode, 2);
	assert.match(stderr, /resource group named “nowhere”/);
});

test('status says once, in the CLI’s own words, why scopes could not be read', async () => {
	using sandbox = new Sandbox({faults: [halfAnswer('ks credential get')]});
	const {stdout, stderr} = await sandbox.run(['status', '--region', 'us-south', '--region', 'eu-de']);
	assert.match(stdout, /not read: /);
	assert.equal(stderr.match(/ibmcloud’s answer could not be read/gu)?.length, 1, stderr);
	assert.match(stderr, /"apiUser": "/);
});

test('completion for what is no shell names the shells', async () => {
	using sandbox = new Sandbox();
	const {stdout, stderr, exitCode} = await sandbox.run(['completion', 'constructor']);
	assert.equal(exitCode, 2);
	assert.equal(stdout, '');
	assert.match(stderr, /bash/);
});

test('the rehearsal that is offered where the CLI is missing has no API, whatever was asked for', async () => {
	using sandbox = new Sandbox({withoutCli: true});
	await using terminal = await sandbox.open(['--via', 'api'], {columns: 120, rows: 50});
	await terminal.waitFor('Rehearse with a simulated ibmcloud');
	terminal.press('down', 'enter');
	await toReview(terminal, {key: sandbox.keyOf(sampleUser)});
	await chooseEntry(terminal, 'Show the commands');
	await terminal.waitFor('ibmcloud ks credential set classic');
	assert.doesNotMatch(terminal.text(), /POST https/);
});

test('wrong usage says so as IBM’s CLI does, with the reason and the usage of that command', async () => {
	using sandbox = new Sandbox();
	const wrong = await sandbox.run(['status', '--bogus']);
	assert.equal(wrong.exitCode, 2);
	assert.match(
		wrong.stderr,
		/^FAILED\nIncorrect Usage\.\n\nThere is no option '--bogus'\.\n\nUSAGE:\n {2}classic-credentials status \[OPTIONS\]\n/,
	);
});

test('an option of another command is said to be none of this one', async () => {
	using sandbox = new Sandbox();
	const [long, short] = await Promise.all([
		sandbox.run(['--accessible', 'status']),
		sandbox.run(['status', '-f']),
	]);
	assert.match(long.stderr, /^'status' has no option '--accessible'\.$/m);
	assert.match(short.stderr, /^'status' has no option '-f'\.$/m);
});

test('with --output json a wrong option gives a document, too', async () => {
	using sandbox = new Sandbox();
	for (const command of ['setup', 'unset', 'status', 'doctor', 'history']) {
		const {stdout, exitCode} = await sandbox.run([command, '--output', 'json', '--bogus']);
		const document = JSON.parse(stdout) as {readonly command: string; readonly exitStatus: number};
		assert.equal(document.command, command);
		assert.equal(document.exitStatus, 2);
		assert.equal(exitCode, 2);
	}
});

test('help and version are commands', async () => {
	using sandbox = new Sandbox();
	const [help, page, asked, version] = await Promise.all([
		sandbox.run(['help', 'status']),
		sandbox.run(['status', '--help']),
		sandbox.run(['help', 'nonsense']),
		sandbox.run(['version']),
	]);
	assert.equal(help.stdout, page.stdout);
	assert.equal(asked.exitCode, 2);
	assert.match(version.stdout, /^classic-credentials \d/);
});

test('where CI is set nothing is asked in a terminal either', async () => {
	using sandbox = new Sandbox({environment: {CI: 'true'}});
	await using terminal = await sandbox.open([]);
	assert.equal((await terminal.waitForExit()).exitCode, 2);
	assert.match(terminal.text(), /Incorrect Usage\./);
	assert.match(terminal.text(), /CI is set, so nothing is asked\. Missing: /);
});

test('where ACCESSIBLE is set the session runs in line mode', async () => {
	using sandbox = new Sandbox({environment: {ACCESSIBLE: '1'}});
	await using terminal = await sandbox.open([]);
	await terminal.waitFor('Number, or part of a name:');
});

test('a rehearsal in German is one', async () => {
	using sandbox = new Sandbox();
	const {stdout} = await sandbox.run(['doctor', '--demo=german']);
	assert.match(stdout, /Anmeldung: /);
});

test('quiet: the result and the warnings, and no next steps', async () => {
	using sandbox = new Sandbox();
	const key = sandbox.write('key', sandbox.keyOf(sampleUser));
	const args = [
		'--infrastructure-username',
		sampleUser,
		'--infrastructure-api-key',
		`@${key}`,
		'--region',
		'jp-tok',
		'--force',
	];
	const {stdout, stderr} = await sandbox.run([...args, '-q']);
	assert.match(stdout, /jp-tok/);
	assert.doesNotMatch(stdout, /classic-credentials status|cluster create/);
	for (const warning of [/not a host of IBM/, /E501e/, /Username and key were not checked/]) {
		assert.match(stderr, warning);
	}
});

for (const [platform, version, said] of [
	['win32', process.versions.node, /in WSL/],
	['linux', '20.1.0', /needs Node .* or newer.*nvm install/s],
] as const) {
	test(
		`Node ${version} on ${platform}: what to do is said`,
		{skip: testedProgram.form === 'executable'},
		async () => {
			using sandbox = new Sandbox();
			const hook = sandbox.write(
				'hook.mjs',
				`Object.defineProperty(process, 'platform', {value: '${platform}'});
			Object.defineProperty(process, 'versions', {value: {...process.versions, node: '${version}'}});`,
			);
			const {stderr, exitCode} = await sandbox.run(['status'], {
				environment: {NODE_OPTIONS: `--import=${hook}`},
			});
			assert.equal(exitCode, 3);
			assert.match(stderr, said);
		},
	);
}

for (const [name, environment, colors] of [
	['in a terminal', {}, ['36', '32']],
	['with NO_COLOR', {NO_COLOR: '1'}, []],
] as const) {
	test(`${name} results, names and failures are drawn as IBM’s guide has it, and bold in any case`, async () => {
		using sandbox = new Sandbox({environment});
		await using terminal = await sandbox.open(['status'], {columns: 120});
		await terminal.waitForExit();
		await using doctor = await sandbox.open(['doctor'], {columns: 120});
		await doctor.waitForExit();
		await using wrong = await sandbox.open(['--bogus'], {columns: 120});
		await wrong.waitForExit();
		const codes = (written: string): string[] =>
			[...written.matchAll(/\u001B\[([\d;]+)m/g)].map(([, code = '']) => code);
		assert.ok(codes(terminal.everything()).includes('1'), 'the titles are bold');
		const all = [terminal, doctor, wrong].flatMap((one) => codes(one.everything()));
		assert.deepEqual(all.filter((code) => /3[1-6]/.test(code)).length > 0, colors.length > 0);
		for (const color of colors) {
			assert.ok(all.includes(`1;${color}`), color);
		}

		assert.match(
			wrong.everything(),
			colors.length > 0 ? /\u001B\[1;31mFAILED\u001B\[0m/ : /\u001B\[1mFAILED\u001B\[0m/,
		);
	});
}

test('in a pipe nothing is drawn', async () => {
	using sandbox = new Sandbox();
	for (const command of ['status', 'doctor', 'history', 'nonsense']) {
		const {stdout, stderr} = await sandbox.run([command]);
		assert.ok(!(stdout + stderr).includes('\u001B'), command);
	}
});

test('NO_COLOR takes color out of the session, and nothing else', async () => {
	using sandbox = new Sandbox({environment: {NO_COLOR: '1'}});
	await using terminal = await sandbox.open([], {columns: 120, rows: 50});
	await toReview(terminal, {key: sandbox.keyOf(sampleUser)});
	const codes = [...terminal.everything().matchAll(/\u001B\[([\d;]+)m/g)].map(([, code = '']) => code);
	assert.ok(codes.includes('1'));
	assert.deepEqual(
		codes.filter((code) => /(?:^|;)(?:3[0-7]|9[0-7]|4[0-7])(?:;|$)/.test(code)),
		[],
	);
});
