import type {OptionDefinition} from '../options.ts';

/** What `--help` says of a command, in the layout of IBM's CLI. */
export interface CommandHelp {
	readonly name: string;
	readonly summary: string;
	readonly usage: string;
	readonly options: readonly OptionDefinition[];
	readonly examples: readonly string[];
	/** Further sections: a heading and its lines. */
	readonly sections?: ReadonlyArray<{readonly heading: string; readonly lines: readonly string[]}>;
}

/** The help as text: NAME, USAGE, OPTIONS, EXAMPLES; from the definitions that parse the flags. */
export function helpText({name, summary, usage, options, examples, sections = []}: CommandHelp): string {
	const rows = options.map((option) => [flagOf(option), option.description] as const);
	const width = Math.max(...rows.map(([flag]) => flag.length));
	return [
		'NAME:',
		`  ${name} - ${summary}`,
		'',
		'USAGE:',
		`  ${usage}`,
		'',
		'OPTIONS:',
		...rows.map(([flag, description]) => `  ${flag.padEnd(width)}  ${description}`),
		...sections.flatMap(({heading, lines}) => ['', `${heading}:`, ...lines.map((line) => `  ${line}`)]),
		'',
		'EXAMPLES:',
		...examples.map((example) => `  ${example}`),
		'',
	].join('\n');
}

/** An option as it is typed: `-g, --resource-group NAME`. */
export function flagOf({name, short, placeholder, implied}: OptionDefinition): string {
	const value = placeholder === undefined ? (implied === undefined ? '' : '[=SCENARIO]') : ` ${placeholder}`;
	return `${short === undefined ? '' : `-${short}, `}--${name}${value}`;
}
