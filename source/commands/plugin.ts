import {version} from '../program-name.ts';
import {candidatesFor} from './completion/candidates.ts';
import {flagOf} from './help/layout.ts';
import type {DescribedCommand} from './command.ts';
import {commands} from './list.ts';

const namespace = 'classic-credentials';

/** Commands that the host is not offered: it completes, helps, and prints versions by itself. */
const ofHost = ['completion', 'help', 'version'];
const offered = commands.filter(({name}) => !ofHost.includes(name));

/** The answers to the two questions of the host of a plug-in. */
export const hostAnswers = {
	SendMetadata: (): string => JSON.stringify(pluginMetadata(version, offered)),
	SendCompletion: complete,
} as const;

/**
 * Answers `SendCompletion WORDS` like the scripts of `completion`, without what the host cannot use:
 * descriptions, file names, and names of commands that it has itself. Whether the words are those after
 * `ibmcloud` or after the namespace is unknown, so both are understood. @returns one candidate per line
 * (inferred: the form that the host takes).
 */
function complete(words: readonly string[]): string {
	const typed = words.filter((word, index) => index > 1 || !['ibmcloud', namespace].includes(word));
	return candidatesFor(typed)
		.map((candidate) => candidate.split('\t', 1)[0] ?? '')
		.filter((word) => !/^:|@$/.test(word) && !ofHost.includes(word))
		.map((word) => `${word}\n`)
		.join('');
}

/**
 * Returns what the host reads of a plug-in (from source: SDK `plugin/plugin.go`, `PluginMetadata`). @param
 * release the version of the program, `1.2.3`. @param shown the commands to offer.
 */
export function pluginMetadata(release: string, shown: readonly DescribedCommand[]) {
	const [major = 0, minor = 0, build = 0] = release.split(/[.+-]/, 3).map(Number);
	return {
		Name: namespace,
		Aliases: [],
		Version: {Major: major, Minor: minor, Build: build},
		// The oldest version that the host's own rules allow (from source: SDK).
		MinCliVersion: {Major: 2, Minor: 0, Build: 0},
		Namespaces: [
			{
				ParentName: '',
				Name: namespace,
				Aliases: [],
				Description: 'Set classic infrastructure credentials of Kubernetes clusters',
				Stage: '',
			},
		],
		Commands: shown.map((command) => ({
			Namespace: namespace,
			Name: command.name,
			Alias: '',
			Aliases: [],
			Description: command.summary,
			Usage: usageOf(command),
			Flags: command.options.map((option) => ({
				Name: option.short === undefined ? option.name : `${option.short},${option.name}`,
				Description: option.description,
				HasValue: option.placeholder !== undefined,
				Hidden: false,
			})),
			Hidden: false,
			Stage: '',
		})),
		SDKVersion: {Major: 1, Minor: 12, Build: 1},
		DelegateBashCompletion: true,
		// Without this the host refuses users of a private endpoint (documented). Only `ibmcloud` is used.
		PrivateEndpointSupported: true,
		IsAccessFromVPC: true,
		IsCobraPlugin: false,
	};
}

/** Returns the usage of a command for the host: all its options, with placeholders in capitals. */
function usageOf({name, operand, options}: DescribedCommand): string {
	const flags = options.map(({placeholder, ...option}) => {
		const inCapitals =
			placeholder === undefined ? option : {...option, placeholder: placeholder.toUpperCase()};
		return `[${flagOf(inCapitals)}${option.isRepeatable === true ? ' ...' : ''}]`;
	});
	return ['ibmcloud', namespace, name, ...(operand === undefined ? [] : [operand.name]), ...flags].join(' ');
}
