import type {Fault} from './faults.ts';
import {readJson} from './files.ts';
import type {PluginName} from './home.ts';
import {demoKey} from './services.ts';
import type {Services} from './services.ts';
import {cluster, clusterAccount, sampleAnswers, standardServices, user} from './standard.ts';
import type {SampleAnswers} from './standard.ts';
import type {GrantType} from './token.ts';

/** The state of the operator's login. */
export interface LoginState {
	readonly isLoggedIn: boolean;
	readonly grantType: GrantType;
	/** How many more seconds the access token lasts; negative where it has expired. */
	readonly seconds: number;
	/** Whether an expired access token can be refreshed. */
	readonly canRefresh: boolean;
	/** The targeted resource group; `null` where none is. */
	readonly group: string | null;
	readonly isPrivate: boolean;
	readonly locale: string;
}

/** What differs from the standard world, and what goes wrong in it. All of it is data. */
export interface Scenario {
	readonly services?: Partial<Services>;
	readonly login?: Partial<LoginState>;
	/** The plug-ins that are installed; both without it. */
	readonly plugins?: readonly PluginName[];
	readonly faults?: readonly Fault[];
	/** What is answered where a rehearsal plays by itself, as far as the usual answers would miss its point. */
	readonly sample?: Partial<SampleAnswers>;
}

/** A scenario that comes with the program, because it teaches something. */
export interface NamedScenario extends Scenario {
	readonly name: string;
	/** One sentence. */
	readonly description: string;
}

const robot = '7654321_cluster.robot@example.com';
const newOwner = user(7260999, '1234567_first.last@example.com', 'First Last', {key: 0, isMaster: true});

/** The scenarios for operators; the first is what happens without a choice. Those of tests are handed in. */
export const scenarios: readonly NamedScenario[] = [
	{
		name: 'standard',
		description:
			'An account with nine users, three resource groups, two classic clusters and one credential already set in eu-de.',
	},
	{
		name: 'logged-out',
		description: 'Nobody is logged in; the region is still there from the last time.',
		login: {isLoggedIn: false},
	},
	{
		name: 'two-accounts',
		description:
			'The linked infrastructure account is new and almost empty; the users that are wanted are in the other account of the same login.',
		services: {
			users: {...standardServices.users, '1234567': [newOwner]},
			credentials: [],
			clusters: standardServices.clusters.filter(({name}) => name !== 'prod-dal'),
		},
		sample: {username: '7654321_infra.admin@example.com', key: demoKey('7654321_infra.admin@example.com')},
	},
	{
		name: 'orphan-risk',
		description:
			'The scope us-south/default holds a user of another infrastructure account, and clusters made with it that a change would orphan.',
		services: {
			clusters: [
				cluster({id: 'cdefghi0d1a2b3c4d5e6', name: 'prod-dal', apiUser: robot}),
				cluster({id: 'cdefghi0j1k2l3m4n5o6', name: 'batch-dal', dataCenter: 'dal13', apiUser: robot}),
				// An old cluster whose JSON shows the legacy name of its region (inferred).
				cluster({
					id: 'cdefghi0p1q2r3s4t5u6',
					name: 'old-ams',
					group: 'infra',
					region: 'eu-central',
					dataCenter: 'ams03',
					location: 'Amsterdam',
					apiUser: robot,
				}),
				...standardServices.clusters.filter(({name}) => name !== 'prod-dal'),
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
			'Setting a pair that does not fit is refused at once with "Invalid API key"; the right key works.',
		services: {checksPairs: true},
		sample: {key: sampleAnswers.wrongKey},
	},
	{
		name: 'scope-fails',
		description:
			'Setting a credential fails in one scope, jp-osa in the group default; the other scopes work.',
		faults: [
			{
				match: 'ks credential set jp-osa default',
				stderr: 'The service is temporarily unavailable. Try again later. (HTTP 503)',
			},
		],
		sample: {region: 'jp-osa'},
	},
	{
		name: 'german',
		description: 'The CLI speaks German; error codes, JSON and user names stay as they are.',
		login: {locale: 'de_DE'},
	},
	{
		name: 'slow',
		description: 'Every call takes three seconds longer.',
		faults: [{match: '', delay: 3000}],
	},
];

/**
 * Puts together the scenarios of `name,name` and that of a file, which comes last. What a later one says of a part of
 * the services or of the login replaces what an earlier one says of it; faults are all in force.
 */
export function chooseScenario(names: string | undefined, file: string | undefined): Required<Scenario> {
	const chosen = (names ?? '')
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '')
		.map((name): Scenario => {
			const scenario = scenarios.find((candidate) => candidate.name === name);
			if (scenario !== undefined) return scenario;
			const known = scenarios.map((candidate) => candidate.name).join(', ');
			throw new Error(`'${name}' is not a scenario of the simulator. Known: ${known}`);
		});
	const handedIn = (file ? readJson(file) : {}) as Scenario | undefined;
	if (handedIn === undefined) throw new Error(`there is no scenario in ${String(file)}`);
	return [...chosen, handedIn].reduce<Required<Scenario>>(
		(one, other) => ({
			services: {...one.services, ...other.services},
			login: {...one.login, ...other.login},
			plugins: other.plugins ?? one.plugins,
			faults: [...one.faults, ...(other.faults ?? [])],
			sample: {...one.sample, ...other.sample},
		}),
		{services: {}, login: {}, plugins: ['container-service', 'sl'], faults: [], sample: {}},
	);
}
