import assert from 'node:assert/strict';
import {test} from 'node:test';
import {KeyFilter} from '../../../source/frontends/plain/key-filter.ts';

function filtered(...chunks: readonly string[]): string {
	const filter = new KeyFilter();
	return chunks.map((chunk) => filter.push(chunk)).join('');
}

test('text, and the controls of a line, pass', () => {
	assert.equal(filtered('Zoë 山田\u007F\u0015\r'), 'Zoë 山田\u007F\u0015\r');
});

test('keys that are escape sequences leave nothing, also split over reads', () => {
	const sequences = [
		'\u001B[A',
		'\u001B[1;5C',
		'\u001B[3~',
		'\u001BOP',
		'\u001B[[A',
		'\u001B]0;title\u0007',
		'\u001B]0;t\u001B\\',
		'\u001Bx',
	];
	for (const sequence of sequences) {
		assert.equal(filtered(`a${sequence}b`), 'ab', JSON.stringify(sequence));
		assert.equal(filtered('a', ...sequence, 'b'), 'ab', JSON.stringify(sequence));
	}
});

test('a sequence that lost its end swallows neither Ctrl-C nor Enter', () => {
	assert.equal(filtered('\u001B[1\u0003'), '\u0003');
	assert.equal(filtered('\u001B\r'), '\r');
});

test('Enter is one, whatever a terminal sends for it', () => {
	assert.equal(filtered('a\r\nb\nc\r\rd'), 'a\rb\rc\r\rd');
	assert.equal(filtered('a\r', '\nb'), 'a\rb');
});

test('the marks of a paste go, and a line break inside is no Enter', () => {
	assert.equal(filtered('\u001B[200~one\r\ntwo\u001B[201~\r'), 'one\ntwo\r');
	assert.equal(filtered('\u001B[20', '0~one\u001B', '[201~'), 'one');
});

test('after a pause, what had begun is forgotten', () => {
	const filter = new KeyFilter();
	assert.equal(filter.push('\u001B'), '');
	filter.flush();
	assert.equal(filter.push('b'), 'b');
});
