/** Returns the rows of the first table below a heading, without code marks, with escaped bars unescaped. */
export function rowsOf(markdown: string, heading: string): string[][] {
	const lines = markdown.slice(markdown.indexOf(`${heading}\n`)).split('\n');
	const first = lines.findIndex((line) => line.startsWith('|'));
	const table = lines.slice(first);
	const end = table.findIndex((line) => !line.startsWith('|'));
	return table.slice(2, end === -1 ? undefined : end).map((line) =>
		line
			.replace(/^\| /, '')
			.replace(/ \|$/, '')
			.split(/ \| /)
			.map((cell) => cell.replaceAll('\\|', '|').replaceAll('`', '').trim()),
	);
}
