import type {CliError} from '../../ibmcloud/types.ts';
import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import {commandLine, textLine, wordLines, type Line} from './line.ts';

/** Returns a failure: our sentence, what to do, and below it the CLI's own words. */
export function errorLines(error: CliError, texts: Texts): Line[] {
	return [
		textLine(texts.text(`error.${error.kind}`), {mark: 'bad'}),
		textLine(texts.say(remedyOf(error)), {indent: 1}),
		...cliWords(error, texts),
	];
}

/**
 * Returns what to do about a failure. If the role is too low, that names the role needed: Administrator to
 * set and to remove, no more than Viewer to read (documented: IAM actions of Kubernetes Service).
 */
export function remedyOf({kind, command}: CliError): Message {
	const isRead = !/ ks credential (?:set|unset)\b|^(?:POST|DELETE) /u.test(command);
	return message(kind === 'role-too-low' && isRead ? 'error.role-too-low.do.read' : `error.${kind}.do`);
}

/** Returns the CLI's own words below the command that printed them; nothing if there are none. */
export function cliWords(error: CliError | undefined, texts: Texts, indent = 1): Line[] {
	return error === undefined || error.words === ''
		? []
		: [
				textLine(texts.text('error.ownWords', {command: error.command}), {indent}),
				...wordLines(error.words, indent + 1),
			];
}

/** Returns commands to copy, below their title; nothing if there are none. */
export function titledCommands(title: string, commands: readonly string[] = []): Line[] {
	return commands.length === 0 ? [] : [textLine(title), ...commands.map((command) => commandLine(command))];
}

/** Returns the commands of a remedy, below their title. */
export function remedyLines({remedy}: {readonly remedy?: string | undefined}, texts: Texts): Line[] {
	return titledCommands(texts.text('blocker.remedy'), remedy?.split('\n'));
}
