import {
	emptyConfiguration,
	findConfigurationDirectory,
	type ConfigJson,
	type PluginName,
} from './configuration-directory.ts';
import type {Fault} from './faults.ts';
import {readJson} from './files.ts';
import {demoKey, type Services} from './services.ts';
import {groupFields, logIn, type Login} from './session.ts';
import {
	cluster,
	clusterAccount,
	sampleAnswers,
	standardServices,
	user,
	type SampleAnswers,
} from './standard.ts';
import type {ServiceStore} from './store.ts';

/** What differs from the standard scenario, and what goes wrong in it, all as data. */
export interface Scenario {
	readonly services?: Partial<Services>;
	/** How the login was made, and how many seconds it lasts. */
	readonly login?: Partial<Login>;
	/** Changes to the operator's `config.json`, which is that of a login in the group `default`. */
	readonly configuration?: Partial<ConfigJson>;
	/** The installed plug-ins; default both. */
	readonly plugins?: readonly PluginName[];
	readonly faults?: readonly Fault[];
	/** The answers of a rehearsal that plays by itself, if the usual ones would miss the point. */
	readonly sample?: Partial<SampleAnswers>;
}

const bothPlugins = ['container-service', 'sl'] as const;
const robot = '7654321_cluster.robot@example.com';
const notInDallas = standardServices.clusters.filter(({name}) => name !== 'prod-dal');
const wanted = '7654321_infra.admin@example.com';

/** The scenarios that teach operators something; tests pass their own. */
export const scenarios: ReadonlyArray<Scenario & {readonly name: string; readonly description: string}> = [
	{
		name: 'standard',
		description: 'Nine users, three resource groups, two classic clusters, and one credential, set in eu-de.',
	},
	{
		name: 'logged-out',
		description: 'Nobody is logged in; the session offers to log in.',
		configuration: {...emptyConfiguration, Region: 'us-south'},
	},
	{
		name: 'two-accounts',
		description:
			'The linked infrastructure account is new; the users are in the other account of the same login.',
		services: {
			users: {
				...standardServices.users,
				'1234567': [user(7260999, '1234567_first.last@example.com', 'First Last', {key: 0})],
			},
			credentials: [],
			clusters: notInDallas,
		},
		sample: {username: wanted, key: demoKey(wanted)},
	},
	{
		name: 'orphan-risk',
		description:
			'In us-south/default a user of another infrastructure account is set; a change orphans its clusters.',
		services: {
			clusters: [
				cluster({id: 'cdefghi0d1a2b3c4d5e6', name: 'prod-dal', apiUser: robot}),
				cluster({id: 'cdefghi0j1k2l3m4n5o6', name: 'batch-dal', dataCenter: 'dal13', apiUser: robot}),
				cluster({
					id: 'cdefghi0p1q2r3s4t5u6',
					name: 'old-ams',
					group: 'infra',
					// An old cluster, whose JSON shows the legacy name of its region (inferred).
					region: 'eu-central',
					dataCenter: 'ams03',
					location: 'Amsterdam',
					apiUser: robot,
				}),
				...notInDallas,
			],
			credentials: [
				...standardServices.credentials,
				{account: clusterAccount, group: 'default', region: 'us-south', username: robot, key: 1},
				{account: clusterAccount, group: 'infra', region: 'eu-de', username: robot, key: 1},
			],
		},
	},
	{
		name: 'wrong-key',
		description:
			'The sample key does not match its user and is rejected; the one that is offered after it works.',
		services: {checksPairs: true},
		sample: {key: sampleAnswers.wrongKey},
	},
	{
		name: 'scope-fails',
		description: 'Setting a credential fails in jp-osa/default; it works in all other scopes.',
		faults: [
			{
				match: 'ks credential set jp-osa default',
				// Documented for cluster actions; that `set` prints it is a guess.
				stderr: 'The infrastructure authentication credentials are not authorized for the request.',
			},
		],
		sample: {region: 'jp-osa'},
	},
	{
		name: 'german',
		description: 'The CLI speaks German; error codes, JSON and user names stay as they are.',
		configuration: {Locale: 'de_DE'},
	},
	{name: 'slow', description: 'Every call takes three seconds longer.', faults: [{match: '', delay: 3000}]},
];

/** Merges the scenarios of `name,name`, then one of a file: each part by its last value; all faults apply. */
export function chooseScenario(names: string, file: string | undefined): Required<Scenario> {
	const chosen = names.split(',').map((name): Scenario => {
		const scenario = scenarios.find((candidate) => candidate.name === name.trim());
		if (scenario === undefined) {
			throw new Error(`'${name}' is not a scenario of the simulator`);
		}

		return scenario;
	});
	const handedIn = file === undefined ? {} : (readJson(file) as Scenario);
	return [...chosen, handedIn].reduce<Required<Scenario>>(
		(one, other) => ({
			services: {...one.services, ...other.services},
			login: {...one.login, ...other.login},
			configuration: {...one.configuration, ...other.configuration},
			plugins: other.plugins ?? one.plugins,
			faults: [...one.faults, ...(other.faults ?? [])],
			sample: {...one.sample, ...other.sample},
		}),
		{services: {}, login: {}, configuration: {}, plugins: bothPlugins, faults: [], sample: {}},
	);
}

/**
 * Prepares services and the operator's configuration directory for a scenario. Returns the answers of a
 * rehearsal, and the first key of the first hundred users of each account.
 */
export function seed(environment: NodeJS.ProcessEnv, store: ServiceStore, scenario: Required<Scenario>) {
	const services = {...standardServices, ...scenario.services};
	const [account] = services.accounts;
	const directory = findConfigurationDirectory(environment);
	const login = {grantType: 'passcode', sessionId: 'C-simulated', ...scenario.login} as const;
	directory.write({
		...logIn({...emptyConfiguration, Region: 'us-south'}, services, account, login),
		ResourceGroup: groupFields(account?.groups.find(({isDefault}) => isDefault)),
		...scenario.configuration,
	});
	for (const plugin of scenario.plugins) {
		directory.installPlugin(plugin);
	}

	store.begin({operatorDirectory: directory.path, services}, scenario.faults);
	const users = Object.values(services.users).flatMap((list) => list.slice(0, 100));
	return {
		sampleAnswers: {...sampleAnswers, ...scenario.sample},
		keys: Object.fromEntries(users.map(({username}) => [username, demoKey(username)])),
	};
}
