import type {Completion} from '../completion/scripts.ts';

/**
 * Answers `SendCompletion WORDS`: what the last word may become. That the words are those behind `ibmcloud`, or behind the
 * namespace, is unknown, so both are understood.
 *
 * @returns one candidate a line; that the host takes them so is inferred.
 */
export function complete({commands, values}: Completion, words: readonly string[]): string {
	const typed = words.filter(
		(word, index) => index > 1 || !['ibmcloud', 'classic-credentials'].includes(word),
	);
	const current = typed.at(-1) ?? '';
	const before = typed.slice(0, -1);
	const command = commands.find(({name}) => name === before[0]);
	const option = (before.at(-1) ?? '').replace(/^--/, '');
	const candidates =
		command === undefined
			? before.length === 0
				? commands.map(({name}) => name)
				: []
			: (values[option] ?? command.options.map(({name}) => `--${name}`));
	return candidates
		.filter((candidate) => candidate.startsWith(current))
		.map((candidate) => `${candidate}\n`)
		.join('');
}
