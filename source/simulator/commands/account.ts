import type {Call, SimulatedCommand} from '../call.ts';
import {requireAccount, requireSession} from '../session.ts';
import {ensure, lines} from '../output.ts';

const output = 'output= quiet|q';

// The form is seen in old transcripts; that current versions keep it is inferred.
const version = 'ibmcloud version 2.38.1+5a84b9b-2026-07-15T17:07:07+00:00';

// Install names and aliases are documented, field names seen; the versions are those at the time of writing.
const plugins = [
	{Name: 'container-service', Aliases: ['kubernetes-service'], Version: '1.0.864', Status: ''},
	{Name: 'sl', Aliases: null, Version: '1.5.9', Status: ''},
] as const;

/** Commands for version, plug-ins, accounts, resource groups and tokens. */
export const accountCommands: readonly SimulatedCommand[] = [
	{name: 'version', flags: 'quiet|q', latency: 100, run: () => lines(version)},
	{name: 'plugin list', flags: output, latency: 300, run: listPlugins},
	{name: 'plugin install', flags: 'force|f', latency: 1500, run: installPlugin},
	{name: 'account show', flags: output, latency: 700, run: showAccount},
	{name: 'account list', flags: output, latency: 800, run: listAccounts},
	{name: 'resource groups', flags: output, latency: 900, run: listGroups},
	{name: 'iam oauth-tokens', flags: output, latency: 400, run: showTokens},
];

function listPlugins({directory}: Call): object {
	return plugins.filter(({Name}) => directory.hasPlugin(Name));
}

function installPlugin({flags, directory, say, voice}: Call): string {
	const [wanted = ''] = flags.positionals;
	const plugin = plugins.find(({Name}) => Name === wanted);
	ensure(plugin !== undefined, `Plug-in '${wanted}' was not found in repository 'IBM Cloud'.`);
	const title = `Plug-in '${plugin.Name} ${plugin.Version}'`;
	say(`${title} found in repository 'IBM Cloud'`, 'Installing binary...');
	return (
		voice.ok + lines(`${title} was successfully installed into ${directory.installPlugin(plugin.Name)}.`)
	);
}

/** Public scripts read these fields (seen). */
function showAccount(call: Call): object {
	const {guid, name, classicNumber} = requireAccount(call).account;
	return {account_id: guid, name, ims_account_id: classicNumber};
}

/** One of two shapes seen in public scripts. */
function listAccounts(call: Call): object {
	requireSession(call);
	return call.services.accounts.map(({guid, name}) => ({account_id: guid, name, state: 'ACTIVE'}));
}

function listGroups(call: Call): object {
	const {guid, groups} = requireAccount(call).account;
	const common = {account_id: guid, state: 'ACTIVE'};
	return groups.map(({id, name, isDefault}) => ({id, name, default: isDefault, ...common}));
}

function showTokens(call: Call): object {
	return {iam_token: requireSession(call).configuration.IAMToken};
}
