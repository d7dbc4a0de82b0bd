/** How many columns of a terminal a text takes: two for a wide character, none for a combining mark. */
function displayWidth(text: string): number {
	let width = 0;
	for (const character of text) {
		if (/[\p{Mark}\p{Control}\p{Format}]/u.test(character)) continue;
		width +=
			/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u.test(
				character,
			)
				? 2
				: 1;
	}
	return width;
}

/**
 * Lays out rows as the CLI's SDK does (from source; seen in samples/sl): three blanks between columns.
 * @param trailing blanks up to the width at the end of each line, as older core versions print them (seen).
 */
export function table(rows: readonly (readonly string[])[], trailing = false): string[] {
	const widths: number[] = [];
	for (const row of rows) {
		row.forEach((cell, column) => {
			widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell));
		});
	}
	return rows.map((row) => {
		const line = row
			.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - displayWidth(cell)))
			.join('   ');
		return trailing ? `${line}   ` : line.trimEnd();
	});
}
