import assert from 'node:assert/strict';
import {mkdirSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {Sandbox} from '../support/sandbox.ts';

test('nothing that lies in the current directory runs, or sets anything: bunfig.toml, .env, node_modules and the like', async () => {
	using sandbox = new Sandbox();
	const trap = `require('node:fs').writeFileSync(${JSON.stringify(path.join(sandbox.directory, 'sprung'))}, '');`;
	sandbox.write('trap.cjs', trap);
	sandbox.write('bunfig.toml', 'preload = ["./trap.cjs"]\n[run]\npreload = ["./trap.cjs"]\n');
	sandbox.write('package.json', '{"type": "module", "imports": {"#x": "./trap.cjs"}, "main": "./trap.cjs"}');
	sandbox.write('tsconfig.json', '{"compilerOptions": {"paths": {"*": ["./trap.cjs"]}}}');
	for (const name of ['.env', '.env.local', '.env.production', '.env.development']) {
		sandbox.write(name, 'IAAS_CLASSIC_USERNAME=from-the-directory\nIBMCLOUD_PLUGIN_NAMESPACE=x\n');
	}

	for (const name of ['ink', 'react', 'execa', 'yoga-layout', 'zod', 'bun', 'node-fetch', 'undici', 'ws']) {
		mkdirSync(path.join(sandbox.directory, 'node_modules', name), {recursive: true});
		sandbox.write(`node_modules/${name}/package.json`, `{"name": "${name}", "main": "index.js"}`);
		sandbox.write(`node_modules/${name}/index.js`, trap);
	}

	// Drawing the list of users takes the modules bundled in the program.
	await using terminal = await sandbox.open();
	await terminal.waitFor('Which infrastructure user');
	assert.doesNotMatch(terminal.text(), /from-the-directory/);
	terminal.press('ctrl-c');
	await terminal.waitForExit();
	for (const args of [['--version'], ['status', '--output', 'json'], ['setup', '--region', 'us-south']]) {
		// oxlint-disable-next-line no-await-in-loop -- the same directory
		const {stdout, stderr} = await sandbox.run(args);
		assert.doesNotMatch(stdout + stderr, /ibmcloud classic-credentials/);
		assert.ok(!args.includes('setup') || stdout.concat(stderr).includes('--infrastructure-username'));
	}

	assert.ok(!sandbox.has('sprung'));
});
