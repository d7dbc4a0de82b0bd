import {digitOf} from './spellings.ts';

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
export interface Run {
	readonly start: number;
	readonly end: number;
}

interface OpenRun {
	readonly start: number;
	end: number;
	/** Counted in letters and digits. */
	readonly first: number;
	last: number;
	isPlain: boolean;
}

/** The parts of the text that are parts of a secret, whatever stands between its letters and digits. */
export function runsIn(text: string): readonly Run[] {
	const runs: OpenRun[] = [];
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

function extend(runs: OpenRun[], found: OpenRun): void {
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
