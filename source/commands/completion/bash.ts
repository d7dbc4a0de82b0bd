import type {DescribedCommand} from '../described.ts';
import {optionsOfAll, spellings, takesWord, valueOf} from './scripts.ts';

/**
 * For `source <(classic-credentials completion bash)`. The line is taken apart here, since bash breaks words
 * at `=`; what stands before the last such break is left out of the answers. An `@` breaks too, but stays in
 * the word.
 */
export function bashScript(commands: readonly DescribedCommand[]): string {
	const options = optionsOfAll(commands);
	const expecting = options.filter((option) => takesWord(option)).flatMap((option) => spellings(option));
	const values = options.map((option) => {
		const {words, file} = valueOf(option);
		const known = [...words, ...(file === 'at' ? ['@'] : [])].join(' ');
		return `\t\t${spellings(option).join('|')}) words="${known}" files="${file}" ;;`;
	});
	const cases = commands.map(({name, options: own, operand}) => {
		const flags = own.flatMap((option) => spellings(option)).join(' ');
		return `\t\t${name}) options="${flags}" words="${(operand?.words ?? []).join(' ')}" ;;`;
	});
	return `_classic_credentials() {
	local line="\${COMP_LINE:0:$COMP_POINT}" current="" command="" expects="" options="" words="" files="none" start="" word i
	local -a typed
	read -ra typed <<< "$line"
	case "$line" in *[[:space:]]) ;; *) current="\${typed[\${#typed[@]}-1]}"; unset "typed[\${#typed[@]}-1]" ;; esac
	for word in "\${typed[@]:1}"; do
		if [ -n "$expects" ]; then expects=""; continue; fi
		case "$word" in
		${expecting.join('|')}) expects="$word" ;;
		-*) ;;
		*) [ -n "$command" ] || command="$word" ;;
		esac
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
		[ -n "$command" ] || words="${commands.map(({name}) => name).join(' ')}"
		case "\${#typed[@]}$current" in 1) ;; *) words="$words $options" ;; esac
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
