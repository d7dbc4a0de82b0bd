import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {build, type Plugin} from 'esbuild';
import {buildOptions} from '../../../scripts/build/options.ts';
import {emptyDevtools} from '../../../scripts/build/empty-devtools.ts';
import {writeProgram} from '../../../scripts/build/write-program.ts';
import {makeExecutable, thisSystem} from '../../../scripts/package/executable.ts';
import {bundleExecutable, bundleScript} from '../../../scripts/package/bundles.ts';
import {Secret} from '../../../source/secrets/secret.ts';
import {Canary, plantTokens} from '../../support/canary.ts';
import {sampleUser, toKey, toReview} from '../../support/session-steps.ts';
import {Sandbox} from '../../support/sandbox.ts';
import {scratchDirectory} from '../../support/scratch.ts';
import {untouchedTerminal, type TerminalOptions} from '../../support/terminal.ts';
import {testedProgram} from '../../support/tested-program.ts';

const scratch = scratchDirectory();

/** Builds the tested program with one module that throws an error with everything that it must not say. */
async function brokenProgram(
	name: string,
	module: RegExp,
	stub: (source: string) => string,
): Promise<Pick<TerminalOptions, 'command' | 'args'>> {
	let broken = false;
	const breaking: Plugin = {
		name: 'breaking',
		setup(building) {
			building.onLoad({filter: module}, ({path: file}) => {
				const source = readFileSync(file, 'utf8');
				const contents = stub(source);
				broken ||= contents !== source;
				return {contents, loader: 'ts'};
			});
		},
	};
	const {form, command} = testedProgram;
	if (form !== 'directory') {
		const file = path.join(scratch, name);
		const isScript = form === 'script';
		const made = isScript
			? (await bundleScript([breaking])).code
			: await makeExecutable(thisSystem(), (await bundleExecutable([breaking])).code);
		assert.ok(broken);
		writeFileSync(file, made, {mode: 0o755});
		return isScript ? {command, args: [file]} : {command: file, args: []};
	}

	const outdir = path.join(scratch, name);
	await build({
		...buildOptions,
		outdir,
		logLevel: 'silent',
		plugins: [emptyDevtools, breaking, writeProgram([])],
	});
	assert.ok(broken);
	return {command, args: [path.join(outdir, 'cli.js')]};
}

const boom = (value: string): string =>
	`const error = new Error('boom ' + ${value}, {cause: new Error(${value})});
	error.name = ${value}; error.command = ${value}; throw error;`;

test('an error that a component throws, with the key in it', async () => {
	using sandbox = new Sandbox();
	const key = sandbox.keyOf(sampleUser);
	const canary = new Canary([key, ...plantTokens(sandbox)]);
	// Thrown once the key is there.
	const program = await brokenProgram('component', /ink\/layout\/typed-line\.ts$/, (source) =>
		source.replace(
			/const \{parsed\} = field\.state\.get\(\);$/m,
			`$&
				if (parsed !== undefined) { ${boom('parsed.secret.reveal()')} }`,
		),
	);
	await using terminal = await sandbox.open([], program);
	await toKey(terminal);
	terminal.paste(key);
	const {exitCode} = await terminal.waitForExit();

	assert.equal(exitCode, 1);
	assert.match(terminal.text(), /stopped because of an internal error/);
	assert.deepEqual(terminal.terminalState(), untouchedTerminal);
	canary.assertNotShown(terminal);
	canary.assertNotKept(sandbox, ['config.json']);
});

for (const when of ['list', 'set']) {
	test(`an error that the redaction throws (${when}), with output and all secrets in it`, async () => {
		using sandbox = new Sandbox();
		const key = sandbox.keyOf(sampleUser);
		const canary = new Canary([key, ...plantTokens(sandbox)]);
		const program = await brokenProgram(
			when,
			/secrets\/redact\.ts$/,
			() => `const secrets = [];
			export function protect(secret) { secrets.push(secret); return secret; }
			export function conceal() {}
			export function holdsSecret() { return false; }
			export function redact(text) {
				if (${when === 'set' ? `secrets.filter(({fingerprint}) => fingerprint === '${new Secret(key).fingerprint}').length > 1` : 'text.includes("jane.roe")'}) {
					${boom('text + secrets.map((secret) => secret.reveal()).join()')}
				}
				return text;
			}`,
		);
		await using terminal = await sandbox.open([], {
			...program,
			args: [...(program.args ?? []), '--no-pair-check'],
		});
		if (when === 'set') {
			// The key is protected when it is given, and again by the command that receives it.
			await toReview(terminal, {key});
			terminal.press('enter');
		}

		const {exitCode} = await terminal.waitForExit();
		assert.equal(exitCode, 1, terminal.text());
		assert.match(terminal.text(), /stopped because of an internal error/);
		assert.deepEqual(terminal.terminalState(), untouchedTerminal);
		canary.assertNotShown(terminal);
		canary.assertNotKept(sandbox, ['config.json']);
		assert.deepEqual(sandbox.privateDirectories(), []);
	});
}
