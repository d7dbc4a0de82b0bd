import type {Environment} from '../../../shell/environment.ts';
import type {Mark} from '../../lines/line.ts';

/** Every sign that is drawn. Components know names, never characters. */
export interface Glyphs {
	readonly marks: Readonly<Record<Mark, string>>;
	readonly pointer: string;
	readonly marked: string;
	readonly unmarked: string;
	readonly separator: string;
	readonly ellipsis: string;
	readonly upDown: string;
	readonly moreAbove: string;
	readonly moreBelow: string;
	readonly spinner: readonly string[];
}

const unicode: Glyphs = {
	marks: {good: '✔', bad: '✖', note: '!', danger: '!', running: '●', pending: '○', none: ''},
	pointer: '❯',
	marked: '◉',
	unmarked: '◯',
	separator: '·',
	ellipsis: '…',
	upDown: '↑↓',
	moreAbove: '↑',
	moreBelow: '↓',
	spinner: ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'],
};

const ascii: Glyphs = {
	marks: {good: '+', bad: 'x', note: '!', danger: '!', running: '*', pending: 'o', none: ''},
	pointer: '>',
	marked: '[x]',
	unmarked: '[ ]',
	separator: '|',
	ellipsis: '...',
	upDown: 'Up/Down',
	moreAbove: '^',
	moreBelow: 'v',
	spinner: ['|', '/', '-', '\\'],
};

/** The signs that this terminal can show, as far as its environment tells. */
export function glyphsFor(environment: Environment): Glyphs {
	return canShowUnicode(environment) ? unicode : ascii;
}

/** @returns false on request, on terminals without the glyphs, and where the locale is not UTF-8. */
export function canShowUnicode(environment: Environment): boolean {
	if (
		environment['CLASSIC_CREDENTIALS_ASCII'] === '1' ||
		['dumb', 'linux'].includes(environment['TERM'] ?? '')
	) {
		return false;
	}

	// As in POSIX: the first that is set and not empty counts. None set says nothing about the encoding.
	const locale = environment['LC_ALL'] || environment['LC_CTYPE'] || environment['LANG'];
	return locale === undefined || locale === '' || /utf-?8/i.test(locale);
}

/**
 * Rows of the window that a frame leaves free. One that fills the window is drawn twice. In tmux and screen
 * it must not begin in the first row: what is erased from there to the end of the screen goes to the
 * scrollback.
 */
export function freeRowsIn({TMUX, TERM = ''}: Environment): number {
	return TMUX !== undefined || /^(?:tmux|screen)/.test(TERM) ? 2 : 1;
}
