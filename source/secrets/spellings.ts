/** How a secret can be spelled in what a program prints, in letters and digits alone. */

const digits = new Int8Array(128).fill(-1);
for (const [value, character] of [...'0123456789abcdefghijklmnopqrstuvwxyz'].entries()) {
	digits[character.charCodeAt(0)] = value;
	digits[character.toUpperCase().charCodeAt(0)] = value;
}

/** 0 to 35 for a letter or digit of ASCII in either case; -1 for everything else. */
export function digitOf(code: number): number {
	return digits[code] ?? -1;
}

/** What is compared: letters and digits of ASCII alone. */
export function normalize(text: string): string {
	return text.replaceAll(/[^A-Za-z0-9]/g, '');
}

/**
 * The encodings of a value, normalized: base64 and base32 at every alignment (so also within `user:key` of
 * HTTP Basic), and its character codes as in `6162`, `%61`, `\x61`, `\u0061`, `&#x61;` and `&#97;`.
 */
export function spellingsOf(value: string): readonly string[] {
	const bytes = [...Buffer.from(value.toWellFormed())];
	const codes = (radix: number, before: string): string =>
		bytes.map((byte) => before + byte.toString(radix).padStart(2, '0')).join('');
	return [
		...encoded(bytes, [0, 2, 4], 6, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'),
		...encoded(bytes, [0, 1, 2, 3, 4], 5, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'),
		codes(16, ''),
		codes(16, 'x'),
		codes(16, 'u00'),
		codes(10, ''),
	].map((spelling) => normalize(spelling));
}

/** The letters of an encoding that depend on the value alone, for each bit at which one can begin. */
function encoded(
	bytes: readonly number[],
	starts: readonly number[],
	bits: number,
	alphabet: string,
): string[] {
	const all = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
	const letter = new RegExp(`.{${bits}}`, 'g');
	return starts.map((start) =>
		Array.from(all.slice(start).matchAll(letter), ([digit]) => alphabet[Number.parseInt(digit, 2)]).join(''),
	);
}
