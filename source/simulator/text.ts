/** Joins lines, each with its end. */
export function lines(...content: readonly string[]): string {
	return content.map((line) => `${line}\n`).join('');
}

/**
 * Writes JSON as Go does: `<`, `>`, `&`, U+2028 and U+2029 escaped (seen in samples/sl/list-hostile-json). `sl` indents by
 * four blanks (seen), the others by two (seen).
 */
export function goJson(value: unknown, indent = 2): string {
	const text = JSON.stringify(value, undefined, indent).replace(
		/[<>&\u2028\u2029]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
	return `${text}\n`;
}

/**
 * Lays out rows as the CLI's SDK does (from source; seen in samples/sl): three blanks between columns.
 *
 * @param trailing blanks up to the width at the end of each line, as older core versions print them (seen).
 */
export function table(rows: readonly (readonly string[])[], trailing = false): string {
	const widths: number[] = [];
	for (const row of rows) {
		row.forEach((cell, column) => {
			widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell));
		});
	}
	const laidOut = rows.map((row) => {
		const line = row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - displayWidth(cell)));
		return trailing ? `${line.join('   ')}   ` : line.join('   ').trimEnd();
	});
	return lines(...laidOut);
}

const wide =
	/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u;

/** Counts the columns of a terminal that a text takes: two for a wide character, none for a combining mark. */
function displayWidth(text: string): number {
	return [...text]
		.filter((character) => !/[\p{Mark}\p{Control}\p{Format}]/u.test(character))
		.reduce((width, character) => width + (wide.test(character) ? 2 : 1), 0);
}
