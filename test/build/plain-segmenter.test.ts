import assert from 'node:assert/strict';
import {test} from 'node:test';
import {array, assert as assertProperty, constantFrom, integer, oneof, property, string} from 'fast-check';
import {PlainSegmenter} from '../../scripts/build/plain-segmenter.ts';

const anyText = array(
	oneof(
		string({unit: 'grapheme'}),
		string({unit: 'grapheme-ascii'}),
		constantFrom(
			'\u001B[1m',
			'\u001B]8;;',
			'é',
			'e\u0301',
			'“',
			'…',
			'❯',
			'✔',
			'\r\n',
			'\u200D',
			'\uFE0F',
			'⠋',
		),
	),
).map((parts) => parts.join(''));

test('a text is split as Intl splits it, and each place in it is found', () => {
	const real = new Intl.Segmenter(undefined, {granularity: 'grapheme'});
	const plain = new PlainSegmenter(undefined, {granularity: 'grapheme'});
	assertProperty(
		property(anyText, integer({min: -1, max: 20}), (text, index) => {
			assert.deepEqual([...plain.segment(text)], [...real.segment(text)]);
			assert.deepEqual(plain.segment(text).containing(index), real.segment(text).containing(index));
		}),
		{numRuns: 3000},
	);
	assert.deepEqual(plain.segment('ab').containing(), real.segment('ab').containing());
});

test('words are left to Intl', () => {
	const words = new PlainSegmenter('en', {granularity: 'word'}).segment('two words');
	assert.deepEqual(
		[...words].map(({segment}) => segment),
		['two', ' ', 'words'],
	);
});

test('what is plain is split without Intl, with colors as well', (context) => {
	const made = context.mock.method(Intl, 'Segmenter');
	const segmenter = new PlainSegmenter();
	for (const text of ['plain', '\u001B[1mbold\u001B[22m ❯ ✔ ⠋ ─ “José”', '']) {
		assert.equal([...segmenter.segment(text)].map(({segment}) => segment).join(''), text);
	}

	assert.equal(made.mock.callCount(), 0);
	assert.deepEqual([...segmenter.segment('日本')].length, 2);
	assert.equal(made.mock.callCount(), 1);
});
