// Spelled as escapes on purpose: invisible characters must be visible to who reads this file.
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const escapeSequences = /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|.)?/gu;
const controls = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00AD\u034F\u115F\u1160\u3164\uFFA0\uFE00-\uFE0E]/gu;

/** Format characters that are part of visible text: they join emoji and letters of some scripts. */
const joiners = /[\u200C\u200D]/u;

/**
 * What was typed or pasted, fit to be a value in a visible field: without escape sequences, control
 * characters and zero-width characters. Line breaks at the ends go without a trace; inside they become a
 * space.
 */
export function cleanText(text: string): string {
	return text
		.replaceAll(escapeSequences, '')
		.replaceAll(/^[\r\n]+|[\r\n]+$/g, '')
		.replaceAll(/[\r\n\t]+/g, ' ')
		.replaceAll(controls, (character) => (joiners.test(character) ? character : ''))
		.replaceAll(
			/(?<![\p{L}\p{M}\p{Extended_Pictographic}\uFE0F])[\u200C\u200D]+|[\u200C\u200D]+(?![\p{L}\p{Extended_Pictographic}])/gu,
			'',
		)
		.toWellFormed()
		.normalize('NFC');
}
