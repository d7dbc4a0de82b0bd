import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {jsonSchemaOf, schemas} from '../../source/frontends/unattended/schemas.ts';
import {completeFlags} from '../support/guided-steps.ts';
import {Sandbox} from '../support/sandbox.ts';

const names = Object.keys(schemas) as Array<keyof typeof schemas>;

for (const name of names) {
	test(`the published schema of ${name} is the one that the program checks against (npm run schemas)`, () => {
		const file = path.resolve(import.meta.dirname, `../../docs/schemas/${name}.json`);
		assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), JSON.parse(JSON.stringify(jsonSchemaOf(name))));
	});
}

const runs: ReadonlyArray<{
	readonly name: keyof typeof schemas;
	readonly args: (sandbox: Sandbox) => readonly string[];
	readonly scenario?: string;
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
		scenario: 'read-back-differs',
		exitCode: 4,
	},
	{
		name: 'change',
		args: (sandbox) => [...completeFlags(sandbox), '--region', 'us-south', '--force'],
		scenario: 'logged-out',
		exitCode: 3,
	},
	{
		name: 'change',
		args: (sandbox) => [...completeFlags(sandbox), '--region', 'us-south', '--region', 'eu-de', '--force'],
		scenario: 'scope-fails:eu-de',
		exitCode: 5,
	},
	{
		name: 'change',
		args: (sandbox) => [...completeFlags(sandbox), '--region', 'us-south', '--force'],
		scenario: 'scope-fails:us-south',
		exitCode: 1,
	},
	{name: 'change', args: () => ['unset', '--region', 'eu-de', '--force'], exitCode: 0},
	{name: 'status', args: () => ['status'], exitCode: 0},
	{name: 'status', args: () => ['status', '--expect', 'none'], exitCode: 4},
	{name: 'status', args: () => ['status'], scenario: 'logged-out', exitCode: 3},
	{name: 'doctor', args: () => ['doctor'], exitCode: 0},
	{name: 'doctor', args: () => ['doctor'], scenario: 'no-plugins', exitCode: 3},
	{name: 'history', args: () => ['history'], exitCode: 0},
];

for (const {name, args, scenario = 'standard', exitCode} of runs) {
	test(`${name}, ${scenario}, status ${exitCode}: one document of the published form, and nothing else`, async () => {
		using sandbox = new Sandbox({scenario});
		const words = args(sandbox);
		const ended = await sandbox.run([...words, '--output', 'json']);
		assert.equal(ended.exitCode, exitCode, `${words.join(' ')}\n${ended.stderr}`);
		const document: unknown = JSON.parse(ended.stdout);
		assert.deepEqual(schemas[name].parse(document), document);
		assert.equal((document as {exitStatus: number}).exitStatus, exitCode);
	});
}
