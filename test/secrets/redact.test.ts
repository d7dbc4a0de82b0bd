import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as fc from 'fast-check';
import {holdsSecret, protect, redact} from '../../source/secrets/redact.ts';
import {Secret} from '../../source/secrets/secret.ts';
import {decoded, foundIn, spellings} from './spellings.ts';

const seed = 20_261_126;
const key = 'c4a9e1f07b52d8836ea1f4c90d7b3e5582f6a0c1d94e7b38a5f2069de1c7b4a0';
/** A fixed value: a random one's first eleven would sometimes hold fewer than eight letters and digits. */
const madeUp = (length: number, first: number): string =>
	Buffer.from(Array.from({length}, (_, index) => (index * index * 73 + index * 41 + first) % 256)).toString(
		'base64url',
	);
const refreshToken = `Rt-${madeUp(47, 7)}`;
const accessToken = `eyJraWQiOiJ0ZXN0In0.${madeUp(700, 90)}.${madeUp(60, 201)}`;
for (const value of [key, refreshToken, accessToken]) {
	protect(new Secret(value));
}

const texts = fc.string({unit: 'grapheme', maxLength: 60});

for (const [name, value] of Object.entries({key, refreshToken, accessToken})) {
	for (const [spelling, spell] of Object.entries(spellings)) {
		test(`${spelling} of the ${name}: not eight characters in a row are left, and the words around it are`, () => {
			const redacted = redact(`The key "${spell(value)}" is not valid. (E0051)`);
			assert.equal(foundIn(redacted, value), undefined, redacted);
			assert.match(redacted, /^The key ".{0,40}\[secret\].{0,40}" is not valid\. \(E0051\)$/);
		});
	}
}

test('the spellings are ones that would be found', () => {
	for (const [spelling, spell] of Object.entries(spellings)) {
		assert.notEqual(foundIn(`The key "${spell(key)}" is not valid.`, key), undefined, spelling);
	}

	assert.ok(decoded('%61%62').includes('ab'));
});

test('no part of a key of eight characters or more survives, wherever it stands and however it is cut', () => {
	fc.assert(
		fc.property(
			fc.array(fc.tuple(texts, fc.nat(), fc.nat()), {minLength: 1, maxLength: 6}),
			fc.constantFrom(...Object.values(spellings)),
			(pieces, spell) => {
				const text = pieces
					.map(([before, from, to]) => {
						const [start = 0, end = 0] = [from % key.length, to % (key.length + 1)].toSorted((a, b) => a - b);
						return before + spell(key.slice(start, end));
					})
					.join('');
				assert.equal(foundIn(redact(text), key), undefined);
			},
		),
		{seed, numRuns: 500},
	);
});

test('nor does any part of it in base64, at any place of a longer encoded text that is wrapped into lines', () => {
	const lineLengths = fc.constantFrom(40, 64, 76, Number.POSITIVE_INFINITY);
	fc.assert(
		fc.property(texts, texts, lineLengths, (before, after, lineLength) => {
			const encoded = Buffer.from(before + key + after).toString('base64');
			const lines = encoded.match(new RegExp(`.{1,${Math.min(lineLength, encoded.length)}}`, 'g')) ?? [];
			assert.equal(foundIn(redact(lines.join('\n')), key), undefined);
		}),
		{seed, numRuns: 300},
	);
});

test('a text without a secret stays as it is', () => {
	fc.assert(
		fc.property(fc.oneof(texts, fc.base64String({maxLength: 200}), fc.uuid()), (text) => {
			assert.equal(redact(text), text);
		}),
		{seed, numRuns: 1000},
	);
});

test('every secret is taken out, each time it stands there', () => {
	assert.equal(redact(`a ${key} b ${refreshToken} c ${key}`), 'a [secret] b [secret] c [secret]');
	assert.equal(redact([...key].join('·')), '[secret]');
});

test('fewer than eight letters and digits in a row are ordinary text', () => {
	assert.equal(redact(`cluster-${key.slice(0, 7)} x`), `cluster-${key.slice(0, 7)} x`);
	assert.equal(redact(`cluster-${key.slice(0, 8)} x`), 'cluster-[secret] x');
});

