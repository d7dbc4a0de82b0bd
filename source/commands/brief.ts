import {commands} from './list.ts';
import {version} from './version.ts';

/**
 * What `--help` and `--version` print: known before languages, signals and everything else that a command needs.
 *
 * @returns undefined where neither is asked for, or of no command that exists.
 */
export function briefAnswer(argv: readonly string[]): string | undefined {
	const [first = ''] = argv;
	const command =
		commands.find(({name}) => name === first) ?? (first.startsWith('-') ? commands[0] : undefined);
	const flags = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
	if (command === undefined) {
		return undefined;
	}

	if (flags.includes('--help') || flags.includes('-h')) {
		return command.help();
	}

	return flags.includes('--version') || flags.includes('-v') ? `classic-credentials ${version}\n` : undefined;
}
