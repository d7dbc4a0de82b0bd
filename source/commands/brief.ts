import type {CommandLine} from './command-line.ts';
import {versionLine} from './version.ts';

/**
 * What `--help` and `--version` print: known before languages, signals and everything else that a command needs.
 *
 * @param columns of the window.
 * @returns undefined where neither is asked for, or of no command that exists.
 */
export function briefAnswer({command, flags}: CommandLine, columns: () => number): string | undefined {
	if (command === undefined) {
		return undefined;
	}

	if (flags.includes('--help') || flags.includes('-h')) {
		return command.help(columns());
	}

	return flags.includes('--version') || flags.includes('-v') ? versionLine : undefined;
}
