import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import {build, type Plugin} from 'esbuild';
import {buildOptions} from '../../../scripts/build/options.ts';
import {emptyDevtools} from '../../../scripts/build/empty-devtools.ts';
import {writeProgram} from '../../../scripts/build/write-program.ts';
import {Canary, plantTokens} from '../../support/canary.ts';
import {sampleUser, toKey, toReview} from '../../support/guided-steps.ts';
import {Sandbox} from '../../support/sandbox.ts';
import {scratchDirectory} from '../../support/scratch.ts';
import {untouchedTerminal} from '../../support/terminal.ts';

const scratch = scratchDirectory();

/** The program as it is built, but for one module that throws an error with everything in it that it must not say. */
async function brokenProgram(name: string, module: RegExp, stub: string): Promise<string> {
	const breaking: Plugin = {
		name: 'breaking',
		setup(building) {
			building.onLoad({filter: module}, () => ({contents: stub, loader: 'ts'}));
		},
	};
	const outdir = path.join(scratch, name);
	await build({
		...buildOptions,
		outdir,
		logLevel: 'silent',
		plugins: [emptyDevtools, breaking, writeProgram([])],
	});
	return path.join(outdir, 'cli.js');
}

const boom = (value: string): string =>
	`const error = new Error('boom ' + ${value}, {cause: new Error(${value})});
	error.name = 'Error'; error.command = ${value}; throw error;`;

test('an error that a component throws, with the key in it', async () => {
	using sandbox = new Sandbox();
	const key = sandbox.keyOf(sampleUser);
	const canary = new Canary([key, ...plantTokens(sandbox)]);
	// It is thrown once the key is there.
	const program = await brokenProgram(
		'component',
		/ink\/models\/secret-rows\.ts$/,
		`export function secretRows(examination) {
			if (examination === undefined) return [];
			${boom('examination.secret.reveal()')}
		}`,
	);
	await using terminal = await sandbox.open([], {args: [program]});
	await toKey(terminal);
	terminal.paste(key);
	const {exitCode} = await terminal.waitForExit();

	assert.equal(exitCode, 1);
	assert.match(terminal.text(), /met a mistake of its own and stopped/);
	assert.deepEqual(terminal.terminalState(), untouchedTerminal);
	canary.assertNotShown(terminal);
	canary.assertNotKept(sandbox, ['config.json']);
});

for (const when of ['list', 'set']) {
	test(`an error that the adapter throws (${when}), with output and all secrets in it`, async () => {
		using sandbox = new Sandbox();
		const key = sandbox.keyOf(sampleUser);
		const canary = new Canary([key, ...plantTokens(sandbox)]);
		const program = await brokenProgram(
			when,
			/shell\/redact\.ts$/,
			`export function redact(text, secrets) {
				if (${when === 'set' ? 'secrets.length > 0' : 'text.includes("jane.roe")'}) {
					${boom('text + secrets.map((secret) => secret.reveal()).join()')}
				}
				return text;
			}`,
		);
		await using terminal = await sandbox.open([], {args: [program]});
		if (when === 'set') {
			// From here on every answer of the CLI is searched for the key.
			await toReview(terminal, {key});
			terminal.press('enter');
		}

		const {exitCode} = await terminal.waitForExit();
		assert.equal(exitCode, 1, terminal.text());
		assert.match(terminal.text(), /met a mistake of its own and stopped/);
		assert.deepEqual(terminal.terminalState(), untouchedTerminal);
		canary.assertNotShown(terminal);
		canary.assertNotKept(sandbox, ['config.json']);
		assert.deepEqual(sandbox.privateDirectories(), []);
	});
}
