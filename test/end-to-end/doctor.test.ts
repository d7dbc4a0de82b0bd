import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import {hangs} from '../support/faults.ts';
import {Sandbox} from '../support/sandbox.ts';
import {testScenarios} from '../support/scenarios.ts';

interface Document {
	readonly exitStatus: number;
	readonly checks: ReadonlyArray<{id: string; state: string; error: {kind: string; command: string} | null}>;
}

/** Makes commands with these words fail with this text. */
const fails = (words: string, text: string): string => `*'${words}'*) echo "${text}" >&2; exit 1;;`;

test('where all is there and was read, it ends with 0', async () => {
	using sandbox = new Sandbox();
	const {exitCode, stdout, stderr} = await sandbox.run(['doctor']);
	assert.equal(exitCode, 0);
	assert.match(stdout, /^OK {2}Infrastructure users: 9 users listed$/mu);
	assert.equal(stderr, '');
});

test('a CLI that hangs: what did not answer is said, within half a minute, and it is not 0', async () => {
	using sandbox = new Sandbox();
	sandbox.useCli('exec sleep 300');
	const begin = Date.now();
	const ended = sandbox.run(['doctor', '--output', 'json']);
	const {exitCode, stdout, stderr} = await sandbox.run(['doctor']);
	assert.ok(Date.now() - begin < 45_000, `${Date.now() - begin} ms`);
	assert.equal(exitCode, 5);
	assert.match(
		stdout,
		/^NOTE {2}Login: first\.last@example\.com, according to the configuration; 'ibmcloud target' gave no/mu,
	);
	assert.match(stdout, /^NOTE {2}Plug-in container-service: the list of plug-ins could not be read$/mu);
	assert.equal(stderr.match(/did not answer in time/gu)?.length, 1, stderr);
	for (const command of ['version', 'plugin list', 'target', 'account show']) {
		assert.match(stderr, new RegExp(`No usable answer from: .*ibmcloud ${command}`, 'u'));
	}

	const document = JSON.parse((await ended).stdout) as Document;
	assert.equal(document.exitStatus, 5);
	assert.equal(document.checks.find(({id}) => id === 'login')?.error?.kind, 'timed-out');
});

test('in a terminal it is said what runs, while it runs', async () => {
	using sandbox = new Sandbox({faults: [hangs('target')]});
	await using terminal = await sandbox.open(['doctor'], {columns: 120});
	await terminal.waitFor('Still reading: ibmcloud target (');
	terminal.press('ctrl-c');
	assert.equal((await terminal.waitForExit()).exitCode, 130);
});

test('in a narrow terminal it is broken between words, and so are errors', async () => {
	using sandbox = new Sandbox(testScenarios['no-sl']);
	sandbox.interceptCli(
		fails('account show', 'The infrastructure of this account is being looked at elsewhere.'),
	);
	const {stdout, stderr} = await sandbox.run(['doctor']);
	const words = new Set(`${stdout} ${stderr}`.split(/\s+/u));
	await using terminal = await sandbox.open(['doctor'], {columns: 40, rows: 60});
	assert.equal((await terminal.waitForExit()).exitCode, 5);
	const shown = terminal.text().split(/\s+/u);
	assert.deepEqual(
		shown.filter((word) => !words.has(word) && !(stdout.includes(word) && word.includes('/'))),
		[],
	);
	assert.ok(shown.includes('infrastructure') && shown.includes("'ibmcloud"), terminal.text());
});

test('an address is whole in a narrow terminal, and a link where the terminal knows them', async () => {
	using sandbox = new Sandbox({environment: {PATH: '/nowhere'}});
	const page = 'https://cloud.ibm.com/docs/cli?topic=cli-getting-started';
	const written = async (args: readonly string[], known: string): Promise<string> => {
		await using terminal = await sandbox.open(args, {columns: 40, environment: {FORCE_HYPERLINK: known}});
		await terminal.waitForExit();
		return terminal.everything();
	};

	assert.ok((await written(['doctor'], '1')).includes(`\u001B]8;id=1;${page}\u0007`));
	const plain = await written(['doctor'], '0');
	assert.ok(plain.includes(page) && !plain.includes('\u001B]8;'), plain);
	assert.match(await written(['--help'], '1'), /\u001B\]8;id=1;(https:[^\u0007]+)\u0007\1\u001B\]8;;\u0007/u);
	assert.ok(!(await written(['--help'], '0')).includes('\u001B]8;'));
});

