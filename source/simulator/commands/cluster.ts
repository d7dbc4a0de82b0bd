import {randomBytes} from 'node:crypto';

import {listFlag, outputFlag, quietFlag, required, switchFlag, valueFlag, wantsJson} from '../arguments.ts';
import type {Call, Command} from '../command.ts';
import {Failure} from '../failure.ts';
import {scopeOf} from '../ks-scope.ts';
import {cities, regionOfDataCenter, regionOfName} from '../regions.ts';
import {requireAccount} from '../session.ts';
import {table} from '../table.ts';
import type {Account, Cluster} from '../world.ts';

const kubernetesVersion = '1.32.9_1587';
const createUsage =
	'ibmcloud ks cluster create classic --name NAME --zone ZONE --flavor FLAVOR [--workers N] [-q]';
const clusterFlag = valueFlag('--cluster', '-c');

/** `ks cluster …`, as far as classic clusters are concerned. */
export const clusterCommands: readonly Command[] = [
	{
		names: ['ks cluster ls', 'ks clusters', 'ks cluster list'],
		plugin: 'container-service',
		flags: [valueFlag('--provider'), listFlag('--location', '-l'), outputFlag, quietFlag],
		usage: 'ibmcloud ks cluster ls [--provider classic|vpc-gen2] [--location LOCATION] [--output json] [-q]',
		effect: 'read',
		latencyMs: 1300,
		run: listClusters,
	},
	{
		names: ['ks cluster get'],
		plugin: 'container-service',
		flags: [clusterFlag, switchFlag('--show-resources'), outputFlag, quietFlag],
		usage: 'ibmcloud ks cluster get --cluster CLUSTER [--output json] [-q]',
		effect: 'read',
		latencyMs: 1100,
		run: getCluster,
	},
	{
		names: ['ks cluster master refresh'],
		plugin: 'container-service',
		flags: [clusterFlag, quietFlag],
		usage: 'ibmcloud ks cluster master refresh --cluster CLUSTER [-q]',
		effect: 'write',
		latencyMs: 1200,
		run: (call) => {
			const {cluster} = findCluster(call, 'ibmcloud ks cluster master refresh --cluster CLUSTER [-q]');
			call.terminal.say(`Refreshing master for cluster ${cluster.name}...`);
			call.terminal.ok();
		},
	},
	{
		names: ['ks cluster create classic'],
		plugin: 'container-service',
		flags: [
			...[
				'--name',
				'--zone',
				'--flavor',
				'--hardware',
				'--workers',
				'--version',
				'--operating-system',
				'--private-vlan',
				'--public-vlan',
			].map((name) => valueFlag(name)),
			...[
				'--private-only',
				'--private-service-endpoint',
				'--public-service-endpoint',
				'--skip-advance-permissions-check',
			].map((name) => switchFlag(name)),
			quietFlag,
		],
		usage: createUsage,
		effect: 'write',
		latencyMs: 1500,
		run: createCluster,
	},
];

function listClusters(call: Call): void {
	const asJson = wantsJson(call.parsed);
	const {account} = requireAccount(call);
	// JSON without --provider lists classic clusters only; the text form lists all providers (documented). There are no others here.
	const provider = call.parsed.value('--provider') ?? 'classic';
	const locations = call.parsed.values('--location');
	// That the list shows all groups, not only the targeted one, is inferred.
	const clusters = (provider === 'classic' ? call.server.clusters(account.guid) : []).filter(
		(cluster) =>
			locations.length === 0 ||
			locations.some((location) => [cluster.region, cluster.dataCenter].includes(location)),
	);
	if (asJson) {
		call.terminal.json(clusters.map((cluster) => asJsonCluster(cluster, account)));
		return;
	}
	call.terminal.ok();
	call.terminal.table(
		table([
			['Name', 'ID', 'State', 'Created', 'Workers', 'Location', 'Version', 'Resource Group Name', 'Provider'],
			...clusters.map((cluster) => [
				cluster.name,
				cluster.id,
				cluster.state,
				age(cluster),
				String(cluster.workerCount),
				cluster.dataCenter.startsWith('dal') ? 'Dallas' : cluster.dataCenter,
				kubernetesVersion,
				groupName(account, cluster),
				'classic',
			]),
		]),
	);
}

