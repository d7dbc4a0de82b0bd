import type {DescribedCommand} from '../described.ts';
import type {OptionDefinition} from '../options.ts';
import {optionsOfAll, quoted, spellings, takesWord, valueOf} from './scripts.ts';

/** For `~/.config/fish/completions/classic-credentials.fish`. */
export function fishScript(commands: readonly DescribedCommand[]): string {
	const expecting = optionsOfAll(commands)
		.filter((option) => takesWord(option))
		.flatMap((option) => spellings(option));
	const lines = commands.flatMap(({name, summary, options, operand}, index) => {
		const isHere = `-n '__classic_credentials_is ${index === 0 ? `none ${name}` : name}'`;
		return [
			`complete -c classic-credentials -n '__classic_credentials_is none' -a ${name} -d '${quoted(summary)}'`,
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
