import type {DescribedCommand} from '../described.ts';
import type {OptionDefinition} from '../options.ts';
import {quoted, spellings, takesWord, valueOf} from './scripts.ts';

/** For a file named `_classic-credentials` in `fpath`, or to be sourced. */
export function zshScript(commands: readonly DescribedCommand[]): string {
	const [first] = commands;
	const described = commands.map(({name, summary}) => `'${name}:${quoted(summary)}'`);
	const cases = commands.map(({name, options, operand}) => {
		const rest = operand === undefined ? '' : ` '1:${operand.name}:(${operand.words.join(' ')})'`;
		return `\t\t${name}) _arguments -s ${specifications(options)}${rest} ;;`;
	});
	return `#compdef classic-credentials
_classic_credentials_file() {
	if compset -P '@'; then _files; else compadd -S '' -- @; [[ -z "$1" ]] || compadd -- "$1"; fi
}
_classic_credentials() {
	local curcontext="$curcontext" state line
	local -a commands
	commands=(${described.join(' ')})
	_arguments -C -s -A '-*' ${specifications(first?.options ?? [])} '1: :->command' '*:: :->rest' && return
	case "$state" in
	command) _describe command commands ;;
	rest)
		case "$words[1]" in
${cases.join('\n')}
		esac ;;
	esac
}
if [[ "$funcstack[1]" == _classic-credentials ]]; then _classic_credentials "$@"; else compdef _classic_credentials classic-credentials; fi
`;
}

function specifications(options: readonly OptionDefinition[]): string {
	return options.flatMap((option) => specificationsOf(option)).join(' ');
}

/** One for each spelling: the value of a long option may follow an equals sign, that of `--demo` has to. */
function specificationsOf(option: OptionDefinition): string[] {
	const {placeholder, implied, isRepeatable, description} = option;
	const others = isRepeatable === true ? '*' : `(${spellings(option).join(' ')})`;
	const said = quoted(description).replaceAll(/[[\]:]/g, ' ');
	return spellings(option).map((spelling) => {
		const isLong = spelling.startsWith('--');
		const joint = implied === undefined ? (takesWord(option) ? (isLong ? '=' : '+') : '') : '=-';
		const colons = implied === undefined ? (takesWord(option) ? ':' : undefined) : '::';
		const value = colons === undefined ? '' : `${colons}${placeholder ?? 'NAME'}:${actionOf(option)}`;
		return `'${others}${spelling}${joint}[${said}]${value.replaceAll('|', ' or ')}'`;
	});
}

function actionOf(option: OptionDefinition): string {
	const {words, file} = valueOf(option);
	return {
		plain: '_files',
		at: `{_classic_credentials_file ${words.join(' ')}}`,
		none: words.length === 0 ? '' : `(${words.join(' ')})`,
	}[file];
}
