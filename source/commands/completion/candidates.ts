import {readFileSync} from 'node:fs';
import {readCommandLine} from '../command-line.ts';
import {allOptions, commands} from '../list.ts';
import type {OptionDefinition} from '../command.ts';
import {spellings, takesWord} from '../options.ts';

/**
 * Answers a completion script: what the last of the words on standard input, one a line, may become. They are
 * no arguments, since a key that has been typed must be in no list of processes.
 *
 * @returns a candidate a line, with its description behind a tab. `:START` instead of one means names of
 * files, each behind this start of the word.
 */
export function answerScript(): string {
	return candidatesFor(readFileSync(0, 'utf8').split('\n').slice(0, -1))
		.map((candidate) => `${candidate}\n`)
		.join('');
}

/**
 * What the last of some words may become, as lines of `answerScript`.
 *
 * @param words those behind the name of the program.
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

/** Commands that take the options before, or what stands behind the one that is named; else options. */
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
		// The words of the placeholder that stand for themselves.
		...placeholder.split('|').filter((word) => /^[^A-Z]+$/.test(word)),
		...(completes === '@file' ? ['@'] : []),
	]);
	return [...[...known].filter((value) => value.startsWith(typed)), ...(completes === 'file' ? [':'] : [])];
}
