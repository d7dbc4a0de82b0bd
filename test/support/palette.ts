import type {Colour} from './emulator.ts';

/** What pictures use where a program leaves the colour to the terminal. */
export const paper = '#16181d';
export const ink = '#d6d9e0';

// The sixteen colours that a terminal's owner chooses; these are quiet, and each is readable on `paper`.
const named = [
	'#3b404b',
	'#f07178',
	'#8fc97a',
	'#e5c07b',
	'#6cb2f7',
	'#c792ea',
	'#67cfd6',
	'#c8ccd4',
	'#7f8796',
	'#ff8b92',
	'#a9e292',
	'#ffd68a',
	'#8cc8ff',
	'#dcb0ff',
	'#8ae9f0',
	'#ffffff',
];

// The six steps of the colour cube.
const steps = [0, 95, 135, 175, 215, 255];

/** A colour of the terminal as a colour of a picture; `fallback` is for the terminal's own. */
export function hexadecimal(colour: Colour, fallback: string): string {
	if (colour === 'default') {
		return fallback;
	}

	if (typeof colour === 'string') {
		return colour;
	}

	return named[colour] ?? (colour >= 232 ? grey(colour - 232) : cube(colour - 16));
}

function grey(step: number): string {
	const value = 8 + step * 10;
	return join([value, value, value]);
}

function cube(index: number): string {
	return join([Math.floor(index / 36), Math.floor(index / 6) % 6, index % 6].map((step) => steps[step] ?? 0));
}

function join(parts: readonly number[]): string {
	return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
