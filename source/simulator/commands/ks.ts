import type {Call, SimulatedCommand} from '../call.ts';
import {credentialOf} from '../changes.ts';
import {demoKey, findUser, type Cluster, type CredentialScope} from '../services.ts';
import {requireAccount} from '../session.ts';
import {ensure, lines} from '../output.ts';

/** What the service says about a pair that does not match (documented for cluster actions). */
const invalidKey = 'SoftLayer_Exception_User_Customer_Unauthorized: Invalid API key';

/** Documented for the creation of a cluster. */
const notLinked = [
	'We were unable to connect to your Softlayer account.',
	'Creating a standard cluster requires that you have either a Pay-As-You-Go account that is linked to an',
	'IBM Cloud infrastructure account term or that you have used the Kubernetes service CLI to set your',
	'Infrastructure API keys.',
].join(' ');

/** A cluster of a group other than the targeted one is not found (seen). */
const notFound = [
	'The specified cluster could not be found.',
	'If applicable, make sure that you target the correct account and resource group. (G0004)',
].join(' ');

/** The regions that host classic clusters (documented: cli-ks-plugin, locations). */
const regions = ['us-south', 'us-east', 'eu-de', 'eu-gb', 'jp-tok', 'jp-osa', 'au-syd'];

/** `ibmcloud ks`, with flags as documented (cli-ks-plugin-v2). */
export const kubernetesCommands: readonly SimulatedCommand[] = [
	{name: 'ks credential get', flags: 'region= output= quiet|q', latency: 900, run: getCredential},
	{
		name: 'ks credential set classic',
		flags: 'infrastructure-username= infrastructure-api-key= region= quiet|q',
		latency: 1500,
		run: setCredential,
	},
	{name: 'ks credential unset', flags: 'region= quiet|q', latency: 1300, run: unsetCredential},
	{name: 'ks infra-permissions get', flags: 'region= output= quiet|q', latency: 1400, run: getPermissions},
	{name: 'ks cluster ls', flags: 'provider= output= quiet|q', latency: 1300, run: listClusters},
	{name: 'ks cluster get', flags: 'cluster|c= output= quiet|q', latency: 1300, run: getCluster},
	{name: 'ks api-key info', flags: 'cluster|c= quiet|q', latency: 1000, run: showKeyOwner},
];

/** Returns a command's scope. Without a targeted group it is silently the default one (documented). */
function scopeOf(call: Call, region: string): CredentialScope {
	const {account, group = account.groups.find(({isDefault}) => isDefault)} = requireAccount(call);
	// Whether legacy names are still accepted is unknown: here a client must send today's names.
	ensure(regions.includes(region), `The region '${region}' is not valid.`);
	return {account: account.guid, group: group?.name ?? '', region};
}

function getCredential(call: Call): string | object {
	const {flags, voice, services} = call;
	const scope = scopeOf(call, flags.required('region'));
	const {username} = credentialOf(services, scope);
	// "None set" is reported as a failure (documented); that JSON mode does the same is unknown.
	ensure(username !== null, voice.say('noCredential', {group: scope.group}));
	// The field is that of the REST model (inferred: the CLI's own JSON was never seen).
	return flags.wantsJson()
		? {apiUser: username}
		: voice.ok + lines(voice.say('credentialSet', {user: username, group: scope.group}));
}

function setCredential(call: Call): string {
	const {flags, services} = call;
	const username = flags.required('infrastructure-username');
	const apiKey = flags.required('infrastructure-api-key');
	const scope = scopeOf(call, flags.required('region'));
	const now = findUser(services, username)?.key;
	const key = now !== undefined && apiKey === demoKey(username, now) ? now : null;
	// Whether the real one checks the pair is unknown; this failure is documented for later cluster actions.
	ensure(!services.checksPairs || key !== null, invalidKey);
	// A second credential for the same scope replaces the first (inferred).
	call.change({credential: {...scope, username, key}});
	// The success text is unknown; `OK` is the usual style (inferred).
	return call.voice.ok;
}

