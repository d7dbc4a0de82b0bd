import type {Environment} from '../shell/environment.ts';

/**
 * Whether a session runs a line at a time, with nothing drawn: where that is asked for by option or, as
 * Ink has it, by `INK_SCREEN_READER`, or with `ACCESSIBLE`, and where the terminal can do nothing else.
 */
export function usesLineMode(isAskedFor: boolean, environment: Environment): boolean {
	const screenReader = environment['INK_SCREEN_READER'];
	const isAccessible = (environment['ACCESSIBLE'] ?? '') !== '';
	return (
		isAskedFor ||
		isAccessible ||
		screenReader === 'true' ||
		screenReader === '1' ||
		environment['TERM'] === 'dumb'
	);
}
