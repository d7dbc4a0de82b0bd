import {outputFlag, quietFlag, switchFlag, valueFlag, wantsJson} from '../arguments.ts';
import type {Call, Command} from '../command.ts';
import {Failure} from '../failure.ts';
import {scopeOfFlag} from '../ks-scope.ts';
import {ask} from '../prompt.ts';
import {cities, classicRegions} from '../regions.ts';
import {table} from '../table.ts';
import {findCluster} from './cluster.ts';

const infoUsage = 'ibmcloud ks api-key info --cluster CLUSTER [--output json] [-q]';
const resetUsage = 'ibmcloud ks api-key reset --region REGION [-f] [--output json] [-q]';

/** `ks api-key …` and `ks locations`. */
export const otherKsCommands: readonly Command[] = [
	{
		names: ['ks api-key info'],
		plugin: 'container-service',
		flags: [valueFlag('--cluster', '-c'), outputFlag, quietFlag],
		usage: infoUsage,
		effect: 'read',
		latencyMs: 1000,
		run: showApiKeyOwner,
	},
	{
		names: ['ks api-key reset'],
		plugin: 'container-service',
		flags: [valueFlag('--region'), switchFlag('-f', '--force'), outputFlag, quietFlag],
		usage: resetUsage,
		effect: 'write',
		latencyMs: 1500,
		run: resetApiKey,
	},
	{
		names: ['ks locations'],
		plugin: 'container-service',
		flags: [outputFlag, quietFlag],
		usage: 'ibmcloud ks locations [--output json] [-q]',
		effect: 'read',
		latencyMs: 700,
		run: listLocations,
	},
];

function showApiKeyOwner(call: Call): void {
	const asJson = wantsJson(call.parsed);
	const {cluster} = findCluster(call, infoUsage);
	const {name, email} = call.world.operator;
	if (asJson) {
		// Documented to exist; its field names are unknown.
		call.terminal.json({email, name});
		return;
	}
	call.terminal.say(`Getting information about the API key owner for cluster ${cluster.name}...`);
	call.terminal.ok();
	call.terminal.table(
		table([
			['Name', 'Email'],
			[name, email],
		]),
	);
}

async function resetApiKey(call: Call): Promise<void> {
	const scope = scopeOfFlag(call, resetUsage);
	if (!call.parsed.has('-f')) {
		// That it asks without -f is documented; the wording is unknown.
		const answer = await ask(
			`Reset the API key for region ${scope.region} and resource group ${scope.group.name}? [y/N]> `,
		);
		if (!/^y(es)?$/i.test(answer)) throw new Failure('The API key was not reset.');
	}
	call.terminal.ok();
}

function listLocations(call: Call): void {
	const places = classicRegions.flatMap(({name, dataCenters}) =>
		dataCenters.map((dataCenter) => ({region: name, dataCenter})),
	);
	if (!wantsJson(call.parsed)) {
		call.terminal.ok();
		call.terminal.table(
			table([['Data Center', 'Region'], ...places.map(({dataCenter, region}) => [dataCenter, region])]),
		);
		return;
	}
	// The shape of GET /v1/locations (from source); that the CLI prints it is inferred.
	call.terminal.json(
		places.map(({dataCenter, region}) => {
			const metro = dataCenter.slice(0, 3);
			const [city = metro, country = '', geography = ''] = cities[metro] ?? [];
			return {
				country,
				display_name: `${city} ${dataCenter.slice(3)}`,
				geography,
				id: dataCenter,
				kind: 'dc',
				metro,
				multizone_metro: isSingle(dataCenter, region) ? '' : metro,
				name: dataCenter,
				supportsFree: false,
			};
		}),
	);
}

/** Whether it is the only data centre of its city. */
function isSingle(dataCenter: string, regionName: string): boolean {
	const region = classicRegions.find((candidate) => candidate.name === regionName);
	return region?.dataCenters.filter((other) => other.startsWith(dataCenter.slice(0, 3))).length === 1;
}
