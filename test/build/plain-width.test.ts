import assert from 'node:assert/strict';
import {test} from 'node:test';
import {array, assert as assertProperty, constantFrom, oneof, property, string} from 'fast-check';
import stringWidth from 'string-width';
import {plainWidth} from '../../scripts/build/plain-width.ts';

test('where the width is told without the tables of Unicode, it is what the tables say', () => {
	const anyText = array(
		oneof(
			string({unit: 'grapheme'}),
			constantFrom('\u001B[1m', '\u001B[38;5;1m', 'é', '“', '…', '❯', '✔', '●', '─', '⠋', 'é'),
		),
	);
	assertProperty(
		property(anyText, (parts) => {
			const text = parts.join('');
			const width = plainWidth(text);
			assert.ok(width === undefined || width === stringWidth(text), JSON.stringify(text));
		}),
		{numRuns: 2000},
	);
});

test('each sign that counts as plain is one column wide, alone and behind every other', () => {
	const signs: string[] = [];
	for (let code = 0x20; code < 0x1_00_00; code += 1) {
		const sign = String.fromCharCode(code);
		if (plainWidth(sign) === 1) {
			signs.push(sign);
		}
	}

	assert.ok(signs.length > 600);
	for (const sign of signs) {
		assert.equal(stringWidth(sign), 1, sign);
	}

	const graphemes = [...new Intl.Segmenter('en').segment(signs.join(''))];
	assert.equal(graphemes.length, signs.length);
	assert.equal(stringWidth(signs.join('')), signs.length);
});

test('letters of other scripts, emoji and joined signs are left to the tables', () => {
	for (const text of ['田中', '🙂', 'e\u0301', '❯\uFE0F', 'a\u200Db', '\u00AD', '\u001B]8;;x\u0007', '\t']) {
		assert.equal(plainWidth(text), undefined, JSON.stringify(text));
	}
});
