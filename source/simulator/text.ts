/** Joins lines, each with its end. */
export function lines(...content: readonly string[]): string {
	return content.map((line) => `${line}\n`).join('');
}

/**
 * Writes JSON as Go does: `<`, `>`, `&`, U+2028 and U+2029 escaped (seen). `sl` indents by four blanks, the
 * others by two (seen).
 */
export function goJson(value: unknown, indent = 2): string {
	const text = JSON.stringify(value, undefined, indent).replaceAll(
		/[<>&\u2028\u2029]/gu,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
	return `${text}\n`;
}

/** Writes the answer of a command whose text nobody reads: without `--output json` it is not simulated. */
export function onlyJson(
	{wantsJson}: {readonly wantsJson: boolean},
	value: unknown,
	indent?: number,
): string {
	ensure(wantsJson, 'This simulated command answers with --output json only.');
	return goJson(value, indent);
}

/** The command fails as the real CLI does: `FAILED`, then these words, exit status 1. */
export class Failure extends Error {
	readonly words: readonly string[];

	/** @param words lines, already in the operator's language. */
	constructor(words: readonly string[]) {
		super(words.join('\n'));
		this.words = words;
	}
}

/** Lets the command fail in these lines unless the condition holds. */
export function ensure(condition: unknown, ...words: readonly string[]): asserts condition {
	if (condition !== true) {
		throw new Failure(words);
	}
}
