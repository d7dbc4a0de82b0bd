import type {CliError} from '../../ibmcloud/types.ts';
import {message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import {lineWriter, type Line} from './line.ts';

/** A failure: our sentence, what to do, and under it the CLI's own words. */
export function errorLines(error: CliError, texts: Texts): Line[] {
	const writer = lineWriter(texts);
	return [
		writer.line(message(`error.${error.kind}`), {mark: 'bad'}),
		writer.line(message(`error.${error.kind}.do`), {indent: 1}),
		...cliWords(error, texts),
	];
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
