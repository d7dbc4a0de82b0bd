import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {test} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import * as fc from 'fast-check';
import {glyphsFor} from '../../../source/frontends/ink/glyphs.ts';
import {Replies} from '../../../source/frontends/ink/replies.ts';
import {wantsColor} from '../../../source/frontends/lines/theme.ts';
import {columnWidths} from '../../../source/frontends/ink/layout/columns.ts';
import {shorten} from '../../../source/frontends/ink/layout/shorten.ts';
import {cleanText, withoutLastGrapheme} from '../../../source/frontends/fields/visible-text.ts';
import {layoutLines} from '../../../source/frontends/ink/components/lines-screen.tsx';
import {windowTop, pageAt} from '../../../source/frontends/ink/hooks/use-pages.ts';
import {eraseReflowed, freeRowsIn} from '../../../source/frontends/ink/layout/reflow.ts';
import {SecretField} from '../../../source/frontends/fields/secret.ts';
import {cutTo, headOf, padTo, tailOf, widthOf, wrapSpans} from '../../../source/frontends/lines/width.ts';
import {wrapLines, type Row} from '../../../source/frontends/ink/layout/wrap.ts';
import {message} from '../../../source/text/message.ts';
import type {Environment} from '../../../source/shell/environment.ts';
import {option, secret} from './questions.ts';

test('a paste is cleaned before it is a value', () => {
	assert.equal(cleanText('\r\n\u001B[31mada\u001B[0m@ex\u200Bample.com\u0007\r\n'), 'ada@example.com');
	assert.equal(cleanText('two\nlines\tand tab'), 'two lines and tab');
	assert.equal(cleanText('\u202Eevil\u2066'), 'evil');
	assert.equal(cleanText('a\u009B31mb\u001BPq\u001B\\c\u001B]0;t\u009Cd\u17B4\u2028e'), 'abcd e');
	assert.equal(cleanText('👨‍👩‍👧'), '👨‍👩‍👧');
	assert.equal(cleanText('e\u0301'), 'é');
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), (text) => {
			assert.ok(!/[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E]/.test(cleanText(text)));
		}),
	);
});

test('a command that is wrapped is the same command when it is copied', () => {
	const command = String.raw`printf '[%s]' one 'two  words' 'it'\''s' "$HOME" && printf '[%s]' end`;
	const whole = spawnSync('sh', ['-c', command], {env: {HOME: 'a home'}, encoding: 'utf8'}).stdout;
	for (const width of [20, 30, 40, 76]) {
		const rows = wrapLines([{mark: 'none', indent: 1, spans: [{text: command, tone: 'command'}]}], width);
		const drawn = rows.map(({margin, spans}) => ' '.repeat(margin) + spans.map(({text}) => text).join(''));
		const pasted = drawn.join('\n');
		assert.ok(
			drawn.every((row) => row.length <= width),
			pasted,
		);
		const {stdout} = spawnSync('sh', ['-c', pasted], {env: {HOME: 'a home'}, encoding: 'utf8'});
		assert.equal(stdout, whole, pasted);
	}
});

function wrapText(text: string, width: number): string[] {
	const rows = wrapSpans([{text, tone: 'plain'}], width);
	return rows.map((spans) => spans.map((span) => span.text).join(''));
}

test('rows are broken between words and never wider than the window', () => {
	assert.deepEqual(wrapText('one two three', 7), ['one two', 'three']);
	assert.deepEqual(wrapText('abcdefghij', 4), ['abcd', 'efgh', 'ij']);
	assert.deepEqual(wrapText('山田花子です', 5), ['山田', '花子', 'です']);
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom('word', ' ', '  ', '山田', 'averyverylongword', '👨‍👩‍👧', '-')),
			fc.integer({min: 8, max: 60}),
			(parts, width) => {
				const rows = wrapText(parts.join(''), width);
				assert.ok(rows.every((row) => widthOf(row) <= width));
				assert.equal(rows.join('').replaceAll(' ', ''), parts.join('').replaceAll(' ', ''));
			},
		),
	);
});

