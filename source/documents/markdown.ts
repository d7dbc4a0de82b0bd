import type {PlainKey} from '../text/catalogue.ts';
import type {Texts} from '../text/texts.ts';

/** A heading of the second level. */
export function heading(key: PlainKey, texts: Texts): string {
	return `## ${texts.text(key)}`;
}

/** A table; what stands in its cells is text. */
function table(titles: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	return [titles, titles.map(() => '---'), ...rows.map((row) => row.map((cell) => escaped(cell)))]
		.map((cells) => `| ${cells.join(' | ')} |`)
		.join('\n');
}

/** A table of what is known of a run: without a row for what is not. */
export function factsTable(
	rows: ReadonlyArray<readonly [PlainKey, string | undefined]>,
	texts: Texts,
): string {
	return table(
		['', ''],
		rows.flatMap(([key, value]) => (value === undefined ? [] : [[texts.text(key), value]])),
	);
}

/** The table of scopes. @param more columns before the last one, the result. */
export function scopesTable(
	more: readonly PlainKey[],
	rows: ReadonlyArray<readonly string[]>,
	texts: Texts,
): string {
	const before = ['region.title', 'group.title', 'history.column.before', 'history.column.after'] as const;
	const titles: readonly PlainKey[] = [...before, 'reportFile.clusters', ...more, 'reportFile.result'];
	return table(
		titles.map((key) => texts.text(key)),
		rows,
	);
}

/** Names come from elsewhere: what Markdown or HTML would take for its own is marked as text. */
export function escaped(text: string): string {
	// An underscore within a word means nothing to Markdown, and user names are full of them.
	return text
		.replaceAll(/\s+/g, ' ')
		.replaceAll(/^[#+-]|[\\`*[\]<>|~&]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\$&`);
}

/** Fenced by more backticks than the text itself has in a row. */
export function codeBlock(text: string): string {
	const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
	const fence = '`'.repeat(Math.max(3, longest + 1));
	return `${fence}sh\n${text}\n${fence}`;
}

/** Commands below their heading; nothing where there are none. */
export function commandsSection(title: PlainKey, commands: readonly string[], texts: Texts): string[] {
	return commands.length === 0 ? [] : [heading(title, texts), codeBlock(commands.join('\n'))];
}

/** A moment to the second, in UTC. */
export function moment(time: number | string): string {
	return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}
