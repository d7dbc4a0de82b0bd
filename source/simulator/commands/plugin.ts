import {outputFlag, quietFlag, switchFlag, valueFlag, wantsJson} from '../arguments.ts';
import type {Call, Command} from '../command.ts';
import {Failure, UsageFailure} from '../failure.ts';
import type {PluginName} from '../home.ts';
import {ask} from '../prompt.ts';
import {table} from '../table.ts';

const plugins: readonly {
	readonly name: PluginName;
	readonly aliases: readonly string[];
	readonly version: string;
	readonly isPrivate: boolean;
}[] = [
	// Install names and aliases are documented; the versions are those of the time of writing.
	{name: 'container-service', aliases: ['kubernetes-service', 'ks'], version: '1.0.864', isPrivate: true},
	{name: 'sl', aliases: [], version: '1.5.9', isPrivate: false},
];

/** `plugin list` and `plugin install`. */
export const pluginCommands: readonly Command[] = [
	{
		names: ['plugin list', 'plugins'],
		flags: [outputFlag, quietFlag],
		usage: 'ibmcloud plugin list [--output json]',
		effect: 'local',
		latencyMs: 300,
		run: listPlugins,
	},
	{
		names: ['plugin install'],
		flags: [switchFlag('-f', '--force'), valueFlag('-v'), valueFlag('-r'), switchFlag('-a'), quietFlag],
		usage: 'ibmcloud plugin install NAME[@VERSION] [-f] [-v VERSION] [-r REPO]',
		effect: 'local',
		latencyMs: 1500,
		run: installPlugin,
	},
];

function listPlugins(call: Call): void {
	const installed = plugins.filter(({name}) => call.home.hasPlugin(name));
	if (wantsJson(call.parsed)) {
		// Field names are seen; the `null` for no aliases is guessed.
		call.terminal.json(
			installed.map(({name, aliases, version}) => ({
				Name: name,
				Aliases: aliases.length === 0 ? null : aliases.slice(0, 1),
				Version: version,
				Status: '',
			})),
		);
		return;
	}
	call.terminal.say(call.terminal.words('listingPlugins'), '');
	const rows = installed.map(({name, aliases, version, isPrivate}) => [
		[name, ...aliases.slice(0, 1)].join('/'),
		version,
		'',
		String(isPrivate),
	]);
	call.terminal.table(
		table([['Plugin Name', 'Version', 'Status', 'Private endpoints supported'], ...rows], true),
	);
}

async function installPlugin(call: Call): Promise<void> {
	const {terminal} = call;
	const wanted = call.parsed.positionals[0]?.split('@')[0];
	if (wanted === undefined)
		throw new UsageFailure('Plug-in name is required.', 'ibmcloud plugin install NAME');
	terminal.say(`Looking up '${wanted}' from repository 'IBM Cloud'...`);
	const plugin = plugins.find(({name, aliases}) => name === wanted || aliases.includes(wanted));
	if (plugin === undefined) throw new Failure(`Plug-in '${wanted}' was not found in repository 'IBM Cloud'.`);
	const title = `${[plugin.name, ...plugin.aliases.slice(0, 1)].join('/')} ${plugin.version}`;
	terminal.say(`Plug-in '${title}' found in repository 'IBM Cloud'`);
	if (call.home.hasPlugin(plugin.name) && !call.parsed.has('-f')) {
		// That it asks is documented by the existence of -f; the wording is unknown.
		const answer = await ask(
			`Plug-in '${title}' was already installed. Do you want to re-install it? [y/N]> `,
		);
		if (!/^y(es)?$/i.test(answer)) return;
	}
	terminal.say(
		'Attempting to download the binary file...',
		' 54.29 MiB / 54.29 MiB [============================================] 100.00% 1s',
		'56929376 bytes downloaded',
		'Installing binary...',
	);
	const directory = call.home.installPlugin(plugin.name);
	terminal.ok();
	terminal.say(
		`Plug-in '${title}' was successfully installed into ${directory}. Use 'ibmcloud plugin show ${plugin.name}' to show its details.`,
	);
}