test('the sign of a line stands once, its other rows below its text', () => {
	const rows = wrapLines(
		[{mark: 'note', indent: 1, spans: [{text: 'one two three four', tone: 'plain'}]}],
		14,
	);
	assert.deepEqual(
		rows.map(({mark, margin}) => [mark, margin]),
		[
			['note', 2],
			['none', 4],
		],
	);
});

test('texts are cut and filled by columns', () => {
	assert.equal(cutTo('山田花子', 5, '…'), '山田…');
	assert.equal(headOf('👨‍👩‍👧ab', 3), '👨‍👩‍👧a');
	assert.equal(tailOf('ab山', 3), 'b山');
	assert.equal(widthOf(padTo('山', 6)), 6);
	assert.equal(withoutLastGrapheme('a👨‍👩‍👧'), 'a');
	assert.equal(withoutLastGrapheme('ae\u0301'), 'a');
});

test('the selected row never leaves the window', () => {
	fc.assert(
		fc.property(
			fc.nat(500),
			fc.nat(499),
			fc.integer({min: 1, max: 500}),
			fc.integer({min: 1, max: 40}),
			(top, row, count, height) => {
				const selected = row % count;
				const start = windowTop(top, selected, count, height);
				assert.ok(start <= selected && selected < start + height);
				assert.ok(start >= 0 && start <= Math.max(0, count - height));
			},
		),
	);
	assert.equal(windowTop(3, 5, 20, 10), 3);
});

test('columns are left out from the right, and a label gives way to the first detail', () => {
	const options = [option('1234567_someone@example.com', ['Someone Somewhere', 'somewhere@example.com'])];
	assert.deepEqual(columnWidths(options, 100), [27, 17, 21]);
	assert.deepEqual(columnWidths(options, 60), [27, 17, 12]);
	assert.deepEqual(columnWidths(options, 40), [20, 17]);
	assert.deepEqual(columnWidths(options, 20), [10]);
	const long = [option('x'.repeat(90), ['Someone'])];
	assert.deepEqual(columnWidths(long, 80), [40, 7]);
});

test('an e-mail address that the username says already takes no room', () => {
	const options = [option('1234567_someone@example.com', ['Someone Somewhere', 'someone@example.com'])];
	assert.deepEqual(columnWidths(options, 60), [27, 17, 0]);
});

test('of names that differ in more than fits, the number and the domain go before the name', () => {
	const all = ['1234567_tanaka@example.jp', '1234567_jane@a.example', '1234567_jane@b.example', 'IBM278444'];
	const options = all.map((label) => option(label));
	assert.deepEqual(shorten(all.slice(0, 1), 18, '…', options), ['…tanaka@example.jp']);
	assert.deepEqual(shorten(all.slice(0, 1), 12, '…', options), ['…tanaka@…']);
	assert.deepEqual(shorten(all.slice(1, 2), 15, '…', options), ['…jane@a.example']);
	assert.notEqual(shorten(all.slice(1, 2), 12, '…', options)[0], '…jane@…', 'it has a twin out of sight');
});

test('parts of a text cover it without a hole', () => {
	assert.deepEqual(pageAt(0, 25, 10), {top: 0, height: 10, count: 3, number: 1});
	assert.deepEqual(pageAt(10, 25, 10), {top: 10, height: 10, count: 3, number: 2});
	assert.deepEqual(pageAt(20, 25, 10), {top: 15, height: 10, count: 3, number: 3});
	assert.equal(pageAt(0, 3, 10).count, 1);
});

test('lines and actions share the rows: air goes first, then actions in sight, then they come in parts', () => {
	const row = (text: string): Row => ({mark: 'none', margin: 0, spans: [{text, tone: 'plain'}]});
	const rows = (count: number): Row[] => [row(''), ...Array.from({length: count}, () => row('x'))];
	for (let count = 1; count < 40; count++) {
		for (let height = 6; height < 30; height++) {
			const {pageHeight, room, hasGap, hasKeyGap, rows: shown} = layoutLines(rows(count), 5, height);
			assert.equal(room + (hasGap ? 1 : 0) + (hasKeyGap ? 1 : 0) + 1, height);
			assert.ok(pageHeight >= 1 && pageHeight + 2 <= room);
			assert.ok(shown.length >= count);
		}
	}

	assert.equal(layoutLines(rows(16), 5, 20).pageHeight, 16);
});

