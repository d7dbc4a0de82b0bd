import {exitStatus} from '../../plan/status.ts';
import {message} from '../../text/message.ts';
import {shells} from '../common-options.ts';
import type {CommandContext, RefusedRun} from '../command.ts';

// Each script passes the typed words to the program, and shows its answer (`candidates.ts`).

/**
 * For `source <(classic-credentials completion bash)`. The script splits the line itself, since bash breaks
 * words at `=`, and leaves out of the answers what precedes the last such break. An `@` breaks words too, but
 * stays in them.
 */
const bashScript = `_classic_credentials() {
	local line="\${COMP_LINE:0:$COMP_POINT}" current start word file
	local -a typed
	read -ra typed <<< "$line"
	case "$line" in *[[:space:]]) typed+=("") ;; esac
	current="\${typed[\${#typed[@]}-1]}"
	COMPREPLY=()
	while IFS=$'\\t' read -r word _; do
		start="\${word#:}"
		case "$word" in
		:*@) while IFS= read -r file; do
				[ ! -d "$file" ] || file="$file/"
				COMPREPLY+=("$start$file")
			done < <(compgen -f -- "\${current#"$start"}") ;;
		:*) while IFS= read -r file; do COMPREPLY+=("$start$file"); done < <(compgen -f -- "\${current#"$start"}")
			compopt -o filenames 2>/dev/null ;;
		*) COMPREPLY+=("$word") ;;
		esac
	done < <(printf '%s\\n' "\${typed[@]:1}" | command classic-credentials __complete 2>/dev/null)
	case "\${COMPREPLY[*]}" in *@|*/) compopt -o nospace 2>/dev/null ;; esac
	word="\${current##*["\${COMP_WORDBREAKS//@/}"]}"
	COMPREPLY=("\${COMPREPLY[@]#"\${current%"$word"}"}")
}
complete -F _classic_credentials classic-credentials
`;

/** For a file named `_classic-credentials` in `fpath`, or to be sourced. */
const zshScript = `#compdef classic-credentials
_classic_credentials() {
	local word said
	local -a described
	printf '%s\\n' "\${(@)words[2,CURRENT-1]}" "$PREFIX" | command classic-credentials __complete 2>/dev/null |
		while IFS=$'\\t' read -r word said; do
			case "$word" in
			:*) compset -P "\${(b)word#:}"; _files ;;
			*@) compadd -S '' -- "$word" ;;
			*) described+=("\${word//:/\\\\:}:$said") ;;
			esac
		done
	_describe 'classic-credentials' described
}
if [[ "$funcstack[1]" == _classic-credentials ]]; then _classic_credentials "$@"; else compdef _classic_credentials classic-credentials; fi
`;

/** For `~/.config/fish/completions/classic-credentials.fish`. */
const fishScript = `function __classic_credentials
	set -l before (commandline -opc)
	set -l current (commandline -ct)
	printf '%s\\n' $before[2..] "$current" | command classic-credentials __complete 2>/dev/null | while read -l word
		if string match -q ':*' -- $word
			set -l start (string sub -s 2 -- $word)
			__fish_complete_path (string replace -- "$start" '' "$current") | string replace -r '^' -- "$start"
		else
			printf '%s\\n' $word
		end
	end
end
complete -c classic-credentials -f -a '(__classic_credentials)'
`;

const scripts = {bash: bashScript, zsh: zshScript, fish: fishScript} as const satisfies Record<
	(typeof shells)[number],
	unknown
>;

/** Runs `classic-credentials completion SHELL`: prints a script that asks the program itself. */
export async function completion({process, operands}: CommandContext): Promise<number | RefusedRun> {
	const [shell = ''] = operands;
	if (operands.length !== 1 || !Object.hasOwn(scripts, shell)) {
		return {ok: false, reason: message('usage.shell', {shells})};
	}

	process.stdout.write(scripts[shell as keyof typeof scripts]);
	return exitStatus.done;
}
