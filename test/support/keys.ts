/** What a terminal sends for each named key. */
export const keys = {
	enter: '\r',
	escape: '\u001B',
	space: ' ',
	tab: '\t',
	backspace: '\u007F',
	up: '\u001B[A',
	down: '\u001B[B',
	right: '\u001B[C',
	left: '\u001B[D',
	home: '\u001B[H',
	end: '\u001B[F',
	delete: '\u001B[3~',
	'page-up': '\u001B[5~',
	'page-down': '\u001B[6~',
	'shift-tab': '\u001B[Z',
	'ctrl-c': '\u0003',
	'ctrl-d': '\u0004',
	'ctrl-u': '\u0015',
	'ctrl-w': '\u0017',
	'ctrl-z': '\u001A',
	'ctrl-backslash': '\u001C',
} as const;

export type KeyName = keyof typeof keys;

/** Every key that can be pressed by name. */
export const keyNames = Object.keys(keys) as readonly KeyName[];

/** Returns the bytes of one key; the arrows depend on a mode that programs may set (DECCKM). */
export function keyBytes(name: KeyName, applicationCursorKeys: boolean): string {
	const bytes = keys[name];
	return applicationCursorKeys ? bytes.replace(/^\u001B\[([ABCDHF])$/, '\u001BO$1') : bytes;
}

/** Wraps a paste as terminals do for programs that asked for it (bracketed paste). */
export function bracketed(text: string): string {
	return `\u001B[200~${text}\u001B[201~`;
}
