import assert from 'node:assert/strict';
import {mkdirSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {sampleUser} from '../support/session-steps.ts';
import {Sandbox, type SandboxOptions} from '../support/sandbox.ts';
import {testScenarios} from '../support/scenarios.ts';

/** Makes commands with these words answer with this text and exit status. */
const answers = (words: string, text: string, exitCode: number): string =>
	`*'${words}'*) cat <<'END' >&${exitCode === 0 ? 1 : 2}\n${text}\nEND\nexit ${exitCode};;`;
const refused = 'FAILED\nYou are not authorized to perform this action. (HTTP 403)';
const portal = '<html><body><h1>Sign in</h1><a href="mailto:help@example.com">Help</a></body></html>';
const noPlugin = "'ks' is not a registered command. See 'ibmcloud help'.";
const ofUser = ['--expect', sampleUser];
const oneScope = ['--region', 'us-south', '-g', 'default'];

/** Sets the expected user in the targeted group of every region, so that nothing differs. */
function setEverywhere(sandbox: Sandbox): void {
	const key = sandbox.keyOf(sampleUser);
	for (const region of ['us-south', 'us-east', 'eu-de', 'eu-gb', 'jp-tok', 'jp-osa', 'au-syd']) {
		sandbox.cli([
			'ks',
			'credential',
			'set',
			'classic',
			`--infrastructure-username=${sampleUser}`,
			`--infrastructure-api-key=${key}`,
			`--region=${region}`,
			'-q',
		]);
	}
}

interface Blind {
	readonly name: string;
	readonly matter?: SandboxOptions;
	readonly clause?: string;
	readonly args: readonly string[];
	readonly status: number;
	/** The row on standard output that says that it was not read. */
	readonly row: RegExp;
	readonly words: RegExp;
}

const blind: readonly Blind[] = [
	{
		name: 'no group is targeted',
		matter: {...testScenarios['no-group'], ...testScenarios['no-clusters']},
		args: ofUser,
		status: 3,
		row: /^! - +not read: No resource group is targeted\.$/mu,
		words: /Name one with '-g GROUP'/u,
	},
	{
		name: 'no group is targeted, and a group with a cluster is as expected',
		matter: testScenarios['no-group'],
		args: ['--expect', 'none'],
		status: 5,
		row: /^! - +not read: No resource group is targeted\.$/mu,
		words: /Name one with '-g GROUP'/u,
	},
	{
		name: 'the clusters may not be listed',
		clause: answers('ks cluster ls', refused, 1),
		args: ofUser,
		status: 5,
		row: /^! other groups +not read: Your role is too low for this\. +could not be read$/mu,
		words: /You are not authorized/u,
	},
	{
		name: 'the clusters may not be listed, with groups that were named',
		clause: answers('ks cluster ls', refused, 1),
		args: [...oneScope, ...ofUser],
		status: 5,
		row: /^ {2}us-south \/ default +1234567_infra\.admin@example\.com +could not be read$/mu,
		words: /You are not authorized/u,
	},
	{
		name: 'it is not known where a cluster is',
		clause: answers('ks cluster ls', '[{"id": "x1", "name": "lost", "region": "mars-north"}]', 0),
		args: ofUser,
		status: 5,
		row: /^! - +not read: Where this cluster is could not be read\. +lost$/mu,
		words: /ibmcloud’s answer could not be read/u,
	},
	{
		name: 'a page comes in place of the answer',
		clause: answers('ks credential get', portal, 0),
		args: oneScope,
		status: 5,
		row: /^! us-south \/ default +not read: The service’s answer broke off or was empty\./mu,
		words: /Sign in/u,
	},
	{
		name: 'the plug-in is missing',
		clause: answers('ks ', noPlugin, 1),
		args: ofUser,
		status: 3,
		row: /^! us-south \/ default +not read: An ibmcloud plug-in is missing\./mu,
		words: /ibmcloud plugin install container-service/u,
	},
	{
		name: 'the role is missing',
		clause: answers('ks ', refused, 1),
		args: oneScope,
		status: 3,
		row: /^! us-south \/ default +not read: Your role is too low for this\./mu,
		words: /You are not authorized/u,
	},
	{
		name: 'the role is missing in one region',
		clause: answers('credential get --region=jp-tok', refused, 1),
		args: ['-g', 'default', ...ofUser],
		status: 5,
		row: /^! jp-tok \/ default +not read: Your role is too low for this\./mu,
		words: /You are not authorized/u,
	},
	{
		name: 'one region is not read and another differs',
		clause: answers('credential get --region=jp-tok', refused, 1),
		args: ['--expect', 'none'],
		status: 4,
		row: /^! jp-tok \/ default +not read: Your role is too low for this\./mu,
		words: /us-south \/ default: expected none, found 1234567_infra/u,
	},
];

for (const {name, matter = {}, clause, args, status, row, words} of blind) {
	test(`status, ${name}: ${status}, and a row says what was not read`, async () => {
		using sandbox = new Sandbox(matter);
		if (matter.configuration === undefined) {
			setEverywhere(sandbox);
		}

		if (clause !== undefined) {
			sandbox.interceptCli(clause);
		}

		const ended = await sandbox.run(['status', ...args]);
		assert.match(ended.stdout, row);
		assert.match(ended.stderr, words);
		assert.equal(ended.exitCode, status);

		const {stdout, exitCode} = await sandbox.run(['status', ...args, '--output', 'json']);
		const document = JSON.parse(stdout) as {exitStatus: number; scopes: unknown[]; unread: unknown[]};
		assert.equal(exitCode, status);
		assert.equal(document.exitStatus, status);
		assert.ok(document.unread.length > 0 || /"unreadable"/u.test(JSON.stringify(document.scopes)), stdout);
	});
}

test('what was not read is not said to differ', async () => {
	using sandbox = new Sandbox();
	setEverywhere(sandbox);
	sandbox.interceptCli(answers('credential get --region=jp-tok', refused, 1));
	const {stdout, stderr} = await sandbox.run(['status', ...ofUser, '-g', 'default', '--output', 'json']);
	const {scopes} = JSON.parse(stdout) as {scopes: Array<{region: string; asExpected: boolean | null}>};
	assert.deepEqual(
		scopes.map(({region, asExpected}) => [region, asExpected]),
		['us-south', 'us-east', 'eu-de', 'eu-gb', 'jp-tok', 'jp-osa', 'au-syd'].map((region) => [
			region,
			region === 'jp-tok' ? null : true,
		]),
	);
	assert.equal(stderr, '');
});

test('an empty value is no value: --expect "" is wrong usage, and the CLI is asked nothing', async () => {
	using sandbox = new Sandbox();
	for (const value of ['', ' ']) {
		// oxlint-disable-next-line no-await-in-loop -- one after the other
		const {exitCode, stderr} = await sandbox.run(['status', '--expect', value]);
		assert.equal(exitCode, 2);
		assert.match(stderr, /--expect/u);
	}

	assert.deepEqual(sandbox.calls(), []);
});

test('history of which a part cannot be read: 5, and it says which', async () => {
	using sandbox = new Sandbox();
	assert.equal((await sandbox.run(['unset', '--region=eu-de', '--force'])).exitCode, 0);
	const state = path.join(sandbox.home, '.local/state/classic-credentials');
	const unreadable = path.join(state, 'closed/20260101T000000000Z-1-x.jsonl');
	mkdirSync(unreadable);
	const ended = await sandbox.run(['history']);
	assert.equal(ended.exitCode, 5);
	assert.match(ended.stdout, /eu-de \/ default/u);
	assert.ok(ended.stderr.startsWith('FAILED\n') && ended.stderr.includes(unreadable), ended.stderr);

	const {stdout, exitCode} = await sandbox.run(['history', '--output', 'json']);
	const document = JSON.parse(stdout) as {exitStatus: number; unread: string[]};
	assert.equal(exitCode, 5);
	assert.deepEqual([document.exitStatus, document.unread], [5, [unreadable]]);
});
