import {spellings, valueOf} from '../completion/scripts.ts';
import {commands} from '../list.ts';
import {version} from '../version.ts';
import {pluginMetadata} from './metadata.ts';

/** The host completes, helps, and says versions by itself. */
const offered = commands.filter(({name}) => !['completion', 'help', 'version'].includes(name));

/** What the host of a plug-in is answered to its two own questions. */
export const hostAnswers = {
	SendMetadata: (): string => JSON.stringify(pluginMetadata(version, offered)),
	SendCompletion: complete,
} as const;

/**
 * Answers `SendCompletion WORDS`: what the last word may become. That the words are those behind `ibmcloud`,
 * or behind the namespace, is unknown, so both are understood.
 *
 * @returns one candidate a line; that the host takes them so is inferred.
 */
function complete(words: readonly string[]): string {
	const typed = words.filter(
		(word, index) => index > 1 || !['ibmcloud', 'classic-credentials'].includes(word),
	);
	const current = typed.at(-1) ?? '';
	const before = typed.slice(0, -1);
	const command = offered.find(({name}) => name === before[0]);
	const option = command?.options.find((each) => spellings(each).includes(before.at(-1) ?? ''));
	const values = option === undefined ? [] : valueOf(option).words;
	const candidates =
		command === undefined
			? before.length === 0
				? offered.map(({name}) => name)
				: []
			: values.length > 0
				? values
				: command.options.map(({name}) => `--${name}`);
	return candidates
		.filter((candidate) => candidate.startsWith(current))
		.map((candidate) => `${candidate}\n`)
		.join('');
}
