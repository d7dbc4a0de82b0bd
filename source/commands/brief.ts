import type {CommandLine} from './command-line.ts';
import {version} from './version.ts';

/**
 * What `--help` and `--version` print: known before languages, signals and everything else that a command needs.
 *
 * @returns undefined where neither is asked for, or of no command that exists.
 */
export function briefAnswer({command, flags}: CommandLine): string | undefined {
	if (command === undefined) {
		return undefined;
	}

	if (flags.includes('--help') || flags.includes('-h')) {
		return command.help();
	}

	return flags.includes('--version') || flags.includes('-v') ? `classic-credentials ${version}\n` : undefined;
}
