import type {CliError} from '../../ibmcloud/types.ts';
import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import {commandLine, textLine, wordLines, type Line} from './line.ts';

/** Returns a failure: our sentence, what to do, and under it the CLI's own words. */
export function errorLines(error: CliError, texts: Texts): Line[] {
	return [
		textLine(texts.text(`error.${error.kind}`), {mark: 'bad'}),
		textLine(texts.say(remedyOf(error)), {indent: 1}),
		...cliWords(error, texts),
	];
}

/**
 * What to do about a failure. Where a role is too low the one is named that is needed: to set and to remove
 * takes the Administrator, to read no more than the Viewer (documented: IAM actions of Kubernetes Service).
 */
export function remedyOf({kind, command}: CliError): Message {
	const isRead = !/ ks credential (?:set|unset)\b|^(?:POST|DELETE) /u.test(command);
	return message(kind === 'role-too-low' && isRead ? 'error.role-too-low.do.read' : `error.${kind}.do`);
}

/** Returns the CLI's own words, introduced by the command that said them; nothing where it said nothing. */
export function cliWords(error: CliError | undefined, texts: Texts, indent = 1): Line[] {
	return error === undefined || error.words === ''
		? []
		: [
				textLine(texts.text('error.ownWords', {command: error.command}), {indent}),
				...wordLines(error.words, indent + 1),
			];
}

/** Commands to copy, below their title; nothing where there are none. */
export function titledCommands(title: string, commands: readonly string[] = []): Line[] {
	return commands.length === 0 ? [] : [textLine(title), ...commands.map((command) => commandLine(command))];
}

/** Returns the commands that mend something. */
export function remedyLines({remedy}: {readonly remedy?: string | undefined}, texts: Texts): Line[] {
	return titledCommands(texts.text('blocker.remedy'), remedy?.split('\n'));
}
