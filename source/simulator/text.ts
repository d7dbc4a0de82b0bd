import type {Flags} from './flags.ts';
import {ensure} from './failure.ts';

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
export function onlyJson({wantsJson}: Flags, value: unknown, indent?: number): string {
	ensure(wantsJson, 'This simulated command answers with --output json only.');
	return goJson(value, indent);
}
