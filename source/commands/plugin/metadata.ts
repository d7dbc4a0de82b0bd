import {usageOf, type DescribedCommand} from '../described.ts';
import type {OptionDefinition} from '../options.ts';

const name = 'classic-credentials';

/**
 * What the host of a plug-in reads of it (from source: SDK `plugin/plugin.go`, `PluginMetadata`).
 *
 * @param version of the program, `1.2.3`. @param commands those that the host is to offer.
 */
export function pluginMetadata(version: string, commands: readonly DescribedCommand[]) {
	const [major = 0, minor = 0, build = 0] = version.split(/[.+-]/, 3).map(Number);
	return {
		Name: name,
		Aliases: [],
		Version: {Major: major, Minor: minor, Build: build},
		// The oldest that the host's own rules allow (from source: SDK).
		MinCliVersion: {Major: 2, Minor: 0, Build: 0},
		Namespaces: [
			{
				ParentName: '',
				Name: name,
				Aliases: [],
				Description: 'Set classic infrastructure credentials of Kubernetes clusters',
				Stage: '',
			},
		],
		Commands: commands.map((command) => ({
			Namespace: name,
			Name: command.name,
			Alias: '',
			Aliases: [],
			Description: command.summary,
			// Whatever is filled in has to be in capitals there.
			Usage: usageOf(`ibmcloud ${name}`, {...command, options: command.options.map(inCapitals)}),
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

function inCapitals(option: OptionDefinition): OptionDefinition {
	return option.placeholder === undefined
		? option
		: {...option, placeholder: option.placeholder.toUpperCase()};
}
