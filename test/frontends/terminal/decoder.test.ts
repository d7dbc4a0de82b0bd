import assert from 'node:assert/strict';
import {StringDecoder} from 'node:string_decoder';
import {test} from 'node:test';
import * as fc from 'fast-check';
import {Decoder} from '../../../source/frontends/terminal/decoder.ts';
import type {InputEvent} from '../../../source/frontends/terminal/keys.ts';

function events(...chunks: readonly string[]): InputEvent[] {
	const decoder = new Decoder();
	return [...chunks.flatMap((chunk) => decoder.push(chunk)), ...decoder.flush()];
}

const key = (name: Extract<InputEvent, {kind: 'key'}>['name']): InputEvent => ({kind: 'key', name});
const text = (value: string): InputEvent => ({kind: 'text', text: value});
const paste = (value: string): InputEvent => ({kind: 'paste', text: value});

test('keys of one read come one by one', () => {
	assert.deepEqual(events('\u001B[B\u001B[B\r'), [key('down'), key('down'), key('enter')]);
	assert.deepEqual(events('ab\u007Fc\r'), [text('ab'), key('backspace'), text('c'), key('enter')]);
});

test('CR, LF and CRLF are one Enter, also split over two reads', () => {
	assert.deepEqual(events('a\r', 'b\n', 'c\r\n', 'd'), [
		text('a'),
		key('enter'),
		text('b'),
		key('enter'),
		text('c'),
		key('enter'),
		text('d'),
	]);
	assert.deepEqual(events('\r', '\n'), [key('enter')]);
	assert.deepEqual(events('\r\r'), [key('enter'), key('enter')]);
});

test('arrows in both notations, with Shift or Ctrl, split over reads', () => {
	assert.deepEqual(events('\u001BOA\u001B[1;5B\u001B', '[', '6', '~'), [
		key('up'),
		key('down'),
		key('page-down'),
	]);
});

test('Alt and a key mean nothing', () => {
	assert.deepEqual(events('\u001Bx\u001B[1;3A\u001B\u001B[A\u001B\r'), []);
});

test('a lone ESC is the key once time has passed', () => {
	const decoder = new Decoder();
	assert.deepEqual(decoder.push('\u001B'), []);
	assert.equal(decoder.waitsFor, 'sequence');
	assert.deepEqual(decoder.flush(), [key('escape')]);
	assert.deepEqual(events('\u001B\u001B'), [key('escape'), key('escape')]);
});

test('Ctrl-C gets through whatever is open', () => {
	assert.deepEqual(events('\u001B', '\u0003'), [key('escape'), key('leave')]);
	assert.deepEqual(events('\u001B[', '\u0003'), [key('leave')]);
	assert.deepEqual(events('\u001B]11;rgb', '\u0003'), [key('leave')]);
	assert.deepEqual(events('\u001B[200~abc', '\u0003'), [paste('abc'), key('leave')]);
	assert.deepEqual(events('\u001B[200~abc', '\u0003\u0003'), [paste('abc'), key('leave'), key('leave')]);
});

test('replies of the terminal mean nothing', () => {
	assert.deepEqual(
		events('\u001B[?62;4c\u001B[12;40R\u001B[I\u001B]11;rgb:00/00/00\u0007\u001BP>|x\u001B\\a'),
		[text('a')],
	);
});

test('a bracketed paste is one event, raw, however it is split', () => {
	assert.deepEqual(events('\u001B[200~a\rb\u001B[31m\u001B[201~\r'), [paste('a\rb\u001B[31m'), key('enter')]);
	assert.deepEqual(events('\u001B[20', '0~ab', 'c\u001B[2', '01~'), [paste('abc')]);
	assert.deepEqual(events('\u001B[200~never ended'), [paste('never ended')]);
	assert.deepEqual(events('\u001B[201~x'), [text('x')]);
});

test('an Enter that text came behind in the same read says so', () => {
	const followed: InputEvent = {kind: 'key', name: 'enter', isFollowed: true};
	assert.deepEqual(events('a\r\nb\r'), [text('a'), followed, text('b'), key('enter')]);
	assert.deepEqual(events('a\r', 'b'), [text('a'), key('enter'), text('b')]);
	assert.deepEqual(events('a\r\u001B[A'), [text('a'), key('enter'), key('up')]);
});

test('what has come of a paste can be forgotten', () => {
	const decoder = new Decoder();
	decoder.push('\u001B[200~abc');
	decoder.forget();
	assert.deepEqual(decoder.push('def\u001B[201~x'), [paste('def'), text('x')]);
});

test('a function key in any spelling means nothing', () => {
	assert.deepEqual(events('\u001BO5P\u001BOP\u001B[15~\u001B[[A\u001B[1;5P'), []);
});

test('a paste without end fills no memory', () => {
	const decoder = new Decoder();
	decoder.push('\u001B[200~');
	for (let count = 0; count < 50; count++) {
		decoder.push('x'.repeat(10_000));
	}

	const [event] = decoder.flush();
	assert.equal(event?.kind === 'paste' && event.text.length, 100_000);
});

/** Joins runs of text and drops `isFollowed`: both depend on how reads were split, the content does not. */
function joined(list: readonly InputEvent[]): InputEvent[] {
	const result: InputEvent[] = [];
	for (const event of list) {
		const last = result.at(-1);
		if (event.kind === 'text' && last?.kind === 'text') {
			result[result.length - 1] = text(last.text + event.text);
		} else {
			result.push(event.kind === 'key' ? key(event.name) : event);
		}
	}

	return result;
}

const pieces = fc.constantFrom(
	'\r',
	'\n',
	'\r\n',
	'\t',
	'\u007F',
	'\u0015',
	'\u001A',
	'\u001B[A',
	'\u001B[1;2B',
	'\u001BOC',
	'\u001B[5~',
	'\u001B[Z',
	'\u001B[?1;2c',
	'\u001B]0;title\u0007',
	'\u001BP1$r\u001B\\',
	'\u001Bx',
	'\u001B\u001B[B',
	'a',
	'word',
	'longer than eight',
	'é',
	'山田',
	'👨‍👩‍👧',
	' ',
	'?',
	'\u001B[200~pasted\r\ntext 山\u001B[201~',
	'\u001B[200~\u001B[A\u001B[201~',
	'\u001B[200~\u001B[201~',
);

test('however the bytes are split over reads, the events are the same', () => {
	fc.assert(
		fc.property(
			fc.array(pieces, {maxLength: 20}),
			fc.array(fc.nat({max: 200}), {maxLength: 12}),
			(parts, cuts) => {
				const bytes = Buffer.from(parts.join(''));
				const whole = events(bytes.toString());
				const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort(
					(left, right) => left - right,
				);
				const characters = new StringDecoder('utf8');
				const chunks = [...places, bytes.length].map((place, index) =>
					characters.write(bytes.subarray(places[index - 1] ?? 0, place)),
				);
				assert.deepEqual(joined(events(...chunks.filter((chunk) => chunk !== ''))), joined(whole));
			},
		),
		{numRuns: 2000},
	);
});

test('no input whatever makes it throw, and nothing stays inside', () => {
	fc.assert(
		fc.property(fc.array(fc.string({unit: 'binary'})), (chunks) => {
			const decoder = new Decoder();
			chunks.forEach((chunk) => decoder.push(chunk));
			decoder.flush();
			assert.equal(decoder.waitsFor, 'nothing');
		}),
		{numRuns: 1000},
	);
});
