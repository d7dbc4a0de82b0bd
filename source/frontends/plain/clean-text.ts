// Spelled as escapes on purpose: invisible characters must be visible to who reads this file.
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00AD\u034F\u115F\u1160\u3164\uFFA0\uFE00-\uFE0E]/gu;

/** Format characters that are part of visible text: they join emoji and letters of some scripts. */
const joiners = /[\u200C\u200D]/u;

/**
 * What was typed or pasted, fit to be echoed and to be a value: line breaks and tabs become a space; control,
 * bidirectional and zero-width characters go without a trace.
 */
export function cleanText(text: string): string {
	return text
		.replaceAll(/[\r\n\t]+/g, ' ')
		.replaceAll(invisible, (character) => (joiners.test(character) ? character : ''))
		.toWellFormed();
}
