/**
 * JSON as Go writes it: keys of an object sorted where it is a map or a struct in alphabetical order, and `<`, `>`,
 * `&`, U+2028, U+2029 escaped (seen in samples/sl/list-hostile-json).
 */
export function goJson(value: unknown, indent: number): string {
	return JSON.stringify(value, undefined, indent).replace(
		/[<>&\u2028\u2029]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}

/** The same object with its keys in alphabetical order and without undefined values. */
export function sortKeys(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, content]) => content !== undefined)
			.toSorted(([left], [right]) => (left < right ? -1 : 1)),
	);
}
