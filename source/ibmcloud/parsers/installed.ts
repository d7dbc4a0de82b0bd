import {cleanLine} from '../../secrets/clean.ts';
import type {Plugin} from '../types.ts';
import {fieldOf, listOf, parseJson, plainText, rowsIn, textField} from './fields.ts';

/**
 * Parses the version, from `ibmcloud version` (seen: `2.0.0+5a84b9b-2021-06-23T17:07:07+00:00` after those
 * words; that current versions keep the form is inferred), without build number and date.
 */
export function parseVersion(stdout: string): string | undefined {
	// The line decides, by its first word `ibmcloud`, once `bx`: an update notice has a version, too.
	const text = plainText(stdout);
	const match =
		/^[^\S\n]*(?:ibmcloud|bluemix|bx)\S*\s.*?\bv?(\d+\.\d+\.\d+(?:-[0-9A-Za-z.]+)?)/mu.exec(text) ??
		/^[^\S\n]*v?(\d+\.\d+\.\d+)\b/mu.exec(text);
	return match?.[1] === undefined ? undefined : cleanLine(match[1], 40);
}

/** The CLI's names for the plug-in of the Kubernetes service (documented). */
const kubernetesNames = ['container-service', 'kubernetes-service', 'ks'];

/**
 * Parses the installed plug-ins, from `ibmcloud plugin list --output json` (seen: `{Name, Aliases, Version,
 * Status}`, color codes inside the strings, `Aliases` null) or its table. The plug-in of the Kubernetes
 * service is always called `container-service`, whichever of its names comes first.
 */
export function parsePluginList(stdout: string): readonly Plugin[] | undefined {
	return (
		listOf(parseJson(stdout))?.flatMap((element) => {
			const aliases = fieldOf(element, 'Aliases', 'Alias');
			const others = (listOf(aliases) ?? [aliases]).map((alias) => textField({alias}, 'alias'));
			return pluginCalled([textField(element, 'Name'), ...others], textField(element, 'Version'));
		}) ??
		// Seen: `container-service/kubernetes-service   1.0.864   …`; headings are translated, rows are not.
		rowsIn(stdout, /^\s*(\S+)\s+(\d+\.\d+\.\d+\S*)(?:\s|$)/u)?.flatMap(([, name = '', version = '']) =>
			pluginCalled([name], version),
		)
	);
}

/** Returns the installed plug-in with that name, or undefined. */
export function findPlugin(plugins: readonly Plugin[], name: 'container-service' | 'sl'): Plugin | undefined {
	return plugins.find((plugin) => plugin.name === name);
}

function pluginCalled(names: readonly string[], version: string): readonly Plugin[] {
	const all = names.flatMap((name) => cleanLine(name, 100).split(/[/[\]\s]/u)).filter((name) => name !== '');
	const name = all.some((candidate) => kubernetesNames.includes(candidate)) ? 'container-service' : all[0];
	return name === undefined ? [] : [{name, version: cleanLine(version, 100)}];
}
