import type {Redact} from './redact.ts';

/** Characters of one sentence from elsewhere that are worth showing; the rest is cut. */
const longestWords = 300;

/**
 * Makes text from a server or a library fit to be shown: without escape sequences, control characters, invisible and
 * bidirectional marks, on one line, without the secrets, and short. Cleaning comes first, so that a secret whose
 * letters a server has interleaved with invisible characters is still found.
 */
export function safeWords(text: string, redact: Redact): string {
	const clean = redact(
		text
			.toWellFormed()
			// Whole sequences first: without its escape character a sequence would stay behind as "[31m".
			.replaceAll(/\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|[@-Z\\^_])/g, '')
			.replaceAll(/[\t\n\r\u0085\u2028\u2029]+/g, ' ')
			.replaceAll(/\p{Cc}|\p{Cf}/gu, ''),
	)
		.replaceAll(/ {2,}/g, ' ')
		.trim();
	const characters = [...clean];
	return characters.length > longestWords ? `${characters.slice(0, longestWords - 3).join('')}...` : clean;
}