test('what begins an escape goes with it, and stays where it is none', () => {
	for (const spelling of ['%XX of every letter', '\\xXX of every letter', 'HTML entities']) {
		const spell = spellings[spelling] ?? String;
		assert.match(redact(`x ${spell(key)} y`), /^x \[secret\];? y$/, spelling);
	}

	const twice = (spellings['\\xXX of every letter'] ?? String)(key).replaceAll('\\', '\\\\');
	assert.equal(redact(`x ${twice} y`), 'x [secret] y');
	assert.equal(redact(`50% of C:\\temp is ${key}`), '50% of C:\\temp is [secret]');
});

test('of sixteen letters and digits every part is a secret, also where a URL spells what stands between', () => {
	protect(new Secret('qWeRtZuIoPaSdFgH'));
	assert.equal(redact('part eRtZuIoP of it'), 'part [secret] of it');
	protect(new Secret('zyxw+vuts+rqpo+nmlk'));
	assert.equal(redact('part xw%2Bvuts of it'), 'part [secret] of it');
});

test('a secret of several lines is one, also in hexadecimal', () => {
	const lines = 'first-line-of-it\nand-its-second-one';
	protect(new Secret(lines));
	assert.equal(redact(`dump ${Buffer.from(lines).toString('hex')} end`), 'dump [secret] end');
});

test('in an encoding ten letters in a row are a part, fewer are ordinary text', () => {
	const encoded = Buffer.from(key).toString('base64');
	assert.equal(redact(`x ${encoded.slice(20, 30)} y`), 'x [secret] y');
	assert.equal(redact(`x ${encoded.slice(20, 29)} y`), `x ${encoded.slice(20, 29)} y`);
});

test('what reads like the code of one secret at first, and is a part of another, is a part', () => {
	protect(new Secret('MNOPQRSTUVWXYZmnop'));
	const hexadecimal = Buffer.from('MNOP').toString('hex');
	protect(new Secret(`${hexadecimal.slice(1)}tUvKqJwZxHgF`));
	assert.equal(redact(`x ${hexadecimal}t y`), 'x [secret] y');
});

test('parts of two secrets side by side are two', () => {
	assert.equal(redact(`x ${key.slice(0, 8)}${refreshToken.slice(-12)} y`), 'x [secret][secret] y');
});

test('zeros at the beginning of a secret, or before it, make no part of what is shorter', () => {
	protect(new Secret('0000000dKqJwZxHgFtUv'));
	assert.equal(redact('0d'), '0d');
	assert.equal(redact(`x 0000000${key[0] ?? ''} y`), `x 0000000${key[0] ?? ''} y`);
});

test('an empty secret takes nothing out, a short one only itself', () => {
	protect(new Secret(''));
	protect(new Secret('a'));
	protect(new Secret('4711'));
	protect(new Secret('p@ss word'));
	assert.equal(redact('{"name":"a name"}'), '{"name":"a name"}');
	assert.equal(redact('pin 4711, not 471'), 'pin [secret], not 471');
	assert.equal(holdsSecret('a'), false);
	assert.equal(redact('http://me:p%40ss%20word@proxy or p@ss word'), 'http://me:[secret]@proxy or [secret]');
});

test('a secret in a text of any length is found, in halves too', () => {
	const long = 'x '.repeat(500_000);
	assert.equal(redact(`${long}${key}${long}`), `${long}[secret]${long}`);
	assert.equal(redact(`${key.slice(0, 32)}${long}${key.slice(32)}`), `[secret]${long}[secret]`);
});

test('a variable holds a secret where it stands in it whole', () => {
	assert.equal(holdsSecret(`before ${key} after`), true);
	assert.equal(holdsSecret(key.slice(0, 63)), false);
	assert.equal(holdsSecret('4711'), true);
	assert.equal(holdsSecret('/home/4711'), false);
	protect(new Secret('8letters'));
	assert.equal(holdsSecret('/home/8letters'), true);
});

test('eight letters of one secret are taken out also where another one, encoded, has the same', () => {
	const later = 'a second secret that is protected after the first';
	const shared = Buffer.from(later).toString('base64').slice(8, 16);
	protect(new Secret(`${shared}-first-0123456789`));
	protect(new Secret(later));
	assert.equal(redact(`The part ${shared} is left.`), 'The part [secret] is left.');
});
