import type {DescribedCommand} from '../list.ts';
import type {OptionDefinition} from '../options.ts';

/** What the value of an option can be: known words, and the name of a file, alone or behind an `@`. */
export interface CompletedValue {
	readonly words: readonly string[];
	readonly file: 'none' | 'plain' | 'at';
}

/** What completion offers as an option's value: what it knows, and the words of its placeholder. */
export function valueOf({placeholder = '', completes, values}: OptionDefinition): CompletedValue {
	const named = placeholder.split('|').filter((word) => !/[A-Z]/.test(word));
	const known = typeof completes === 'object' ? completes : [];
	return {
		words: [...new Set([...known, ...(values ?? []), ...named])].filter((word) => word !== ''),
		file: completes === 'file' ? 'plain' : completes === '@file' ? 'at' : 'none',
	};
}

/** Whether the word behind an option is its value. */
export function takesWord({placeholder}: OptionDefinition): boolean {
	return placeholder !== undefined;
}

/** How an option can be written: `-g`, `--resource-group`. */
export function spellings({name, short}: OptionDefinition): string[] {
	return [...(short === undefined ? [] : [`-${short}`]), `--${name}`];
}

/** Every option of any command once. What takes a value does so in all of them. */
export function optionsOfAll(commands: readonly DescribedCommand[]): readonly OptionDefinition[] {
	return [
		...new Map(commands.flatMap(({options}) => options).map((option) => [option.name, option])).values(),
	];
}

/** Inside single quotes a shell takes everything but the quote itself. */
export function quoted(text: string): string {
	return text.replaceAll("'", '’');
}
