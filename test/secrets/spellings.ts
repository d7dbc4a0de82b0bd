/** How a program could print a secret, and a search that reads all of it. */

const codesOf = (value: string, spell: (hexadecimal: string, code: number) => string): string =>
	[...Buffer.from(value)].map((code) => spell(code.toString(16), code)).join('');

/** Every spelling that must not leak. */
export const spellings: Readonly<Record<string, (value: string) => string>> = {
	itself: (value) => value,
	capitals: (value) => value.toUpperCase(),
	hexadecimal: (value) => Buffer.from(value).toString('hex'),
	'hexadecimal in capitals': (value) => Buffer.from(value).toString('hex').toUpperCase(),
	'bytes as Node prints them': (value) => codesOf(value, (code) => `${code} `),
	'%XX of every letter': (value) => codesOf(value, (code) => `%${code.toUpperCase()}`),
	'\\u00XX of every letter': (value) => codesOf(value, (code) => `\\u00${code}`),
	'\\xXX of every letter': (value) => codesOf(value, (code) => `\\x${code}`),
	'HTML entities': (value) => codesOf(value, (_, code) => `&#${code};`),
	'hexadecimal HTML entities': (value) => codesOf(value, (code) => `&#x${code};`),
	base64: (value) => Buffer.from(value).toString('base64'),
	base64url: (value) => Buffer.from(value).toString('base64url'),
	'base64 within user:key': (value) => Buffer.from(`1234567_me:${value}`).toString('base64'),
	base32,
	'base32 in small letters': (value) => base32(value).toLowerCase(),
	'letters with spaces': (value) => [...value].join(' '),
	'groups with dashes': (value) => value.replaceAll(/(.{4})(?!$)/gs, '$1-'),
	'groups with colons': (value) => value.replaceAll(/(..)(?!$)/gs, '$1:'),
	'a letter a line': (value) => [...value].join('\n'),
	'the first 11': (value) => value.slice(0, 11),
	'the last 11': (value) => value.slice(-11),
};

function base32(value: string): string {
	const bits = [...Buffer.from(value)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
	return (bits.match(/.{1,5}/g) ?? [])
		.map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five.padEnd(5, '0'), 2)])
		.join('');
}

/** Returns the text with all decoded that can be: escapes, hex, base64 and base32 in runs of letters. */
export function decoded(text: string): string {
	const code = (digits: string, radix: number): string =>
		String.fromCharCode(Number.parseInt(digits, radix) % 256);
	const escapes = text
		.replaceAll(/(?:%|\\x|\\u00|&#x)([0-9a-f]{2});?/gi, (_, digits: string) => code(digits, 16))
		.replaceAll(/&#(\d{2,3});/g, (_, digits: string) => code(digits, 10));
	const joined = text.replaceAll(/[^A-Za-z0-9+/_-]/g, '');
	const runs = text.match(/[A-Za-z0-9+/_-]{8,}/g) ?? [];
	const encoded = [text, joined, text.replaceAll(/\s/g, ''), ...runs];
	const hexadecimal = encoded.flatMap((run) =>
		[0, 1].map((from) =>
			Buffer.from(run.replaceAll(/[^0-9a-f]/gi, '').slice(from), 'hex').toString('latin1'),
		),
	);
	const base64 = encoded.flatMap((run) =>
		[0, 1, 2, 3].map((from) =>
			Buffer.from(run.replaceAll(/[^\w+/-]/g, '').slice(from), 'base64').toString('latin1'),
		),
	);
	const fives = encoded.flatMap((run) => [0, 1, 2, 3, 4, 5, 6, 7].map((from) => fromBase32(run.slice(from))));
	return [text, escapes, ...hexadecimal, ...base64, ...fives].join('\n\n');
}

function fromBase32(run: string): string {
	const bits = [...run.toUpperCase().replaceAll(/[^A-Z2-7]/g, '')]
		.map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
		.join('');
	return (bits.match(/.{8}/g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join('');
}

/** Returns eight consecutive characters of the value that the text holds despite case and separators. */
export function foundIn(text: string, value: string): string | undefined {
	const plain = (part: string): string => part.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
	const wanted = plain(value);
	const seen = decoded(text)
		.split('\n\n')
		.map((form) => plain(form));
	for (let start = 0; start + 8 <= wanted.length; start++) {
		const run = wanted.slice(start, start + 8);
		if (seen.some((form) => form.includes(run))) {
			return run;
		}
	}

	return undefined;
}