for (const [words, text, status, said] of [
	[
		'plugin list',
		'Could not read the plug-ins.',
		5,
		/^NOTE {2}Plug-in sl: the list of plug-ins could not be read$/mu,
	],
	['version', 'Segmentation fault', 5, /^NOTE {2}ibmcloud: found, but its version could not be read$/mu],
	['account show', 'dial tcp: no such host', 5, /^OK {2}Account: /mu],
	[
		'sl user list',
		'SoftLayer_Exception_PermissionDenied',
		5,
		/^NOTE {2}Infrastructure users: the list could not/mu,
	],
	[
		'sl user list',
		'Your refresh token has expired.',
		3,
		/^FAILED {2}Login: Your IBM Cloud session has expired/mu,
	],
	['target', 'dial tcp: no such host', 5, /^NOTE {2}Login: .* according to the configuration/mu],
	['target', "Not logged in. Use 'ibmcloud login'.", 3, /^FAILED {2}Login: You are not logged in/mu],
] as const) {
	test(`what is not read is not fine: ${words} says “${text}”: ${status}`, async () => {
		using sandbox = new Sandbox();
		sandbox.interceptCli(fails(words, text));
		const {exitCode, stdout} = await sandbox.run(['doctor']);
		assert.match(stdout, said);
		assert.equal(exitCode, status);
	});
}

test('what a setup can do without is no failure: no plug-in sl, no group', async () => {
	for (const scenario of ['no-sl', 'no-group'] as const) {
		using sandbox = new Sandbox(testScenarios[scenario]);
		// oxlint-disable-next-line no-await-in-loop -- one after the other
		assert.equal((await sandbox.run(['doctor'])).exitCode, 0, scenario);
	}
});

test('no account is targeted: that is missing', async () => {
	using sandbox = new Sandbox();
	sandbox.interceptCli(
		`*'target --output json'*) echo '{"user": {"user_email": "x@example.com"}}'; exit 0;;`,
	);
	const {exitCode, stdout} = await sandbox.run(['doctor']);
	assert.equal(exitCode, 3);
	assert.match(stdout, /What to do: 'ibmcloud target -c ACCOUNT_ID'/u);
});

test('the bundle has the words of commands that fail, and says of those that do not answer that they did not', async () => {
	using sandbox = new Sandbox();
	sandbox.interceptCli(fails('infra-permissions', 'FAILED (E0146)'));
	const failing = await sandbox.run(['doctor', '--bundle']);
	assert.equal(failing.exitCode, 0);
	assert.match(failing.stdout, /E0146/u);

	sandbox.interceptCli(`*'ks cluster ls'*) kill -9 $$;;`);
	const blind = await sandbox.run(['doctor', '--bundle']);
	assert.equal(blind.exitCode, 5);
	assert.match(blind.stdout, /^\$ ibmcloud ks cluster ls .*\nibmcloud was killed from outside\.$/mu);
});

test('the bundle shows what is not known of ibmcloud as samples need it: arguments, both streams, status', async () => {
	using sandbox = new Sandbox();
	sandbox.write('home/.bluemix/plugins/config.json', '{"Plugins": {"sl": {}}}');
	const {stdout, exitCode} = await sandbox.run(['doctor', '--bundle']);
	assert.equal(exitCode, 0);
	const [, unknown = ''] = stdout.split('(docs/first-contact.md):');
	const answers = unknown.split(/^\$ /mu).map((text) => text.trim());
	const answerTo = (command: string): string =>
		answers.find((text) => text.startsWith(command))?.slice(command.length) ?? '';
	assert.match(answerTo('ibmcloud target --output json'), /^\n\{\n.*\n\}\n\(exit 0\)$/su);
	assert.match(
		answerTo('ibmcloud ks credential get --region=us-south --output json -q'),
		/^\n\(stderr\)\nFAILED\n.*\(E0051\)\n\(exit 1\)$/su,
	);
	for (const name of ['eu-central', 'xx']) {
		assert.match(answerTo(`ibmcloud ks credential get --region=${name}`), /\(exit 1\)$/u);
	}

	assert.match(answerTo('ibmcloud ks cluster get --cluster='), /"resourceGroupName": "default"/u);
	assert.match(answerTo(`cat ${path.join(sandbox.home, '.bluemix/plugins/config.json')}`), /"Plugins"/u);
	assert.doesNotMatch(answerTo('ibmcloud sl user list'), /@/u);
});
