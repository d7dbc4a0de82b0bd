import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import {Sandbox} from '../../support/sandbox.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const lease = path.join(root, 'source/frontends/terminal/lease.ts');

/** A program whose session has ended, but which takes a moment to end itself. */
const program = `
	const {acquireTerminal} = await import(${JSON.stringify(lease)});
	const lease = acquireTerminal(process.stdin, process.stdout);
	const release = lease.hold({usesSequences: false, onEvent() {}, onLeave() {}, close() {}, away: async () => {}});
	release();
	process.stdout.write('last words\\n');
	setTimeout(() => process.exit(0), 300);
`;

test('a paste in the last moments of the program is neither echoed nor left for the shell', async () => {
	using sandbox = new Sandbox();
	const script = sandbox.write('ends.mts', program);
	await using terminal = await sandbox.open([], {
		command: '/bin/sh',
		args: ['-c', '"$@"; echo ended; IFS= read -r line; echo "got <$line>"', 'sh', process.execPath, script],
	});
	await terminal.waitFor('last words');
	terminal.paste('pasted', {bracketed: false});
	await terminal.waitFor('ended');
	terminal.write('typed\r');
	await terminal.waitFor('got <typed>');
	assert.doesNotMatch(terminal.everything(), /pasted/);
});
