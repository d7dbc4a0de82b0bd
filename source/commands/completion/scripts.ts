import type {OptionDefinition} from '../options.ts';

/** What can be completed: commands with their options, and the values that are known beforehand. */
export interface Completion {
	readonly commands: ReadonlyArray<{
		readonly name: string;
		readonly summary: string;
		readonly options: readonly OptionDefinition[];
	}>;
	/** Values by option name. */
	readonly values: Readonly<Record<string, readonly string[]>>;
	/** Values of a command's operand. */
	readonly operands: Readonly<Record<string, readonly string[]>>;
}

/** For `source <(classic-credentials completion bash)`. */
export function bashScript({commands, values, operands}: Completion): string {
	const cases = commands.map(
		({name, options}) =>
			`\t${name}) words="${[...flagsOf(options), ...(operands[name] ?? [])].join(' ')}" ;;`,
	);
	const valueCases = Object.entries(values).map(
		([name, known]) => `\t--${name}) words="${known.join(' ')}" ;;`,
	);
	return `_classic_credentials() {
	local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" words=""
	case "$previous" in
${valueCases.join('\n')}
	--infrastructure-api-key) compopt -o nospace; words="@ -" ;;
	esac
	if [ -z "$words" ]; then
		case "$command" in
${cases.map((line) => `\t${line}`).join('\n')}
		*) words="${commands.map(({name}) => name).join(' ')} ${flagsOf(commands[0]?.options ?? []).join(' ')}" ;;
		esac
	fi
	COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -F _classic_credentials classic-credentials
`;
}

/** For a file named `_classic-credentials` in `fpath`, or to be sourced. */
export function zshScript({commands, values, operands}: Completion): string {
	const cases = commands.map(({name, options}) => {
		const specifications = options.map((option) => `'${zshOption(option, values)}'`);
		const operand = operands[name];
		return `\t\t${name}) _arguments ${[...specifications, ...(operand === undefined ? [] : [`'1:shell:(${operand.join(' ')})'`])].join(' ')} ;;`;
	});
	const described = commands.map(({name, summary}) => `'${name}:${quoted(summary)}'`);
	return `#compdef classic-credentials
_classic_credentials() {
	local -a commands
	commands=(${described.join(' ')})
	if (( CURRENT == 2 )) && [[ "$words[2]" != -* ]]; then
		_describe command commands
		return
	fi
	local command="$words[2]"
	if [[ "$command" == -* ]]; then command=${commands[0]?.name ?? ''}; else shift words; (( CURRENT-- )); fi
	case "$command" in
${cases.join('\n')}
	esac
}
if [[ "$funcstack[1]" == _classic-credentials ]]; then _classic_credentials "$@"; else compdef _classic_credentials classic-credentials; fi
`;
}

/** For `~/.config/fish/completions/classic-credentials.fish`. */
export function fishScript({commands, values, operands}: Completion): string {
	const names = commands.map(({name}) => name).join(' ');
	const lines = commands.flatMap(({name, summary, options}) => {
		const seen = `__fish_seen_subcommand_from ${name}`;
		const condition =
			name === commands[0]?.name ? `not __fish_seen_subcommand_from ${names}; or ${seen}` : seen;
		return [
			`complete -c classic-credentials -f -n "not __fish_seen_subcommand_from ${names}" -a ${name} -d '${quoted(summary)}'`,
			...options.map((option) => fishOption(option, condition, values)),
			...(operands[name] ?? []).map(
				(operand) => `complete -c classic-credentials -f -n "${seen}" -a ${operand}`,
			),
		];
	});
	return `${[...new Set(lines)].join('\n')}\n`;
}

function flagsOf(options: readonly OptionDefinition[]): string[] {
	return options.map(({name}) => `--${name}`);
}

function zshOption(
	{name, placeholder, description, isRepeatable}: OptionDefinition,
	values: Completion['values'],
): string {
	const known = values[name];
	const value =
		placeholder === undefined ? '' : `:${placeholder}:${known === undefined ? '' : `(${known.join(' ')})`}`;
	return `${isRepeatable === true ? '*' : ''}--${name}[${quoted(description).replaceAll(/[[\]:]/g, ' ')}]${value}`;
}

function fishOption(
	{name, short, placeholder, description}: OptionDefinition,
	condition: string,
	values: Completion['values'],
): string {
	const known = values[name];
	const shortPart = short === undefined ? '' : ` -s ${short}`;
	const valuePart =
		placeholder === undefined ? '' : known === undefined ? ' -r' : ` -x -a '${known.join(' ')}'`;
	return `complete -c classic-credentials -f -n "${condition}" -l ${name}${shortPart}${valuePart} -d '${quoted(description)}'`;
}

/** Inside single quotes a shell takes everything but the quote itself. */
function quoted(text: string): string {
	return text.replaceAll("'", '’');
}
