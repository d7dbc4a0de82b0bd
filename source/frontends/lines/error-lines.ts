import type {CliError} from '../../ibmcloud/types.ts';
import {message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import {lineWriter, type Line} from './line.ts';

/** A failure: our sentence, what to do, and under it the CLI's own words. */
export function errorLines(error: CliError, texts: Texts, indent = 0): Line[] {
	const writer = lineWriter(texts);
	return [
		writer.line(message(`error.${error.kind}`), {mark: 'bad', indent}),
		writer.line(message(`error.${error.kind}.do`), {indent: indent + 1}),
		...cliWords(error, texts, indent + 1),
	];
}

/** The CLI's own words, introduced by the command that said them; nothing where it said nothing. */
export function cliWords(error: CliError, texts: Texts, indent = 1): Line[] {
	const writer = lineWriter(texts);
	return error.words === ''
		? []
		: [
				writer.line(message('error.ownWords', {command: error.command}), {indent}),
				...writer.words(error.words, indent + 1),
			];
}
