import {parseArgs, type ParseArgsConfig} from 'node:util';
import {looksLikeAKey} from '../ibmcloud/facts/keys.ts';
import {message, type Message} from '../text/message.ts';
import type {Flag, Reading} from '../wizard/flag.ts';
import {unknownOption, type Called} from './near.ts';

/** One option of a command: what it is called, what follows it, and what it does. */
export interface OptionDefinition extends Flag {
	/** A switch that also takes `=VALUE`; this is what it means without. */
	readonly implied?: string;
	/** The only values that it takes, in lower case. */
	readonly values?: readonly string[];
	/** Whether it is used every day: `--help` has it first. */
	readonly isEveryday?: boolean;
	/** The change of which a command alone has it. */
	readonly onlyFor?: 'set';
	/** Makes its value of the text that was given; without it, the text is the value. */
	readonly read?: (text: string) => Reading<unknown>;
}

/** What was given for each option, in the order of the command line; for a switch nothing. */
export type GivenOptions = ReadonlyMap<string, readonly string[]>;

/** The values of options by their names: a switch is on or off, and what was not given is undefined. */
export type OptionValues<Definitions extends readonly OptionDefinition[]> = {
	readonly [Each in Definitions[number] as Each['name']]: Each extends {
		read: (text: string) => Reading<infer Value>;
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

type Arguments = Reading<{readonly given: GivenOptions; readonly operands: readonly string[]}>;

/**
 * Reads the arguments of a command by its definitions. Reasons never repeat a value: it may be a key that was
 * meant for another place.
 */
export function parseArguments(
	definitions: readonly OptionDefinition[],
	args: readonly string[],
	called?: Called,
): Arguments {
	const config: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
		definitions.map((definition) => [
			definition.name,
			{
				type: takesValue(definition) ? ('string' as const) : ('boolean' as const),
				multiple: true,
				...(definition.short === undefined ? {} : {short: definition.short}),
			},
		]),
	);
	const completed = args.map((argument) => {
		const bare = definitions.find(({name, implied}) => implied !== undefined && argument === `--${name}`);
		return bare === undefined ? argument : `${argument}=${bare.implied}`;
	});
	const unknown = firstUnknown(definitions, completed, called);
	if (unknown !== undefined) {
		return {ok: false, reason: unknown};
	}

	try {
		const {positionals, tokens} = parseArgs({
			args: completed,
			options: config,
			strict: true,
			allowPositionals: true,
			tokens: true,
		});
		const given = new Map<string, readonly string[]>();
		for (const token of tokens) {
			if (token.kind === 'option') {
				const before = given.get(token.name) ?? [];
				given.set(token.name, token.value === undefined ? before : [...before, token.value]);
			}
		}

		const refusal = firstRefusal(definitions, given);
		return refusal === undefined
			? {ok: true, value: {given, operands: positionals}}
			: {ok: false, reason: refusal};
	} catch (error) {
		return {ok: false, reason: reasonOf(error, definitions, called)};
	}
}

/** The same for a command that takes nothing but options. */
export function parseOnlyOptions(
	definitions: readonly OptionDefinition[],
	args: readonly string[],
	called?: Called,
): Arguments {
	const parsed = parseArguments(definitions, args, called);
	return parsed.ok && parsed.value.operands.length > 0
		? {ok: false, reason: message('usage.operand')}
		: parsed;
}

/** The values of a command that takes nothing but options. */
export function parseOptions<const Definitions extends readonly OptionDefinition[]>(
	definitions: Definitions,
	args: readonly string[],
	called?: Called,
): Reading<OptionValues<Definitions>> {
	const parsed = parseOnlyOptions(definitions, args, called);
	return parsed.ok ? valuesOf(definitions, parsed.value.given) : parsed;
}

/** What options mean that were given. Those that were not are in it, too. */
export function valuesOf<const Definitions extends readonly OptionDefinition[]>(
	definitions: Definitions,
	given: GivenOptions,
): Reading<OptionValues<Definitions>> {
	const values: Record<string, unknown> = {};
	for (const definition of definitions) {
		const {name, isRepeatable, read, values: known} = definition;
		const texts = given.get(name);
		const [text] = texts ?? [];
		if (read !== undefined && text !== undefined) {
			const result = read(text);
			if (!result.ok) {
				return result;
			}

			values[name] = result.value;
		} else if (isRepeatable === true) {
			values[name] = texts ?? [];
		} else {
			values[name] = takesValue(definition)
				? known === undefined
					? text
					: text?.toLowerCase()
				: texts !== undefined;
		}
	}

	return {ok: true, value: values as OptionValues<Definitions>};
}

/** Whether the word behind an option is its value. */
export function takesWord({placeholder}: OptionDefinition): boolean {
	return placeholder !== undefined;
}

/** How an option can be written: `-g`, `--resource-group`. */
export function spellings({name, short}: OptionDefinition): string[] {
	return [...(short === undefined ? [] : [`-${short}`]), `--${name}`];
}

function takesValue({placeholder, implied}: OptionDefinition): boolean {
	return placeholder !== undefined || implied !== undefined;
}

function firstRefusal(definitions: readonly OptionDefinition[], given: GivenOptions): Message | undefined {
	for (const {name, placeholder, isRepeatable, values, completes} of definitions) {
		const texts = given.get(name) ?? [];
		// Of two values Node would silently take the last: which is meant, only the operator knows.
		if (placeholder !== undefined && isRepeatable !== true && texts.length > 1) {
			return message('usage.givenTwice', {name});
		}

		// A variable that is not set gives an empty value: it must not pass for one that was left out.
		if (placeholder !== undefined && texts.some((text) => text.trim() === '')) {
			return message('usage.needsValue', {name, placeholder});
		}

		// What is refused later may be repeated. Behind an `@` is a path.
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

function firstUnknown(
	definitions: readonly OptionDefinition[],
	args: readonly string[],
	called: Called | undefined,
): Message | undefined {
	const names = definitions.map(({name}) => `--${name}`);
	for (const argument of beforeOperands(args)) {
		const [name = ''] = argument.split('=', 1);
		if (/^--[a-z][\w-]*$/i.test(name) && !names.includes(name)) {
			// A key that lacks the blank before it would be part of the name.
			return looksLikeAKey(name) ? message('usage.optionNotKnown') : unknownOption(name, names, called);
		}
	}

	return undefined;
}

/** Node's own message may carry a value; only the option's name is taken from it. */
function reasonOf(
	error: unknown,
	definitions: readonly OptionDefinition[],
	called: Called | undefined,
): Message {
	const words = error instanceof Error ? error.message : '';
	const [, option] = /'(?:-\w, )?(--[\w-]+|-\w)/.exec(words) ?? [];
	const definition = definitions.find(({name, short}) => option === `--${name}` || option === `-${short}`);
	if (definition === undefined) {
		// A short one is a letter, and no key.
		return option === undefined ? message('usage.optionNotKnown') : unknownOption(option, [], called);
	}

	const {name, placeholder} = definition;
	return placeholder === undefined
		? message('usage.noValue', {name})
		: message('usage.needsValue', {name, placeholder});
}

/** The arguments before a lone `--`: only among them are options. */
export function beforeOperands(args: readonly string[]): readonly string[] {
	const end = args.indexOf('--');
	return end === -1 ? args : args.slice(0, end);
}
