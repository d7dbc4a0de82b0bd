import type {DescribedCommand} from '../list.ts';
import type {OptionDefinition} from '../options.ts';
import {optionsOfAll, quoted, spellings, takesWord, valueOf} from './scripts.ts';

/** What has its value in the word behind it. */
function takers(options: readonly OptionDefinition[]): string[] {
	return options.filter((option) => takesWord(option)).flatMap((option) => spellings(option));
}

/**
 * For `source <(classic-credentials completion bash)`. The line is taken apart here, since bash breaks words
 * at `=`; what stands before the last such break is left out of the answers. An `@` breaks too, but stays in
 * the word.
 */
export function bashScript(commands: readonly DescribedCommand[]): string {
	const options = optionsOfAll(commands);
	const expecting = takers(options);
	const values = options.map((option) => {
		const {words, file} = valueOf(option);
		const known = [...words, ...(file === 'at' ? ['@'] : [])].join(' ');
		return `\t\t${spellings(option).join('|')}) words="${known}" files="${file}" ;;`;
	});
	const cases = commands.map(({name, options: own, operand}) => {
		return `\t\t${name}) options="${flagsOf(own)}" words="${(operand?.words ?? []).join(' ')}" ;;`;
	});
	const offers = commands.map(
		({name, options: own}) => `\t\t\t_classic_credentials_takes "${flagsOf(own)}" && words="$words ${name}"`,
	);
	return `_classic_credentials_takes() {
	local word
	for word in $before; do case " $1 " in *" $word "*) ;; *) return 1 ;; esac; done
}
_classic_credentials() {
	local line="\${COMP_LINE:0:$COMP_POINT}" current="" before="" command="" expects="" options="" words="" files="none" start="" word i
	local -a typed
	read -ra typed <<< "$line"
	case "$line" in *[[:space:]]) ;; *) current="\${typed[\${#typed[@]}-1]}"; unset "typed[\${#typed[@]}-1]" ;; esac
	for word in "\${typed[@]:1}"; do
		if [ -n "$expects" ]; then expects=""; continue; fi
		case "$word" in
		--*) before="$before \${word%%=*}" ;;
		-*) before="$before \${word:0:2}" ;;
		*) [ -n "$command" ] || command="$word" ;;
		esac
		case "$word" in ${expecting.join('|')}) expects="$word" ;; esac
	done
	case "$current" in
	--*=*) [ -n "$expects" ] || { expects="\${current%%=*}"; start="$expects="; } ;;
	esac
	if [ -n "$expects" ]; then
		case "$expects" in
${values.join('\n')}
		esac
	else
		case "\${command:-${commands[0]?.name ?? ''}}" in
${cases.join('\n')}
		esac
		if [ -z "$command" ]; then
${offers.join('\n')}
		fi
		case "$current" in -*) words="$options" ;; *) [ -n "$words" ] || words="$options" ;; esac
	fi
	local value="\${current#"$start"}" broken=""
	COMPREPLY=()
	while IFS= read -r word; do COMPREPLY+=("$start$word"); done < <(compgen -W "$words" -- "$value")
	case "$files$value" in
	plain*) while IFS= read -r word; do COMPREPLY+=("$start$word"); done < <(compgen -f -- "$value") ;;
	at@*) COMPREPLY=(); while IFS= read -r word; do [ ! -d "$word" ] || word="$word/"; COMPREPLY+=("$start@$word"); done < <(compgen -f -- "\${value#@}") ;;
	esac
	[ "$files" != plain ] || compopt -o filenames 2>/dev/null
	case "\${COMPREPLY[*]}" in "$start@"|*/) compopt -o nospace 2>/dev/null ;; esac
	for ((i = 0; i < \${#current}; i++)); do
		case "\${COMP_WORDBREAKS//@/}" in *"\${current:i:1}"*) broken="\${current:0:i+1}" ;; esac
	done
	COMPREPLY=("\${COMPREPLY[@]#"$broken"}")
}
complete -F _classic_credentials classic-credentials
`;
}

