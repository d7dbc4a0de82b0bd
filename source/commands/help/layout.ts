import {knowsLinks, linked} from '../../frontends/lines/links.ts';
import {unpainted} from '../../frontends/lines/theme.ts';
import {programName, startCommand, isPlugin, version} from '../../program-name.ts';
import type {Command, HelpRow, HelpSection, OptionDefinition} from '../command.ts';
import {columnsOf, painterFor} from '../output.ts';

/** The output of `--version`. */
export const versionLine = `classic-credentials ${version}\n`;

/** The explanation of a term longer than this starts on the next line. */
const widestTerm = 31;

/** Returns the printed help of a command: no wider than the window, with links if the terminal knows them. */
export function helpFor(process: NodeJS.Process, command: Command): string {
	const help = helpText(command, columnsOf(process, 'stdout') ?? 80);
	return painterFor(process, 'stdout') !== unpainted && knowsLinks(process.env)
		? help.replaceAll(/https:\/\/\S+/gu, (address) => linked(address, address))
		: help;
}

/** Returns the help of a command in the layout of IBM's CLI: everyday options come first. */
export function helpText(command: Command, columns: number): string {
	const {name, options, help} = command;
	const {says, examples, first = [], sections = []} = help;
	const everyday = options.filter(({isEveryday}) => isEveryday === true);
	const others = options.filter(({isEveryday}) => isEveryday !== true);
	const rowsOf = (shown: readonly OptionDefinition[]): HelpRow[] =>
		shown.map((option) => [flagOf(option), option.description]);
	return [
		{heading: 'NAME', rows: [`${programName} ${name} - ${says}`]},
		{heading: 'USAGE', rows: [usageLine(command)]},
		...first,
		{heading: 'OPTIONS', rows: rowsOf(everyday.length === 0 ? others : everyday)},
		...(everyday.length === 0 || others.length === 0
			? []
			: [{heading: 'OTHER OPTIONS', rows: rowsOf(others)}]),
		...sections,
		{heading: 'EXAMPLES', rows: examples, areCommands: true},
		{heading: 'PROBLEMS AND WISHES', rows: [process.env['CLASSIC_CREDENTIALS_ISSUES'] ?? '']},
	]
		.map((section) => sectionText(section, columns))
		.join('\n');
}

function sectionText({heading, rows, areCommands = false}: HelpSection, columns: number): string {
	const terms = rows.flatMap((row) => (typeof row === 'string' ? [] : [row[0].length]));
	const widest = Math.max(0, ...terms.filter((length) => length <= widestTerm));
	// In a narrow window every explanation stands below its term.
	const indent = columns < 60 ? 6 : widest + 4;
	const lines = rows.flatMap((row) => {
		if (typeof row === 'string') {
			return brokenAtBlanks(row, columns - 6)
				.join(areCommands ? ' \\\n    ' : '\n    ')
				.split('\n')
				.map((line, index) => (index === 0 ? `  ${line}` : line));
		}

		const [term, said] = row;
		const [head = '', ...rest] = brokenAtBlanks(said, columns - indent);
		const below = rest.map((line) => ' '.repeat(indent) + line);
		return term.length + 4 <= indent
			? [`  ${term}`.padEnd(indent) + head, ...below]
			: [`  ${term}`, ' '.repeat(indent) + head, ...below];
	});
	return [`${heading}:`, ...lines, ''].join('\n');
}

/** Breaks a text into lines that are no longer than this, except for single words. */
export function brokenAtBlanks(text: string, columns: number): string[] {
	if (text.length <= columns) {
		return [text];
	}

	const fitting = text.lastIndexOf(' ', columns);
	const end = fitting === -1 ? text.indexOf(' ') : fitting;
	const rest = text.slice(end + 1).trimStart();
	return end === -1 ? [text] : [text.slice(0, end), ...brokenAtBlanks(rest, columns)];
}

/** Returns an option as it is typed: `-g, --resource-group NAME`. */
export function flagOf({name, short, placeholder, implied}: OptionDefinition): string {
	const value = placeholder === undefined ? (implied === undefined ? '' : '[=SCENARIO]') : ` ${placeholder}`;
	return `${short === undefined ? '' : `-${short}, `}--${name}${value}`;
}

/** Returns the usage line of a command, or without one of the program. */
export function usageLine(command?: Command): string {
	if (command === undefined) {
		return `${programName} [COMMAND] [OPTIONS]`;
	}

	const {name, operand} = command;
	const setupCall = isPlugin ? startCommand : `${programName} [setup]`;
	const called = name === 'setup' ? setupCall : `${programName} ${name}`;
	return [called, ...(operand === undefined ? [] : [operand.name]), '[OPTIONS]'].join(' ');
}
