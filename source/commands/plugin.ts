import {version} from '../program-name.ts';
import {candidatesFor} from './completion/candidates.ts';
import {flagOf} from './help/layout.ts';
import type {DescribedCommand} from './command.ts';
import {commands} from './list.ts';

const namespace = 'classic-credentials';

/** The host completes, helps, and says versions by itself. */
const ofHost = ['completion', 'help', 'version'];
const offered = commands.filter(({name}) => !ofHost.includes(name));

/** What the host of a plug-in is answered to its two own questions. */
export const hostAnswers = {
	SendMetadata: (): string => JSON.stringify(pluginMetadata(version, offered)),
	SendCompletion: complete,
} as const;

/**
 * Answers `SendCompletion WORDS` as the scripts of `completion` are answered, without what the host cannot
 * take: descriptions, names of files, and commands of its own. That the words are those behind `ibmcloud`, or
 * behind the namespace, is unknown, so both are understood.
 *
 * @returns one candidate a line; that the host takes them so is inferred.
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
 * What the host of a plug-in reads of it (from source: SDK `plugin/plugin.go`, `PluginMetadata`).
 *
 * @param release the version of the program, `1.2.3`. @param shown the commands that the host is to offer.
 */
export function pluginMetadata(release: string, shown: readonly DescribedCommand[]) {
	const [major = 0, minor = 0, build = 0] = release.split(/[.+-]/, 3).map(Number);
	return {
		Name: namespace,
		Aliases: [],
		Version: {Major: major, Minor: minor, Build: build},
		// The oldest that the host's own rules allow (from source: SDK).
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
		// Only `ibmcloud` is used; without this the host refuses whoever has a private endpoint (documented).
		PrivateEndpointSupported: true,
		IsAccessFromVPC: true,
		IsCobraPlugin: false,
	};
}

/** How a command is called there, with every option that it has; whatever is filled in is in capitals. */
function usageOf({name, operand, options}: DescribedCommand): string {
	const flags = options.map(({placeholder, ...option}) => {
		const inCapitals =
			placeholder === undefined ? option : {...option, placeholder: placeholder.toUpperCase()};
		return `[${flagOf(inCapitals)}${option.isRepeatable === true ? ' ...' : ''}]`;
	});
	return ['ibmcloud', namespace, name, ...(operand === undefined ? [] : [operand.name]), ...flags].join(' ');
}
