import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import * as z from 'zod/mini';
import {schemas, type DocumentOf} from '../../source/documents/schemas.ts';
import {cliSays, fails} from '../support/faults.ts';
import {completeFlags} from '../support/session-steps.ts';
import {Sandbox, type SandboxOptions} from '../support/sandbox.ts';
import {testScenarios} from '../support/scenarios.ts';

for (const [name, form] of Object.entries(schemas)) {
	test(`the published schema of ${name} is the one that the program checks against (npm run schemas)`, () => {
		const file = path.resolve(import.meta.dirname, `../../docs/schemas/${name}.json`);
		assert.deepEqual(
			JSON.parse(readFileSync(file, 'utf8')),
			JSON.parse(JSON.stringify(z.toJSONSchema(form))),
		);
	});
}

const runs: ReadonlyArray<{
	readonly name: keyof typeof schemas;
	readonly args: (sandbox: Sandbox) => readonly string[];
	readonly matter?: SandboxOptions;
	readonly exitCode: number;
}> = [
	{
		name: 'change',
		args: (sandbox) => [...completeFlags(sandbox), '--region', 'us-south', '--force'],
		exitCode: 0,
	},
	{
		name: 'change',
		args: (sandbox) => [...completeFlags(sandbox), '--region', 'us-south', '--dry-run'],
		exitCode: 0,
	},
	{name: 'change', args: () => [], exitCode: 2},
	{name: 'change', args: () => ['--region', 'nowhere'], exitCode: 2},
	{
		name: 'change',
		args: (sandbox) => [...completeFlags(sandbox), '--region', 'us-south', '--force'],
		matter: testScenarios['read-back-differs'],
		exitCode: 4,
	},
	{
		name: 'change',
		args: (sandbox) => [...completeFlags(sandbox), '--region', 'us-south', '--force'],
		matter: {scenario: 'logged-out'},
		exitCode: 3,
	},
	{
		name: 'change',
		args: (sandbox) => [...completeFlags(sandbox), '--region', 'us-south', '--region', 'eu-de', '--force'],
		matter: {faults: [fails('ks credential set eu-de', cliSays.unavailable)]},
		exitCode: 5,
	},
	{
		name: 'change',
		args: (sandbox) => [...completeFlags(sandbox), '--region', 'us-south', '--force'],
		matter: {faults: [fails('ks credential set us-south', cliSays.unavailable)]},
		exitCode: 1,
	},
	{name: 'change', args: () => ['unset', '--region', 'eu-de', '--force'], exitCode: 0},
	{name: 'status', args: () => ['status'], exitCode: 0},
	{name: 'status', args: () => ['status', '--expect', 'none'], exitCode: 4},
	{name: 'status', args: () => ['status'], matter: {scenario: 'logged-out'}, exitCode: 3},
	{name: 'status', args: () => ['status', '--region', 'nowhere'], exitCode: 2},
	{name: 'status', args: () => ['status', '--expect', '@nowhere.json'], exitCode: 2},
	{name: 'status', args: () => ['status', '--resource-group', 'nowhere'], exitCode: 2},
	{name: 'status', args: (sandbox) => ['status', '--expect', ofAnotherAccount(sandbox)], exitCode: 2},
	{name: 'status', args: () => ['status', '--demo=nowhere'], exitCode: 2},
	{name: 'doctor', args: () => ['doctor'], exitCode: 0},
	{name: 'doctor', args: () => ['doctor'], matter: {plugins: []}, exitCode: 3},
	{name: 'doctor', args: () => ['doctor', '--demo=nowhere'], exitCode: 2},
	{name: 'history', args: () => ['history'], exitCode: 0},
	{name: 'history', args: () => ['history', '--run', '2'], exitCode: 2},
];

/** Writes a file of what is to be set in an account that is not targeted; returns the value that names it. */
function ofAnotherAccount(sandbox: Sandbox): string {
	const document = {
		schemaVersion: 2,
		command: 'status',
		exitStatus: 0,
		program: '',
		time: '',
		account: {id: 'another', name: 'Another', number: null},
		operator: null,
		expected: null,
		scopes: [
			{
				region: 'us-south',
				resourceGroup: {id: '1', name: 'default'},
				credential: {kind: 'none'},
				classicClusters: null,
				asExpected: null,
			},
		],
		unread: [],
		error: null,
	} satisfies DocumentOf<'status'>;
	return `@${sandbox.write('another.json', JSON.stringify(document))}`;
}

for (const {name, args, matter = {}, exitCode} of runs) {
	test(`${name}, ${JSON.stringify(matter)}, status ${exitCode}: one document of the published form, and nothing else`, async () => {
		using sandbox = new Sandbox(matter);
		const words = args(sandbox);
		const ended = await sandbox.run([...words, '--output', 'json']);
		assert.equal(ended.exitCode, exitCode, `${words.join(' ')}\n${ended.stderr}`);
		const document: unknown = JSON.parse(ended.stdout);
		assert.deepEqual(schemas[name].parse(document), document);
		assert.equal((document as {exitStatus: number}).exitStatus, exitCode);
	});
}