function getCluster(call: Call): void {
	const asJson = wantsJson(call.parsed);
	const {cluster, account} = findCluster(
		call,
		'ibmcloud ks cluster get --cluster CLUSTER [--output json] [-q]',
	);
	if (asJson) {
		call.terminal.json(asJsonCluster(cluster, account));
		return;
	}
	call.terminal.say(`Retrieving cluster ${cluster.name}...`);
	call.terminal.ok();
	// No line with the infrastructure user was ever seen in the text form.
	const rows: readonly (readonly [string, string])[] = [
		['Name', cluster.name],
		['ID', cluster.id],
		['State', cluster.state],
		['Status', cluster.state === 'normal' ? 'healthy cluster' : 'One or more workers are not ready.'],
		['Created', `${cluster.createdDate.replace('T', ' ').replace('+', ' +')} (${age(cluster)})`],
		['Resource Group ID', cluster.groupId],
		['Resource Group Name', groupName(account, cluster)],
		['Workers', String(cluster.workerCount)],
		['Worker Zones', cluster.dataCenter],
		['Creator', '-'],
	];
	call.terminal.say('', ...rows.map(([label, value]) => `${`${label}:`.padEnd(32)}${value}`));
}

function createCluster(call: Call): void {
	const name = required(call.parsed, '--name', createUsage);
	const zone = required(call.parsed, '--zone', createUsage);
	required(call.parsed, '--flavor', createUsage);
	const region = regionOfDataCenter(zone);
	if (region === undefined) throw new Failure(`The zone '${zone}' could not be found.`);
	const scope = scopeOf(call, region.name);
	call.terminal.say('Creating cluster...');
	// By region for the whole account, whatever the group (documented: classic-create-restriction).
	const exists = call.server
		.clusters(scope.accountGuid)
		.some((cluster) => regionOfName(cluster.region) === region);
	if (!exists)
		throw new Failure(
			'E501e: Classic cluster creation is not supported in regions that do not have existing classic clusters.',
		);
	const stored = call.server.credential(scope);
	if (stored.username !== null && !call.server.isPairValid(stored)) {
		throw new Failure('SoftLayer_Exception_User_Customer_Unauthorized: Invalid API key');
	}
	const cluster: Cluster = {
		id: randomBytes(10).toString('hex'),
		name,
		accountGuid: scope.accountGuid,
		groupId: scope.groupId,
		region: region.name,
		dataCenter: zone,
		workerCount: Number(call.parsed.value('--workers') ?? 1),
		state: 'deploying',
		createdDate: new Date().toISOString().replace(/\.\d+Z$/, '+0000'),
		...(stored.username === null ? {} : {apiUser: stored.username}),
	};
	call.server.createCluster(cluster);
	call.terminal.ok();
	call.terminal.say(`Cluster created with ID ${cluster.id}`);
}

/** The cluster of `--cluster`, by name or id. A cluster of another group than the targeted one is not found (seen: G0004). */
export function findCluster(
	call: Call,
	usage: string,
): {readonly cluster: Cluster; readonly account: Account} {
	const wanted = required(call.parsed, '--cluster', usage);
	const {session, account} = requireAccount(call);
	const cluster = call.server
		.clusters(account.guid)
		.find((candidate) => candidate.id === wanted || candidate.name === wanted);
	if (cluster === undefined || (session.group !== undefined && session.group.id !== cluster.groupId)) {
		throw new Failure(call.terminal.words('clusterNotFound'));
	}
	return {cluster, account};
}

/** The field names are those of the public client libraries (from source); which of them the CLI prints is inferred. */
function asJsonCluster(cluster: Cluster, account: Account): object {
	return {
		...(cluster.apiUser === undefined ? {} : {apiUser: cluster.apiUser}),
		createdDate: cluster.createdDate,
		crn: `crn:v1:bluemix:public:containers-kubernetes:${cluster.region}:a/${account.guid}:${cluster.id}::`,
		dataCenter: cluster.dataCenter,
		id: cluster.id,
		isPaid: true,
		location: cities[cluster.dataCenter.slice(0, 3)]?.[0] ?? cluster.dataCenter,
		masterHealth: 'normal',
		masterKubeVersion: kubernetesVersion,
		name: cluster.name,
		region: cluster.region,
		resourceGroup: cluster.groupId,
		resourceGroupName: groupName(account, cluster),
		state: cluster.state,
		type: 'kubernetes',
		workerCount: cluster.workerCount,
		provider: 'classic',
	};
}

function groupName(account: Account, cluster: Cluster): string {
	return account.groups.find((group) => group.id === cluster.groupId)?.name ?? '';
}

function age(cluster: Cluster): string {
	const years = new Date().getFullYear() - Number(cluster.createdDate.slice(0, 4));
	return years > 0 ? `${years} years ago` : 'just now';
}
