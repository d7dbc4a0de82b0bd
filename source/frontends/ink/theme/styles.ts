import type {Mark, Tone} from '../../lines/line.ts';

/** How a piece of text is drawn: names of the terminal's own 16 colours only, so that users' palettes hold. */
export interface Style {
	readonly color?: 'green' | 'red' | 'cyan' | 'yellow' | 'magenta';
	readonly bold?: boolean;
	readonly dimColor?: boolean;
	readonly inverse?: boolean;
}

/** What each tone looks like, as IBM publishes it for plug-ins. */
export const tones: Readonly<Record<Tone, Style>> = {
	plain: {},
	strong: {bold: true},
	dim: {dimColor: true},
	good: {bold: true, color: 'green'},
	bad: {bold: true, color: 'red'},
	warning: {bold: true, color: 'magenta'},
	name: {bold: true, color: 'cyan'},
	command: {bold: true, color: 'yellow'},
};

/** The tone of the sign in front of a line. */
export const markTones: Readonly<Record<Mark, Tone>> = {
	good: 'good',
	bad: 'bad',
	note: 'warning',
	danger: 'bad',
	running: 'plain',
	pending: 'dim',
	none: 'plain',
};

/** The entry that Enter would take. */
export const selected: Style = {color: 'cyan', bold: true};

/** The badge of a rehearsal. */
export const badge: Style = {inverse: true, bold: true};

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether colours are wanted: `NO_COLOR`, `FORCE_COLOR=0` and `CLICOLOR=0` say no. */
export function wantsColor(environment: Environment): boolean {
	return (
		(environment['NO_COLOR'] ?? '') === '' &&
		!['0', 'false'].includes(environment['FORCE_COLOR'] ?? '') &&
		environment['CLICOLOR'] !== '0'
	);
}