test('a frame is erased as high as it has become, and what is out of sight is remembered', () => {
	const window = {columns: 30, rows: 3};
	const frame = {lost: [], answered: [], hasKept: false, widths: [50, 20, 50], cursor: {x: 2, y: 1}};
	const upIn = (...args: Parameters<typeof eraseReflowed>): string =>
		/^(?:\u001B\[(\d+)A)?\r\u001B7(?:\u001B\[2K\u001B\[B){3}\u001B8$/.exec(
			eraseReflowed(...args).sequence,
		)?.[1] ?? '0';
	assert.equal(upIn(frame, window, {row: 9, reflow: 'exact'}), '2');
	assert.equal(upIn(frame, window, {row: 9, reflow: 'all-above'}), '3');
	assert.equal(upIn(frame, window, {row: 9, reflow: 'none'}), '1');
	assert.equal(upIn({...frame, cursor: undefined}, window, {row: undefined, reflow: 'exact'}), '5');
	const hidden = eraseReflowed(frame, window, {row: 0, reflow: 'exact'});
	assert.deepEqual(hidden.lost, [50]);
	assert.deepEqual(eraseReflowed(frame, window, {row: 1, reflow: 'exact'}).lost, [30]);
	const grown = {columns: 60, rows: 3};
	assert.equal(upIn({...frame, lost: hidden.lost}, grown, {row: 9, reflow: 'exact'}), '2');
	assert.deepEqual(eraseReflowed({...frame, lost: [50]}, grown, {row: 9, reflow: 'exact'}).lost, []);
});

test('where empty rows keep nothing in sight, what stands above is moved down to the frame, once', () => {
	const window = {columns: 60, rows: 24};
	const frame = {lost: [], answered: [], hasKept: false, widths: [50, 20], cursor: undefined};
	const roomIn = (row: number): string =>
		/\u001B8(.*)$/.exec(eraseReflowed(frame, window, {row, reflow: 'out-of-sight'}).sequence)?.[1] ?? '?';
	assert.equal(roomIn(4), '\u001B[H\u001B[6L\u001B[9H');
	assert.equal(roomIn(10), '');
	assert.equal(eraseReflowed(frame, window, {row: 4, reflow: 'exact'}).sequence.endsWith('\u001B8'), true);
});

test('what tmux has pushed out of sight of the answers stays there, with the rest of it below', () => {
	const window = {columns: 40, rows: 24};
	const said = message('action.apply');
	const answer = {id: 'user', about: 'answer', state: 'fine', label: said, text: said} as const;
	const frame = {
		lost: [],
		widths: [70, 30, 0, 60],
		answered: [answer, answer],
		hasKept: false,
		cursor: {x: 0, y: 3},
	};
	const keptIn = (row: number): readonly [kept: number, up: string | undefined, room: string | undefined] => {
		const {kept, lost, sequence} = eraseReflowed(frame, window, {row, reflow: 'out-of-sight'});
		assert.deepEqual(lost, []);
		return [kept, /^\u001B\[(\d+)A/.exec(sequence)?.[1], /\u001B8(.*)$/.exec(sequence)?.[1]];
	};

	assert.deepEqual(keptIn(4).slice(0, 2), [0, '4']);
	assert.deepEqual(keptIn(3), [1, '2', '\u001B[7B']);
	assert.deepEqual(keptIn(2), [1, '2', '\u001B[8B']);
	assert.deepEqual(keptIn(1), [2, '1', '\u001B[8B']);
	assert.equal(eraseReflowed(frame, window, {row: 1, reflow: 'exact'}).kept, 0);
});

test('a terminal says what it is when it is asked where its cursor is; one that owes an answer is not waited for', async () => {
	const written: string[] = [];
	const replies = new Replies((text) => written.push(text));
	const asked = replies.ask();
	replies.take('\u001B[>0;276;0c');
	replies.take('\u001B[5;7R');
	assert.deepEqual(await asked, {row: 4, reflow: 'all-above'});
	const again = replies.ask();
	replies.take('\u001B[1;1R');
	assert.deepEqual(await again, {row: 0, reflow: 'all-above'});
	assert.deepEqual(written, ['\u001B[>c\u001B[6n', '\u001B[6n']);
	assert.equal((await replies.ask()).row, undefined);
	assert.notEqual(await Promise.race([replies.ask(), wait(500, 'late')]), 'late');
	replies.take('\u001B[2;1R');
	replies.take('\u001B[3;1R');
	const trusted = replies.ask();
	replies.take('\u001B[4;1R');
	assert.equal((await trusted).row, 3);
});

test('a late answer is that of the question before: each is given its own', async () => {
	const replies = new Replies(() => {});
	const asked = [replies.ask(), replies.ask()];
	replies.take('\u001B[5;1R');
	replies.take('\u001B[7;1R');
	assert.deepEqual(
		(await Promise.all(asked)).map(({row}) => row),
		[4, 6],
	);
});

test('what the environment says about signs, colors and rows', () => {
	const showsUnicode = (environment: Environment): boolean => glyphsFor(environment).ellipsis === '…';
	assert.equal(showsUnicode({LANG: 'de_DE.UTF-8'}), true);
	assert.equal(showsUnicode({}), true);
	assert.equal(showsUnicode({LC_ALL: 'C', LANG: 'de_DE.UTF-8'}), false);
	assert.equal(showsUnicode({LC_ALL: '', LANG: 'de_DE.ISO-8859-1'}), false);
	assert.equal(showsUnicode({TERM: 'linux'}), false);
	assert.equal(showsUnicode({CLASSIC_CREDENTIALS_ASCII: '1'}), false);
	assert.equal(wantsColor({NO_COLOR: '1'}), false);
	assert.equal(wantsColor({NO_COLOR: ''}), true);
	assert.equal(wantsColor({FORCE_COLOR: '0'}), false);
	assert.equal(wantsColor({CLICOLOR: '0'}), false);
	assert.equal(freeRowsIn({TERM: 'xterm-256color'}), 1);
	assert.equal(freeRowsIn({TMUX: '/run/x', TERM: 'screen'}), 2);
});

test('a secret field says what it holds, and nothing else', () => {
	const field = new SecretField(secret());
	const type = (text: string): void => field.edit({kind: 'text', text});
	type(' ');
	assert.equal(field.state.get().parsed?.secret, undefined);
	type('ab');
	type('👨‍👩‍👧');
	field.edit({kind: 'key', name: 'backspace'});
	assert.equal(field.state.get().parsed?.secret?.reveal(), 'ab');
	assert.ok(!JSON.stringify(field).includes('ab'));
	field.clear();
	assert.deepEqual(field.state.get(), {parsed: undefined, error: undefined, selected: undefined});
});

for (const [device, reflow] of [
	['41;390;0', 'none'],
	['41;2500;0', 'exact'],
	['83;40900;0', 'none'],
	['0;136;0', 'none'],
	['84;0;0', 'out-of-sight'],
	['1;7600;0', 'exact'],
	['0;276;0', 'all-above'],
] as const) {
	test(`what a terminal is decides what it does to wide rows: ${device}`, async () => {
		const replies = new Replies(() => {});
		const asked = replies.ask();
		replies.take(`\u001B[>${device}c`);
		replies.take('\u001B[5;7R');
		assert.deepEqual(await asked, {row: 4, reflow});
	});
}

test('what a terminal is stays known where it does not say in time where its cursor is', async () => {
	const replies = new Replies(() => {});
	const asked = replies.ask();
	replies.take('\u001B[>41;390;0c');
	assert.deepEqual(await asked, {row: undefined, reflow: 'none'});
});