function unsetCredential(call: Call): string {
	const scope = scopeOf(call, call.flags.required('region'));
	const {username} = credentialOf(call.services, scope);
	// What happens if nothing is set is unknown; failing in the words of `get` is a guess.
	ensure(username !== null, call.voice.say('noCredential', {group: scope.group}));
	call.change({credential: {...scope, username: null, key: null}});
	return call.voice.ok;
}

/** Returns the account in force: that of a pair set by hand, else the linked one (documented). */
function getPermissions(call: Call): string | object {
	const {flags, services, voice} = call;
	const {configuration, group, account: linked} = requireAccount(call);
	// The region is required only if none is targeted (documented).
	const scope = scopeOf(call, flags.get('region') ?? configuration.Region);
	const credential = credentialOf(services, scope);
	const found = findUser(services, credential.username);
	const isManual = credential.username !== null;
	// The service must use the pair to read permissions, so a wrong key fails here at the latest (inferred).
	ensure(!isManual || (found?.key !== undefined && found.key === credential.key), invalidKey);
	const account = found?.number ?? linked.classicNumber;
	ensure(account !== undefined, notLinked);
	if (flags.wantsJson()) {
		// The shape of the REST model (from source); the spelling of `accountType` is a guess (inferred).
		const nothing = {recommended: {insufficient: false}, required: {insufficient: false}};
		const areas = ['networkManager', 'physicalWorkerManager', 'storageManager', 'virtualWorkerManager'];
		const permissions = Object.fromEntries(areas.map((area) => [`${area}Permissions`, nothing]));
		return {account, accountType: isManual ? 'IaaS' : 'linked', ...permissions};
	}

	const missing = 'suggested and required infrastructure permissions that are missing';
	const way = isManual ? 'manually set IaaS credentials' : 'linked account API key';
	const areas = ['Virtual Worker', 'Physical Worker', 'Network', 'Storage'];
	const blocks = areas.map((area) =>
		lines('', `Missing ${area} Permissions`, '', 'No changes are suggested or required.'),
	);
	return [
		// The group's name is empty if none is targeted (seen).
		lines(voice.say('analyzing', {group: group?.name ?? ''})),
		`Retrieved ${missing} for account ID ${account} with infrastructure access set up by ${way}.\n`,
		voice.ok,
		...blocks,
		lines('', "To set infrastructure permissions, see 'https://ibm.biz/infra-permission'"),
	].join('');
}

/** That all groups are listed is inferred. The field names are those of client libraries (from source). */
function listClusters(call: Call): object {
	return clustersOf(call).map((cluster) => clusterJson(call, cluster));
}

function clustersOf(call: Call): readonly Cluster[] {
	const {account} = requireAccount(call);
	return call.services.clusters.filter((cluster) => cluster.account === account.guid);
}

/** Which field names the infrastructure user of a cluster is unknown, so none does. */
function getCluster(call: Call): object {
	return clusterJson(call, requireCluster(call));
}

function clusterJson(call: Call, {account: guid, group, ...cluster}: Cluster): object {
	const {account} = requireAccount(call);
	return {
		...cluster,
		crn: `crn:v1:bluemix:public:containers-kubernetes:${cluster.region}:a/${guid}:${cluster.id}::`,
		resourceGroup: account.groups.find(({name}) => name === group)?.id ?? '',
		resourceGroupName: group,
		type: 'kubernetes',
		provider: 'classic',
	};
}

/** Returns the named cluster, which must belong to the targeted group. */
function requireCluster(call: Call): Cluster {
	const wanted = call.flags.required('cluster');
	const {group} = requireAccount(call);
	const cluster = clustersOf(call).find(({id, name}) => [id, name].includes(wanted));
	const isTargeted = group === undefined || group.name === cluster?.group;
	ensure(cluster !== undefined && isTargeted, notFound);
	return cluster;
}

function showKeyOwner(call: Call): string {
	const {services, voice} = call;
	const cluster = requireCluster(call);
	const {name, email} = services.operator;
	return [
		lines(`Getting information about the API key owner for cluster ${cluster.name}...`),
		voice.ok,
		lines(`${'Name'.padEnd(name.length)}   Email`, `${name}   ${email}`),
	].join('');
}
