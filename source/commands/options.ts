import {parseArgs, type ParseArgsConfig} from 'node:util';
import {looksLikeAKey} from '../ibmcloud/facts/keys.ts';
import {message, type Message} from '../text/message.ts';
import type {Reading} from '../wizard/flag.ts';
import type {CommandLine, OptionDefinition} from './command.ts';
import {unknownOption, type CalledCommand} from './near.ts';

/** The values of options by name: true or false for a switch, undefined for an option that is not given. */
export type OptionValues<Definitions extends readonly OptionDefinition[]> = {
	readonly [Each in Definitions[number] as Each['name']]: Each extends {
		read: (given: readonly string[]) => Reading<infer Value>;
	}
		? Value | undefined
		: Each extends {isRepeatable: true}
			? readonly string[]
			: Each extends {values: ReadonlyArray<infer Value>}
				? Value | undefined
				: Each extends {placeholder: string} | {implied: string}
					? string | undefined
					: boolean;
};

interface UsedOption {
	readonly name: string;
	readonly rawName: string;
	readonly value?: string | undefined;
	readonly inlineValue?: boolean | undefined;
}

/**
 * Parses the arguments of a command by the definitions of its options. No reason repeats a value: it may be a
 * key that was meant for another place.
 */
export function parseArguments(command: CalledCommand, args: readonly string[]): Reading<CommandLine> {
	const {options} = command;
	const config: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
		options.map((definition) => [
			definition.name,
			{
				type: takesValue(definition) ? ('string' as const) : ('boolean' as const),
				multiple: true,
				...(definition.short === undefined ? {} : {short: definition.short}),
			},
		]),
	);
	const completed = args.map((argument) => {
		const bare = options.find(({name, implied}) => implied !== undefined && argument === `--${name}`);
		return bare === undefined ? argument : `${argument}=${bare.implied}`;
	});
	// Errors are found here, since the messages of Node's own errors may repeat a value.
	const {positionals: operands, tokens} = parseArgs({
		args: completed,
		options: config,
		strict: false,
		tokens: true,
	});
	const used = tokens.filter((token) => token.kind === 'option');
	const given = new Map<string, readonly string[]>();
	for (const {name, value} of used) {
		given.set(name, [...(given.get(name) ?? []), ...(value === undefined ? [] : [value])]);
	}

	const hasUnused = operands.length > 0 && command.operand === undefined;
	const refusal =
		firstUnknown(command, completed) ??
		firstMisused(command, used) ??
		firstRefusal(options, given) ??
		(hasUnused ? message('usage.operand') : undefined) ??
		firstUnreadable(options, given);
	return refusal === undefined ? {ok: true, value: {given, operands}} : {ok: false, reason: refusal};
}

/** Returns the values of all options, given or not. @param given accepted by `parseArguments`. */
export function valuesOf<const Definitions extends readonly OptionDefinition[]>(
	definitions: Definitions,
	given: CommandLine['given'],
): OptionValues<Definitions> {
	const values = definitions.map((definition) => [definition.name, valueOf(definition, given)] as const);
	return Object.fromEntries(values) as OptionValues<Definitions>;
}

function valueOf(definition: OptionDefinition, given: CommandLine['given']): unknown {
	const {name, isRepeatable, read, values: known} = definition;
	const texts = given.get(name);
	if (read !== undefined) {
		const result = texts && read(texts);
		return result?.ok === true ? result.value : undefined;
	}

	if (isRepeatable === true) {
		return texts ?? [];
	}

	if (!takesValue(definition)) {
		return texts !== undefined;
	}

	const [text] = texts ?? [];
	return known === undefined ? text : text?.toLowerCase();
}

/** Reports whether the word after an option is its value. */
export function takesWord({placeholder}: OptionDefinition): boolean {
	return placeholder !== undefined;
}

/** Returns the spellings of an option: `-g`, `--resource-group`. */
export function spellings({name, short}: OptionDefinition): string[] {
	return [...(short === undefined ? [] : [`-${short}`]), `--${name}`];
}

function takesValue({placeholder, implied}: OptionDefinition): boolean {
	return placeholder !== undefined || implied !== undefined;
}

function firstRefusal(
	options: readonly OptionDefinition[],
	given: CommandLine['given'],
): Message | undefined {
	for (const {name, placeholder, isRepeatable, values, completes} of options) {
		const texts = given.get(name) ?? [];
		// Of two values Node would silently take the last; only the operator knows which is meant.
		if (placeholder !== undefined && isRepeatable !== true && texts.length > 1) {
			return message('usage.givenTwice', {name});
		}

		// An unset variable gives an empty value, which must not pass for an option that was left out.
		if (placeholder !== undefined && texts.some((text) => text.trim() === '')) {
			return message('usage.needsValue', {name, placeholder});
		}

		// A later refusal may repeat the value. After an `@` comes a path.
		const isPath = (text: string): boolean => completes === '@file' && text.startsWith('@');
		if (texts.some((text) => !isPath(text) && looksLikeAKey(text))) {
			return message('usage.literalKey');
		}

		if (values !== undefined && texts.some((text) => !values.includes(text.toLowerCase()))) {
			return message('usage.oneOf', {name, values});
		}
	}

	return undefined;
}

function firstUnreadable(
	options: readonly OptionDefinition[],
	given: CommandLine['given'],
): Message | undefined {
	for (const {name, read} of options) {
		const texts = given.get(name);
		const result = texts && read?.(texts);
		if (result?.ok === false) {
			return result.reason;
		}
	}

	return undefined;
}

/** Refuses an unknown long option wherever it stands: it is the mistake, not the option before it. */
function firstUnknown(command: CalledCommand, args: readonly string[]): Message | undefined {
	const unknown = beforeOperands(args)
		.map((argument) => argument.split('=', 1)[0] ?? '')
		.find(
			(name) => /^--[a-z][\w-]*$/i.test(name) && !command.options.some((each) => `--${each.name}` === name),
		);
	return unknown === undefined ? undefined : unknownOption(unknown, command);
}

function firstMisused(command: CalledCommand, used: readonly UsedOption[]): Message | undefined {
	for (const {name, rawName, value, inlineValue} of used) {
		const option = command.options.find((each) => each.name === name);
		if (option === undefined) {
			return unknownOption(/^(?:--[\w-]+|-\w)/.exec(rawName)?.[0] ?? '', command);
		}

		const {placeholder} = option;
		if (placeholder !== undefined && (value === undefined || (!inlineValue && /^-./s.test(value)))) {
			return message('usage.needsValue', {name, placeholder});
		}

		if (value !== undefined && !takesValue(option)) {
			return message('usage.noValue', {name});
		}
	}

	return undefined;
}

/** Returns the arguments before a lone `--`: only they may be options. */
export function beforeOperands(args: readonly string[]): readonly string[] {
	const end = args.indexOf('--');
	return end === -1 ? args : args.slice(0, end);
}
