import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {test} from 'node:test';

const muteNode = path.resolve(import.meta.dirname, '../../source/commands/output.ts');

/** Runs lines of code after muting Node's debug output; returns the standard error since then. */
function debugOutput(lines: string): string {
	const script = `import {muteNode} from ${JSON.stringify(muteNode)};
		import {createRequire} from 'node:module';
		const require = createRequire(import.meta.url);
		muteNode(process);
		console.error('muted');
		${lines}
		console.error('ours: 1');`;
	const {stderr} = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
		encoding: 'utf8',
		env: {...process.env, NODE_DEBUG: '*'},
	});
	return stderr.slice(stderr.indexOf('muted\n') + 'muted\n'.length);
}

test('what Node tells of a connection with all of its debug output is dropped, and nothing of ours', () => {
	const connection = `const net = require('node:net');
		await new Promise((resolve) => {
			const server = net.createServer((socket) => { socket.end(); });
			server.listen(0, '127.0.0.1', () => {
				net.connect(server.address().port, '127.0.0.1').resume().on('close', () => { server.close(resolve); });
			});
		});`;
	assert.equal(debugOutput(connection), 'ours: 1\n');
});

test('how long a module took to load is dropped as well: it has a form of its own', () => {
	assert.equal(debugOutput("require('node:dns');"), 'ours: 1\n');
});
