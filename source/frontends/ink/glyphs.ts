import type {Environment} from '../../shell/environment.ts';

/** Every sign that is drawn. Components use names, never characters. */
export type Glyphs = Readonly<typeof unicode>;

const unicode = {
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

/** Returns ASCII on request, on terminals without the glyphs, and if the locale is not UTF-8. */
export function glyphsFor(environment: Environment): Glyphs {
	const {CLASSIC_CREDENTIALS_ASCII, TERM = '', LC_ALL, LC_CTYPE, LANG} = environment;
	// As in POSIX, the first that is set and not empty counts. If none is set, the encoding is unknown.
	const locale = LC_ALL || LC_CTYPE || LANG || '';
	const isAscii =
		CLASSIC_CREDENTIALS_ASCII === '1' ||
		['dumb', 'linux'].includes(TERM) ||
		(locale !== '' && !/utf-?8/i.test(locale));
	return isAscii ? ascii : unicode;
}
