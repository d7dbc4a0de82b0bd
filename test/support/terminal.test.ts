import assert from 'node:assert/strict';
import test, {suite} from 'node:test';
import {keyNames} from './keys.ts';
import {openStandIn} from './open-stand-in.ts';

suite('what is typed', () => {
	test('keys arrive as terminals send them', async () => {
		await using terminal = await openStandIn('keys');
		await terminal.waitFor('ready');
		terminal.press('up');
		await terminal.waitFor(String.raw`read "\u001b[A"`);
		terminal.press('enter');
		await terminal.waitFor(String.raw`read "\r"`);
		terminal.type('é');
		await terminal.waitFor('read "é"');
		assert.deepEqual(terminal.screen().slice(0, 5), [
			'ready',
			String.raw`read "\u001b[A"`,
			String.raw`read "\r"`,
			'read "é"',
			'',
		]);
	});

	test('one write is one read, whatever it holds', async () => {
		await using terminal = await openStandIn('keys');
		await terminal.waitFor('ready');
		terminal.write('\u001B[B\u001B[B\r');
		await terminal.waitFor(String.raw`read "\u001b[B\u001b[B\r"`);
	});

	test('a paste is marked where the program asked for that, and can be sent bare', async () => {
		await using terminal = await openStandIn('keys');
		await terminal.waitFor('ready');
		terminal.paste('one\r');
		await terminal.waitFor(String.raw`read "\u001b[200~one\r\u001b[201~"`);
		terminal.paste('two\r', {bracketed: false});
		await terminal.waitFor(String.raw`read "two\r"`);
	});

	test('10,000 characters in one paste arrive whole', async () => {
		await using terminal = await openStandIn('keys');
		await terminal.waitFor('ready');
		terminal.paste('k'.repeat(10_000));
		await terminal.waitFor(/\[201~"/);
		assert.equal(terminal.everything().match(/k/g)?.length, 10_000);
	});

	test('no two named keys send the same', () => {
		assert.equal(new Set(keyNames).size, keyNames.length);
	});
});

suite('what is seen', () => {
	test('rows that have scrolled out are kept', async () => {
		await using terminal = await openStandIn('lines', {rows: 10});
		await terminal.waitForExit();
		assert.equal(terminal.screen().length, 10);
		assert.equal(terminal.screen()[0], 'line 22');
		assert.equal(terminal.scrollback()[0], 'line 1');
	});

	test('a half-drawn frame is neither waited for nor kept', async () => {
		await using terminal = await openStandIn('frames');
		await terminal.waitFor('half');
		assert.equal(terminal.text(), 'half whole');
		assert.deepEqual(
			terminal.frames().filter((frame) => frame !== ''),
			['half whole'],
		);
	});

	test('a resize reaches program and screen', async () => {
		await using terminal = await openStandIn('keys');
		await terminal.waitFor('ready');
		terminal.resize(40, 12);
		await terminal.waitFor('size 40x12');
		assert.equal(terminal.screen().length, 12);
	});

	test('everything() holds what the program wrote and nothing of ours', async () => {
		await using terminal = await openStandIn('lines');
		await terminal.waitForExit();
		const lines = Array.from({length: 30}, (_, index) => `line ${index + 1}\r\n`);
		assert.equal(terminal.everything(), lines.join(''));
	});

	test('colors, styles and wide characters can be read cell by cell', async () => {
		await using terminal = await openStandIn('colors');
		await terminal.waitForExit();
		const [first, second] = terminal.cells();
		assert.partialDeepStrictEqual(first?.[0], {text: 'O', width: 1, foreground: 2, bold: true, dim: false});
		assert.partialDeepStrictEqual(first?.[3], {text: 'd', foreground: 'default', bold: false, dim: true});
		assert.equal(first?.[7]?.inverse, true);
		assert.partialDeepStrictEqual(first?.[15], {text: 't', foreground: '#010203', underline: true});
		assert.deepEqual(
			second?.slice(0, 10).map(({text, width}) => [text, width]),
			[
				['日', 2],
				['本', 2],
				[' ', 1],
				['e\u0301', 1],
				[' ', 1],
				['👨‍👩‍👧', 2],
				[' ', 1],
				['🇩🇪', 2],
				[' ', 1],
				['❤️', 2],
			],
		);
	});

	test('a wait in vain shows the screen and what was waited for', async () => {
		await using terminal = await openStandIn('keys');
		await terminal.waitFor('ready');
		await assert.rejects(
			terminal.waitFor('never', {timeout: 1}),
			/Waited 1 ms for "never".*the cursor is hidden.*80×24.*│ready/s,
		);
	});

	test('nobody waits for a program that has ended', async () => {
		await using terminal = await openStandIn('lines');
		await assert.rejects(terminal.waitFor('never'), /in vain for "never".*ended \(0\).*│line 30/s);
	});
});
