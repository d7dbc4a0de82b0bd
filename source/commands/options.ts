import {parseArgs, type ParseArgsConfig} from 'node:util';
import {closest} from 'fastest-levenshtein';
import {looksLikeAKey} from '../ibmcloud/facts/keys.ts';
import {message, type Message} from '../text/message.ts';

/** One option of a command: what it is called, what follows it, and what it does. */
export interface OptionDefinition {
	readonly name: string;
	readonly short?: string;
	/** What follows, in capitals; none for a switch. */
	readonly placeholder?: string;
	readonly isRepeatable?: boolean;
	/** A switch that also takes `=VALUE`; this is what it means without. */
	readonly implied?: string;
	/** The only values that it takes. */
	readonly values?: readonly string[];
	/** One line for `--help`. */
	readonly description: string;
}

export type OptionValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export type Parsed =
	| {readonly ok: true; readonly values: OptionValues; readonly operands: readonly string[]}
	| {readonly ok: false; readonly reason: Message};

/**
 * Reads the arguments of a command by its definitions. Reasons never repeat a value: it may be a key that was meant for
 * another place.
 */
export function parseOptions(definitions: readonly OptionDefinition[], args: readonly string[]): Parsed {
	const config: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
		definitions.map(({name, short, placeholder, implied, isRepeatable = false}) => [
			name,
			{
				type: placeholder === undefined && implied === undefined ? ('boolean' as const) : ('string' as const),
				multiple: isRepeatable,
				...(short === undefined ? {} : {short}),
			},
		]),
	);
	const completed = args.map((argument) => {
		const bare = definitions.find(({name, implied}) => implied !== undefined && argument === `--${name}`);
		return bare === undefined ? argument : `${argument}=${bare.implied}`;
	});
	const unknown = firstUnknown(definitions, completed);
	if (unknown !== undefined) {
		return {ok: false, reason: unknown};
	}

	try {
		const {values, positionals, tokens} = parseArgs({
			args: completed,
			options: config,
			strict: true,
			allowPositionals: true,
			tokens: true,
		});
		const read = values as OptionValues;
		const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
		const refusal = givenTwice(definitions, given) ?? refusedValue(definitions, read);
		return refusal === undefined
			? {ok: true, values: read, operands: positionals}
			: {ok: false, reason: refusal};
	} catch (error) {
		return {ok: false, reason: reasonOf(error, definitions)};
	}
}

/** The same for a command that takes nothing but options. */
export function parseOnlyOptions(definitions: readonly OptionDefinition[], args: readonly string[]): Parsed {
	const parsed = parseOptions(definitions, args);
	return parsed.ok && parsed.operands.length > 0 ? {ok: false, reason: message('usage.operand')} : parsed;
}

/** Of two values for one question Node would take the last in silence: which is meant, only the operator knows. */
function givenTwice(definitions: readonly OptionDefinition[], given: readonly string[]): Message | undefined {
	const twice = definitions.find(
		({name, placeholder, isRepeatable}) =>
			placeholder !== undefined &&
			isRepeatable !== true &&
			given.filter((option) => option === name).length > 1,
	);
	return twice === undefined ? undefined : message('usage.givenTwice', {name: twice.name});
}

function refusedValue(definitions: readonly OptionDefinition[], read: OptionValues): Message | undefined {
	for (const {name, placeholder, values} of definitions) {
		// A variable that is not set gives an empty value: it must not pass for one that was left out.
		if (placeholder !== undefined && listOf(read, name).some((given) => given.trim() === '')) {
			return message('usage.needsValue', {name, placeholder});
		}

		const value = textOf(read, name);
		if (values !== undefined && value !== undefined && !values.includes(value.toLowerCase())) {
			return message('usage.oneOf', {name, values});
		}
	}

	return undefined;
}

function firstUnknown(
	definitions: readonly OptionDefinition[],
	args: readonly string[],
): Message | undefined {
	const names = definitions.map(({name}) => `--${name}`);
	for (const argument of beforeOperands(args)) {
		const [name = ''] = argument.split('=', 1);
		if (/^--[a-z][\w-]*$/i.test(name) && !names.includes(name)) {
			// A key that lacks the blank before it would be part of the name.
			const near = closest(name, names);
			return looksLikeAKey(name)
				? message('usage.unknownOption.unnamed', {near})
				: message('usage.unknownOption', {name, near});
		}
	}

	return undefined;
}

/** Node's own message may carry a value; only the option's name is taken from it. */
function reasonOf(error: unknown, definitions: readonly OptionDefinition[]): Message {
	const words = error instanceof Error ? error.message : '';
	const [, option] = /'(?:-\w, )?(--[\w-]+|-\w)/.exec(words) ?? [];
	const definition = definitions.find(({name, short}) => option === `--${name}` || option === `-${short}`);
	if (definition === undefined) {
		return message('usage.optionNotKnown');
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

/** All values of a repeatable option, in their order. */
export function listOf(values: OptionValues, name: string): readonly string[] {
	const value = values[name];
	return Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
}

/** The value of an option; undefined where it is not given, is a switch, or is repeatable. */
export function textOf(values: OptionValues, name: string): string | undefined {
	const value = values[name];
	return typeof value === 'string' ? value : undefined;
}

/** Whether one of these options holds what looks like a key: in the wrong place, it must not be repeated. */
export function holdKey(values: OptionValues, names: readonly string[]): boolean {
	return names.some((name) => listOf(values, name).some((value) => looksLikeAKey(value)));
}

/** Whether a switch is given. */
export function isOn(values: OptionValues, name: string): boolean {
	return values[name] === true;
}
