import {fstatSync} from 'node:fs';
import {isatty} from 'node:tty';

/**
 * Whether a file descriptor is a terminal. A pipe or a file is told apart by its kind: what Node loads to ask
 * about a terminal takes longer than all the rest of a refusal.
 */
export function isTerminal(descriptor: number): boolean {
	try {
		return fstatSync(descriptor).isCharacterDevice() && isatty(descriptor);
	} catch {
		// There is no such descriptor.
		return false;
	}
}
