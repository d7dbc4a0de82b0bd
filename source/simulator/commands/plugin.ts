import type {Call, Command} from '../call.ts';
import {Failure, UsageFailure} from '../failure.ts';
import type {PluginName} from '../home.ts';
import {ask} from '../prompt.ts';
import {goJson, lines, table} from '../text.ts';

interface Plugin {
	readonly name: PluginName;
	readonly aliases: readonly string[];
	readonly version: string;
	readonly isPrivate: boolean;
}

// Install names and aliases are documented; the versions are those of the time of writing.
const plugins: readonly Plugin[] = [
	{name: 'container-service', aliases: ['kubernetes-service', 'ks'], version: '1.0.864', isPrivate: true},
	{name: 'sl', aliases: [], version: '1.5.9', isPrivate: false},
];

/** `plugin list` and `plugin install`. */
export const pluginCommands: readonly Command[] = [
	{names: ['plugin list', 'plugins'], flags: '--output|-o= -q|--quiet', latency: 300, run: listPlugins},
	{names: ['plugin install'], flags: '-f|--force -v= -r= -a -q|--quiet', latency: 1500, run: installPlugin},
];

function listPlugins({home, flags, voice}: Call): string {
	const installed = plugins.filter(({name}) => home.hasPlugin(name));
	if (flags.wantsJson) {
		// Field names are seen; the `null` for no aliases is guessed.
		return goJson(
			installed.map(({name, aliases, version}) => ({
				Name: name,
				Aliases: aliases.length === 0 ? null : aliases.slice(0, 1),
				Version: version,
				Status: '',
			})),
		);
	}
	const rows = installed.map((plugin) => [displayName(plugin), plugin.version, '', String(plugin.isPrivate)]);
	const header = ['Plugin Name', 'Version', 'Status', 'Private endpoints supported'];
	return lines(voice.sentence('listingPlugins'), '') + table([header, ...rows], true);
}

async function installPlugin({flags, home, say, voice}: Call): Promise<string> {
	const wanted = flags.positionals[0]?.split('@')[0];
	if (wanted === undefined)
		throw new UsageFailure('Plug-in name is required.', 'ibmcloud plugin install NAME');
	say(`Looking up '${wanted}' from repository 'IBM Cloud'...`);
	const plugin = plugins.find(({name, aliases}) => name === wanted || aliases.includes(wanted));
	if (plugin === undefined) throw new Failure(`Plug-in '${wanted}' was not found in repository 'IBM Cloud'.`);
	const title = `${displayName(plugin)} ${plugin.version}`;
	say(`Plug-in '${title}' found in repository 'IBM Cloud'`);
	if (home.hasPlugin(plugin.name) && !flags.has('-f')) {
		// That it asks is documented by the existence of -f; the wording is unknown.
		const answer = await ask(
			`Plug-in '${title}' was already installed. Do you want to re-install it? [y/N]> `,
		);
		if (!/^y(es)?$/i.test(answer)) return '';
	}
	say(
		'Attempting to download the binary file...',
		' 54.29 MiB / 54.29 MiB [============================================] 100.00% 1s',
		'56929376 bytes downloaded',
		'Installing binary...',
	);
	const place = home.installPlugin(plugin.name);
	const next = `Use 'ibmcloud plugin show ${plugin.name}' to show its details.`;
	return voice.ok + lines(`Plug-in '${title}' was successfully installed into ${place}. ${next}`);
}

function displayName({name, aliases}: Plugin): string {
	return [name, ...aliases.slice(0, 1)].join('/');
}
