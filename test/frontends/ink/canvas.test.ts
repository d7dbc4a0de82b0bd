import assert from 'node:assert/strict';
import {PassThrough} from 'node:stream';
import {test} from 'node:test';
import xterm from '@xterm/headless';
import {Canvas} from '../../../source/frontends/ink/canvas.ts';

/** Returns the rows of a screen of 40 columns after this is written. */
async function shown(text: string): Promise<readonly string[]> {
	const terminal = new xterm.Terminal({cols: 40, rows: 6, allowProposedApi: true});
	await new Promise<void>((resolve) => {
		terminal.write(text, resolve);
	});
	const {active} = terminal.buffer;
	return Array.from({length: 6}, (_row, index) => active.getLine(index)?.translateToString(true) ?? '');
}

test('what is written in fewer bytes looks the same, on a screen on which something stood before', async () => {
	const before = 'first\r\nsecond, which is longer than what comes\r\nthird\r\nfourth\r\n\u001B[4A';
	const drawn =
		'\u001B[1G\u001B[Kuser      name          note\r\n\u001B[1G\u001B[K     five blanks\r\n' +
		'\u001B[E\u001B[E\u001B[1G\u001B[Kbelow     two rows that stay';
	const output = new PassThrough() as unknown as NodeJS.WriteStream & PassThrough;
	new Canvas(output).write(drawn);
	const written = String(output.read());
	assert.deepEqual(await shown(before + written), await shown(before + drawn));
	assert.ok(written.length < drawn.length, JSON.stringify(written));
});
