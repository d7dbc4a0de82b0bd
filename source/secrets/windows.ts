/** So many letters and digits in a row are compared: fewer stand in ordinary text by chance. */
const length = 8;
/** Eight characters of a secret determine at least so many letters of an encoding (base64). */
const shortestEncoded = 10;

/**
 * Each window of a secret, as a number with a digit of base 36 for each letter, and whether it is of the
 * value itself and not of an encoding.
 */
const windows = new Map<number, boolean>();
/** What divides by this is the digit of the oldest letter of a window. */
const oldest = 36 ** (length - 1);

/** Whether a window may have a hash: at nearly every place of ordinary text one look is enough. */
const filterBits = 20;
const filter = new Uint8Array(2 ** filterBits);

/** From now on the windows of this spelling of a secret are found. @param spelling normalized. */
export function addWindows(spelling: string, isPlain: boolean): void {
	let hash = 0;
	let value = 0;
	for (let end = 1; end <= spelling.length; end++) {
		const digit = digitOf(spelling.charCodeAt(end - 1));
		hash = rolled(hash, digit);
		value = (value % oldest) * 36 + digit;
		if (end >= length) {
			windows.set(value, isPlain);
			filter[placeOf(hash)] = 1;
		}
	}
}

/** Where a part of a secret stands in a text. */
interface Run {
	readonly start: number;
	end: number;
	/** Counted in letters and digits. */
	readonly first: number;
	last: number;
	isPlain: boolean;
}

/** The parts of the text that are parts of a secret, whatever stands between its letters and digits. */
export function runsIn(text: string): readonly Run[] {
	const runs: Run[] = [];
	if (windows.size === 0) {
		return runs;
	}

	// Where the last letters and digits stand, round and round.
	const positions = new Int32Array(length);
	let hash = 0;
	let count = 0;
	for (let position = 0; position < text.length; position++) {
		const digit = digitOf(text.charCodeAt(position));
		if (digit < 0) {
			continue;
		}

		hash = rolled(hash, digit);
		positions[count % length] = position;
		count++;
		if (count < length || filter[placeOf(hash)] !== 1) {
			continue;
		}

		const isPlain = windows.get(windowAt(text, positions, count));
		if (isPlain !== undefined) {
			const start = positions[count % length] ?? 0;
			extend(runs, {start, end: position + 1, first: count - length, last: count, isPlain});
		}
	}

	return runs.filter(({first, last, isPlain}) => isPlain || last - first >= shortestEncoded);
}

function extend(runs: Run[], found: Run): void {
	const previous = runs.at(-1);
	if (previous === undefined || found.first >= previous.last) {
		runs.push(found);
		return;
	}

	previous.end = found.end;
	previous.last = found.last;
	previous.isPlain ||= found.isPlain;
}

function windowAt(text: string, positions: Int32Array, count: number): number {
	let value = 0;
	for (let index = count; index < count + length; index++) {
		value = value * 36 + digitOf(text.charCodeAt(positions[index % length] ?? 0));
	}

	return value;
}

/** The factor shifts by four bits, so that after eight steps nothing is left of the oldest letter. */
function rolled(hash: number, digit: number): number {
	return (Math.imul(hash, 0x9e_37_79_b0) + digit) | 0;
}

function placeOf(hash: number): number {
	return Math.imul(hash, 0x85_eb_ca_6b) >>> (32 - filterBits);
}

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
