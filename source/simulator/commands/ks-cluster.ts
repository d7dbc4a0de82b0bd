import type {Call, Command} from '../call.ts';
import {Failure} from '../failure.ts';
import type {Account, Cluster} from '../services.ts';
import {requireAccount} from '../session.ts';
import {goJson, lines, table} from '../text.ts';

const kubernetesVersion = '1.32.9_1587';

/** `ks cluster ls` and `ks api-key info`, as far as classic clusters are concerned. */
export const clusterCommands: readonly Command[] = [
	{
		names: ['ks cluster ls', 'ks clusters', 'ks cluster list'],
		flags: '--provider= --location|-l= --output= -q|-s',
		latency: 1300,
		run: listClusters,
	},
	{
		names: ['ks api-key info'],
		flags: '--cluster|-c= --output= -q|-s',
		latency: 1000,
		run: showKeyOwner,
	},
];

function listClusters(call: Call): string {
	const {flags, voice} = call;
	const {account} = requireAccount(call);
	const locations = flags.all('--location');
	// There are no clusters of other providers here. That the list shows all groups, not only the targeted one, is inferred.
	const clusters = call.services.clusters.filter(
		(cluster) =>
			cluster.account === account.guid &&
			(flags.get('--provider') ?? 'classic') === 'classic' &&
			(locations.length === 0 ||
				locations.some((location) => [cluster.region, cluster.dataCenter].includes(location))),
	);
	if (flags.wantsJson) return goJson(clusters.map((cluster) => clusterJson(cluster, account)));
	const header = [
		'Name',
		'ID',
		'State',
		'Created',
		'Workers',
		'Location',
		'Version',
		'Resource Group Name',
		'Provider',
	];
	const rows = clusters.map((cluster) => [
		cluster.name,
		cluster.id,
		cluster.state,
		`${new Date().getFullYear() - Number(cluster.createdDate.slice(0, 4))} years ago`,
		String(cluster.workerCount),
		cluster.location,
		kubernetesVersion,
		cluster.group,
		'classic',
	]);
	return voice.ok + table([header, ...rows]);
}

function showKeyOwner(call: Call): string {
	const {flags, voice, services} = call;
	const wanted = flags.required('--cluster');
	const {session, account} = requireAccount(call);
	const cluster = services.clusters.find(
		({id, name, account: owner}) => owner === account.guid && [id, name].includes(wanted),
	);
	// A cluster of another group than the targeted one is not found (seen: G0004).
	if (cluster === undefined || (session.group !== undefined && session.group.name !== cluster.group))
		throw new Failure(voice.sentence('clusterNotFound'));
	const {name, email} = services.operator;
	// Documented to exist; its field names are unknown.
	if (flags.wantsJson) return goJson({email, name});
	const sentence = `Getting information about the API key owner for cluster ${cluster.name}...`;
	const rows = [
		['Name', 'Email'],
		[name, email],
	];
	return lines(sentence) + voice.ok + table(rows);
}

/** The field names are those of the public client libraries (from source); which of them the CLI prints is inferred. */
function clusterJson(cluster: Cluster, account: Account): object {
	return {
		apiUser: cluster.apiUser,
		createdDate: cluster.createdDate,
		crn: `crn:v1:bluemix:public:containers-kubernetes:${cluster.region}:a/${account.guid}:${cluster.id}::`,
		dataCenter: cluster.dataCenter,
		id: cluster.id,
		isPaid: true,
		location: cluster.location,
		masterHealth: 'normal',
		masterKubeVersion: kubernetesVersion,
		name: cluster.name,
		region: cluster.region,
		resourceGroup: account.groups.find(({name}) => name === cluster.group)?.id ?? '',
		resourceGroupName: cluster.group,
		state: cluster.state,
		type: 'kubernetes',
		workerCount: cluster.workerCount,
		provider: 'classic',
	};
}
