import type {CliError} from '../../ibmcloud/types.ts';
import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import {lineWriter, type Line} from './line.ts';

/** A failure: our sentence, what to do, and under it the CLI's own words. */
export function errorLines(error: CliError, texts: Texts): Line[] {
	const writer = lineWriter(texts);
	return [
		writer.line(message(`error.${error.kind}`), {mark: 'bad'}),
		writer.line(remedyOf(error), {indent: 1}),
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

/** The CLI's own words, introduced by the command that said them; nothing where it said nothing. */
export function cliWords({words, command}: CliError, texts: Texts, indent = 1): Line[] {
	const writer = lineWriter(texts);
	return words === ''
		? []
		: [writer.line(message('error.ownWords', {command}), {indent}), ...writer.words(words, indent + 1)];
}

/** The commands that mend something, below their title. */
export function remedyLines({remedy}: {readonly remedy?: string | undefined}, texts: Texts): Line[] {
	const writer = lineWriter(texts);
	return remedy === undefined
		? []
		: [
				writer.line(message('trouble.remedy')),
				...remedy.split('\n').map((command) => writer.command(command)),
			];
}
