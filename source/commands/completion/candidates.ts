import {readFileSync} from 'node:fs';
import {readCommandLine} from '../command-line.ts';
import {allOptions, commands} from '../list.ts';
import type {OptionDefinition} from '../command.ts';
import {spellings, takesWord} from '../options.ts';

/**
 * Answers a completion script, which writes the typed words to standard input, one per line. They are no
 * arguments, since a typed key must be in no list of processes.
 *
 * @returns a candidate for the last word per line, with its description after a tab. A line `:START` stands
 * for file names, each after this start of the word.
 */
export function answerScript(): string {
	return candidatesFor(readFileSync(0, 'utf8').split('\n').slice(0, -1))
		.map((candidate) => `${candidate}\n`)
		.join('');
}

/**
 * Returns what the last word may become, in lines of `answerScript`. @param words without the program's name.
 */
export function candidatesFor(words: readonly string[]): readonly string[] {
	const current = words.at(-1) ?? '';
	const before = words.slice(0, -1);
	const [start = '', joined] = /^(--[^=]+)=/.exec(current) ?? [];
	const valued = allOptions.find((option) =>
		joined === undefined
			? takesWord(option) && spellings(option).includes(before.at(-1) ?? '')
			: `--${option.name}` === joined,
	);
	return valued === undefined
		? wordsFor(before, current)
		: valuesFor(valued, current.slice(start.length)).map((value) =>
				value.startsWith(':') ? `:${start}${value.slice(1)}` : `${start}${value}`,
			);
}

/** Returns the commands that take the options so far, or the operands of the named command; else options. */
function wordsFor(before: readonly string[], current: string): readonly string[] {
	const {command, word} = readCommandLine(before);
	const flags = before.flatMap((each) => /^(?:--[^=]*|-.)/.exec(each)?.[0] ?? []);
	const takers = commands.filter(({options}) =>
		flags.every((flag) => options.some((option) => spellings(option).includes(flag))),
	);
	const words =
		word === undefined
			? takers.map(({name, summary}) => `${name}\t${summary}`)
			: (command?.operand?.words ?? []);
	const options = (command?.options ?? [])
		.filter(
			(option) => option.isRepeatable === true || !flags.some((flag) => spellings(option).includes(flag)),
		)
		.flatMap((option) => spellings(option).map((spelling) => `${spelling}\t${option.description}`));
	return (current.startsWith('-') || words.length === 0 ? options : words).filter((each) =>
		each.startsWith(current),
	);
}

function valuesFor(
	{placeholder = '', completes, values = []}: OptionDefinition,
	typed: string,
): readonly string[] {
	if (completes === '@file' && typed.startsWith('@')) {
		return [':@'];
	}

	const known = new Set([
		...(typeof completes === 'object' ? completes : []),
		...values,
		// The literal words of the placeholder.
		...placeholder.split('|').filter((word) => /^[^A-Z]+$/.test(word)),
		...(completes === '@file' ? ['@'] : []),
	]);
	return [...[...known].filter((value) => value.startsWith(typed)), ...(completes === 'file' ? [':'] : [])];
}
