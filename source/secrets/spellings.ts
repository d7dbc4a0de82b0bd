/** How a secret can be spelled where a program prints it other than it is. All of it in small letters and digits alone. */

const digits = new Int8Array(128).fill(-1);
for (const [value, character] of [...'0123456789abcdefghijklmnopqrstuvwxyz'].entries()) {
	digits[character.charCodeAt(0)] = value;
	digits[character.toUpperCase().charCodeAt(0)] = value;
}

/** 0 to 35 for a letter or digit of ASCII in either case; -1 for everything else. */
export function digitOf(code: number): number {
	return code < 128 ? (digits[code] ?? -1) : -1;
}

/** What is compared: letters and digits of ASCII alone, in small letters. */
export function normalize(text: string): string {
	return text.replaceAll(/[^A-Za-z0-9]+/g, '').toLowerCase();
}

/**
 * The encodings of a value, normalized: base64 and base32 at every alignment (so within `user:key` of HTTP Basic, too),
 * and the codes of its letters as they stand in `6162`, `%61`, `\x61`, `\u0061`, `&#x61;` and `&#97;`.
 */
export function spellingsOf(value: string): readonly string[] {
	const bytes = [...Buffer.from(value.toWellFormed())];
	const codes = (radix: number, before: string): string =>
		bytes.map((byte) => before + byte.toString(radix).padStart(2, '0')).join('');
	return [
		...aligned(bytes, 3, 6, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'),
		...aligned(bytes, 5, 5, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'),
		codes(16, ''),
		codes(16, 'x'),
		codes(16, 'u00'),
		codes(10, ''),
	].map((spelling) => normalize(spelling));
}

/**
 * The letters of an encoding that depend on the value alone, for each place in a group of bytes where it can begin.
 *
 * @param group bytes that are encoded together.
 * @param bits of one letter.
 */
function aligned(bytes: readonly number[], group: number, bits: number, alphabet: string): string[] {
	return Array.from({length: group}, (_, before) => {
		const skipped = Math.ceil((before * 8) / bits);
		let letters = '';
		let rest = 0;
		let restBits = before * 8 - skipped * bits;
		for (const byte of bytes) {
			rest = ((rest << 8) | byte) & 0xff_ff;
			restBits += 8;
			while (restBits >= bits) {
				restBits -= bits;
				letters += alphabet[(rest >>> restBits) & (2 ** bits - 1)] ?? '';
			}
		}

		return letters;
	});
}