/** For `~/.config/fish/completions/classic-credentials.fish`. */
export function fishScript(commands: readonly DescribedCommand[]): string {
	const expecting = takers(optionsOfAll(commands));
	const lines = commands.flatMap(({name, summary, options, operand}, index) => {
		const isHere = `-n '__classic_credentials_is ${index === 0 ? `none ${name}` : name}'`;
		return [
			`complete -c classic-credentials -n '__classic_credentials_offers ${flagsOf(options)}' -a ${name} -d '${quoted(summary)}'`,
			...options.map((option) => fishOption(option, isHere)),
			...(operand === undefined
				? []
				: [`complete -c classic-credentials ${isHere} -a '${operand.words.join(' ')}'`]),
		];
	});
	return `function __classic_credentials_is
	set -l command none
	set -l expects no
	set -l words (commandline -opc)
	set -e words[1]
	for word in $words
		if test $expects = yes
			set expects no
		else if contains -- $word ${expecting.join(' ')}
			set expects yes
		else if test $command = none; and not string match -q -- '-*' $word
			set command $word
		end
	end
	contains -- $command $argv
end
function __classic_credentials_offers
	__classic_credentials_is none; or return 1
	set -l words (commandline -opc)
	set -e words[1]
	for word in $words
		string match -q -- '-*' $word; or continue
		contains -- (string replace -r '^(--[^=]*|-.).*' '$1' -- $word) $argv; or return 1
	end
	return 0
end
function __classic_credentials_file
	set -l value (string replace -r '^--[a-z-]+=' '' -- (commandline -ct))
	if string match -q -- '@*' $value
		__fish_complete_path (string sub -s 2 -- $value) | string replace -r '^' '@'
	else
		printf '%s\\n' @ $argv
	end
end
complete -c classic-credentials -f
${lines.join('\n')}
`;
}

function fishOption(option: OptionDefinition, isHere: string): string {
	const {name, short, description} = option;
	const {words, file} = valueOf(option);
	const names = `-l ${name}${short === undefined ? '' : ` -s ${short}`}`;
	const known = words.length === 0 ? '' : ` -a '${words.join(' ')}'`;
	const value =
		file === 'plain'
			? ' -rF'
			: file === 'at'
				? ` -x -a '(__classic_credentials_file ${words.join(' ')})'`
				: `${takesWord(option) ? ' -x' : ''}${known}`;
	return `complete -c classic-credentials ${isHere} ${names}${value} -d '${quoted(description)}'`;
}

/** For a file named `_classic-credentials` in `fpath`, or to be sourced. */
export function zshScript(commands: readonly DescribedCommand[]): string {
	const [first] = commands;
	const offers = commands.map(
		({name, summary, options}) =>
			`\t\ttakes=(${flagsOf(options)}); [[ -n "\${before:|takes}" ]] || commands+=('${name}:${quoted(summary)}')`,
	);
	const cases = commands.map(({name, options, operand}) => {
		const rest = operand === undefined ? '' : ` '1:${operand.name}:(${operand.words.join(' ')})'`;
		return `\t\t${name}) _arguments -s ${specifications(options)}${rest} ;;`;
	});
	return `#compdef classic-credentials
_classic_credentials_file() {
	if compset -P '@'; then _files; else compadd -S '' -- @; [[ -z "$1" ]] || compadd -- "$1"; fi
}
_classic_credentials() {
	local curcontext="$curcontext" state line word
	local -a before takes commands
	_arguments -C -s -A '-*' ${specifications(first?.options ?? [])} '1: :->command' '*:: :->rest' && return
	case "$state" in
	command)
		for word in "\${(@)words[2,CURRENT-1]}"; do
			case "$word" in --*) before+=("\${word%%=*}") ;; -?*) before+=("\${word[1,2]}") ;; esac
		done
${offers.join('\n')}
		_describe command commands ;;
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
	const said = quoted(description).replaceAll(/[[\]]/g, String.raw`\$&`);
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

/** All spellings of options, with blanks between them. */
function flagsOf(options: readonly OptionDefinition[]): string {
	return options.flatMap((option) => spellings(option)).join(' ');
}
