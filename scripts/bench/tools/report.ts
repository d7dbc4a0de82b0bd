import {mkdirSync, writeFileSync} from 'node:fs';
import {availableParallelism, release, totalmem} from 'node:os';
import path from 'node:path';

/** A row of a table: what was measured, and its figures by column name. */
export interface Row {
	readonly name: string;
	readonly figures: Readonly<Record<string, number | string | undefined>>;
}

/** The findings of one measurement. */
export interface Report {
	readonly title: string;
	readonly rows: readonly Row[];
	/** What a reader of the figures has to know. */
	readonly notes: readonly string[];
}

/** Describes the machine as far as the figures depend on it, without identifying it. */
export function describeMachine(): Readonly<Record<string, number | string>> {
	return {
		cores: availableParallelism(),
		memoryGb: Math.round(totalmem() / 1e9),
		node: process.version,
		kernel: `${process.platform} ${release()} ${process.arch}`,
	};
}

/** Prints a report as a table. */
export function printReport({title, rows, notes}: Report): void {
	const columns = [...new Set(rows.flatMap(({figures}) => Object.keys(figures)))];
	const cells = [
		['', ...columns],
		...rows.map(({name, figures}) => [name, ...columns.map((column) => String(figures[column] ?? '-'))]),
	];
	const widths =
		cells[0]?.map((_cell, index) => Math.max(...cells.map((row) => row[index]?.length ?? 0))) ?? [];
	console.log(`\n${title}`);
	for (const row of cells) {
		const [name = '', ...rest] = row;
		const figures = rest.map((cell, index) => cell.padStart(widths[index + 1] ?? 0));
		console.log(`  ${[name.padEnd(widths[0] ?? 0), ...figures].join('  ')}`);
	}

	for (const note of notes) {
		console.log(`  ${note}`);
	}
}

/** Saves a report beside those of the other measurements. */
export function writeReport(directory: string, name: string, report: Report): void {
	mkdirSync(directory, {recursive: true});
	const content = {date: new Date().toISOString().slice(0, 10), machine: describeMachine(), ...report};
	writeFileSync(path.join(directory, `${name}.json`), `${JSON.stringify(content, undefined, 2)}\n`);
}
