import type {Environment} from '../../shell/environment.ts';
import type {Mark, Tone} from './line.ts';

/** How a piece of text is drawn, in the terminal's own 16 colors only, so that palettes hold. */
export interface Style {
	readonly color?: 'green' | 'red' | 'cyan' | 'yellow' | 'magenta';
	readonly bold?: boolean;
}

const hasColor = wantsColor(process.env);

/** Returns a bold style in a color; without colors just bold. */
function colored(color: NonNullable<Style['color']>): Style {
	return hasColor ? {bold: true, color} : {bold: true};
}

/** The look of each tone, as IBM publishes it for plug-ins, inside and outside the session. */
export const tones: Readonly<Record<Tone, Style>> = {
	plain: {},
	strong: {bold: true},
	good: colored('green'),
	bad: colored('red'),
	warning: colored('magenta'),
	name: colored('cyan'),
	command: colored('yellow'),
};

/** The tone of the sign in front of a line. */
export const markTones: Readonly<Record<Mark, Tone>> = {
	good: 'good',
	bad: 'bad',
	note: 'warning',
	danger: 'bad',
	running: 'plain',
	pending: 'plain',
	none: 'plain',
};

/** The style of the entry that Enter would take. */
export const selected: Style = colored('cyan');

/** Reports whether colors are wanted: `NO_COLOR`, `FORCE_COLOR=0` and `CLICOLOR=0` say no. */
export function wantsColor(environment: Environment): boolean {
	return (
		(environment['NO_COLOR'] ?? '') === '' &&
		!['0', 'false'].includes(environment['FORCE_COLOR'] ?? '') &&
		environment['CLICOLOR'] !== '0'
	);
}

/** Draws a text in the style of a tone, and as a link if it has an address; or leaves it as it is. */
export type Paint = (text: string, tone: Tone, link?: string) => string;

/** Leaves text as it is, for output that is no terminal. */
export const unpainted: Paint = (text) => text;

const colors = {red: 31, green: 32, yellow: 33, magenta: 35, cyan: 36} as const;

/** Paints text for a terminal outside the session. All of it is to be read, so nothing is dim. */
export const painted: Paint = (text, tone) => {
	const {bold = false, color} = tones[tone];
	const codes = [...(bold ? [1] : []), ...(color === undefined ? [] : [colors[color]])];
	return codes.length === 0 || text === '' ? text : `\u001B[${codes.join(';')}m${text}\u001B[0m`;
};
