import type {PlainKey} from '../text/catalogue.ts';
import type {Texts} from '../text/texts.ts';

/** Returns a second-level heading. */
export function heading(key: PlainKey, texts: Texts): string {
	return `## ${texts.text(key)}`;
}

/** Returns a table. The content of its cells is escaped. */
function table(titles: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	return [titles, titles.map(() => '---'), ...rows.map((row) => row.map((cell) => escaped(cell)))]
		.map((cells) => `| ${cells.join(' | ')} |`)
		.join('\n');
}

/** Returns the table of the facts about a run, without rows for unknown values. */
export function factsTable(
	rows: ReadonlyArray<readonly [PlainKey, string | undefined]>,
	texts: Texts,
): string {
	return table(
		['', ''],
		rows.flatMap(([key, value]) => (value === undefined ? [] : [[texts.text(key), value]])),
	);
}

/** Returns the table of scopes. @param more columns before the last one, the result. */
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

/** Escapes what Markdown or HTML would interpret, since names come from elsewhere. */
export function escaped(text: string): string {
	// An underscore within a word means nothing to Markdown, and usernames are full of them.
	return text
		.replaceAll(/\s+/g, ' ')
		.replaceAll(/^[#+-]|[\\`*[\]<>|~&]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\$&`);
}

/** Returns a code block, fenced by more backticks than the text itself has in a row. */
export function codeBlock(text: string): string {
	const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
	const fence = '`'.repeat(Math.max(3, longest + 1));
	return `${fence}sh\n${text}\n${fence}`;
}

/** Returns commands below their heading, or nothing if there are none. */
export function commandsSection(title: PlainKey, commands: readonly string[], texts: Texts): string[] {
	return commands.length === 0 ? [] : [heading(title, texts), codeBlock(commands.join('\n'))];
}

/** Formats a time to the second, in UTC. */
export function moment(time: number | string): string {
	return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}
