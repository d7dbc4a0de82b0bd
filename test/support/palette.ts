import type {Color} from './emulator.ts';

/** The terminal's own colors and those of the window's frame: on dark, and on light. */
const own = {
	background: ['#16181d', '#ffffff'],
	foreground: ['#d6d9e0', '#24292f'],
	frame: ['#3b404b', '#d0d7de'],
	quiet: ['#7f8796', '#57606a'],
} as const;

// The sixteen colors that a terminal's owner chooses: quiet ones, each readable on its background.
const dark =
	'#3b404b #f07178 #8fc97a #e5c07b #6cb2f7 #c792ea #67cfd6 #c8ccd4 #7f8796 #ff8b92 #a9e292 #ffd68a #8cc8ff #dcb0ff #8ae9f0 #ffffff'.split(
		' ',
	);
const light =
	'#24292f #b3202c #1a7031 #7a5400 #0550ae #8250df #0f6a73 #57606a #57606a #cf222e #1a7f37 #9a6700 #0969da #8250df #1b7c83 #24292f'.split(
		' ',
	);

/** Returns a picture's colors, by the reader's setting: those always there, and those the markup uses. */
export function colorRules(markup: string): string {
	const used = new Set([...markup.matchAll(/class="c(\d+)"/g)].map(([, index]) => Number(index)));
	return ([0, 1] as const)
		.map((at) => [
			...Object.entries(own).map(([name, pair]) => `.${name}{fill:${pair[at]}}`),
			`.line{stroke:${own.frame[at]}}`,
			...[...used].map((index) => `.c${index}{fill:${(at === 0 ? dark : light)[index]}}`),
		])
		.map((rules, at) =>
			at === 0 ? rules.join('') : `@media (prefers-color-scheme:light){${rules.join('')}}`,
		)
		.join('');
}

// The six steps of the color cube.
const steps = [0, 95, 135, 175, 215, 255];

/** Returns the fill of a color, `fallback` for the terminal's own; the foreground needs none: all use it. */
export function fillOf(color: Color, fallback: 'foreground' | 'background'): string {
	if (color === 'default') {
		return fallback === 'foreground' ? '' : ' class="background"';
	}

	if (typeof color === 'number' && color < 16) {
		return ` class="c${color}"`;
	}

	const value = typeof color === 'string' ? color : color >= 232 ? grey(color - 232) : cube(color - 16);
	return ` fill="${value}"`;
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
