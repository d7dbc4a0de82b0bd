import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as fc from 'fast-check';
import {redact} from '../../source/shell/redact.ts';
import {Secret} from '../../source/secrets/secret.ts';
import {key, secret} from './children.ts';

/** Runs of this length and more are a part of the secret; shorter ones happen by chance. */
const shortestPart = 12;
const seed = 20_261_124;

/** Keys as they are: letters, digits and the marks of base64 and base64url; never the placeholder's brackets. */
const keys = fc.string({
	unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_+/='),
	minLength: shortestPart,
	maxLength: 100,
});
const texts = fc.string({unit: 'grapheme', maxLength: 60});

function survives(text: string, value: string): boolean {
	for (let start = 0; start + shortestPart <= value.length; start++) {
		if (text.includes(value.slice(start, start + shortestPart))) {
			return true;
		}
	}

	return false;
}

test('no part of a key of twelve characters or more survives, wherever it stands and however it is cut', () => {
	fc.assert(
		fc.property(
			keys,
			fc.array(fc.tuple(texts, fc.nat(), fc.nat()), {minLength: 1, maxLength: 6}),
			(value, pieces) => {
				const text = pieces
					.map(([before, from, to]) => {
						const [start = 0, end = 0] = [from % value.length, to % (value.length + 1)].toSorted(
							(a, b) => a - b,
						);
						return before + value.slice(start, end);
					})
					.join('');
				assert.ok(!survives(redact(text, [new Secret(value)]), value));
			},
		),
		{seed, numRuns: 500},
	);
});

test('nor does any part of it in base64, at any place of a longer encoded text that is wrapped into lines', () => {
	const lineLengths = fc.constantFrom(40, 64, 76, Number.POSITIVE_INFINITY);
	fc.assert(
		fc.property(keys, texts, texts, lineLengths, (value, before, after, lineLength) => {
			const encoded = Buffer.from(before + value + after).toString('base64');
			const lines = encoded.match(new RegExp(`.{1,${Math.min(lineLength, encoded.length)}}`, 'g')) ?? [];
			const forms = ['', 'x', 'xx'].map((padding) => Buffer.from(padding + value).toString('base64'));
			const redacted = redact(lines.join('\n'), [new Secret(value)]);
			for (const form of forms) {
				// The first and last characters of a form also hold bits of what stands beside the key.
				assert.ok(!survives(redacted, form.slice(4, -4)));
			}
		}),
		{seed, numRuns: 500},
	);
});

test('a text without the secret stays as it is', () => {
	fc.assert(
		fc.property(texts, (text) => {
			assert.equal(redact(text, [secret]), text);
		}),
		{seed, numRuns: 300},
	);
});

test('every secret is taken out, each time it stands there', () => {
	const other = new Secret('another-secret-value');
	assert.equal(
		redact(`a ${key} b ${other.reveal()} c ${key}`, [secret, other]),
		'a [secret] b [secret] c [secret]',
	);
});

test('an empty secret takes nothing out, a short one only itself', () => {
	assert.equal(redact('abc', [new Secret('')]), 'abc');
	assert.equal(redact('pin 4711, not 471', [new Secret('4711')]), 'pin [secret], not 471');
});

test('a slip of the finger that was taken for a key leaves what children say readable', () => {
	assert.equal(redact('{"name":"a name"}', [new Secret('a')]), '{"name":"a name"}');
});

test('in a very long text whole secrets are found', () => {
	const long = 'x'.repeat(1_000_000);
	assert.equal(redact(`${long}${key}${long}`, [secret]), `${long}[secret]${long}`);
});
