import {demoKey, type Cluster, type Services, type User} from './services.ts';

/** The account the operator is logged in to. */
export const clusterAccount = '0123456789abcdef0123456789abcdef';

/** The answers that complete the standard scenario. */
export const sampleAnswers = {
	username: '1234567_infra.admin@example.com',
	key: demoKey('1234567_infra.admin@example.com'),
	/** A key that belongs to nobody, for when something should go wrong. */
	wrongKey: 'wrongdemokey'.padEnd(64, '0'),
	region: 'us-south',
} as const;

/** The answers of a rehearsal that plays by itself. */
export type SampleAnswers = Readonly<Record<keyof typeof sampleAnswers, string>>;

/** Makes an active user with a key, and with the e-mail address that the username ends with. */
export function user(id: number, username: string, displayName: string, more: Partial<User> = {}): User {
	const email = username.replace(/^\d+_/, '');
	return {id, username, displayName, email, status: 'Active', key: 1, ...more};
}

/** Makes a cluster in the login's account, in Dallas and in the group `default`. */
export function cluster(known: Pick<Cluster, 'name'> & Partial<Cluster>): Cluster {
	return {
		id: known.name.replaceAll('-', '').padEnd(20, '0'),
		account: clusterAccount,
		group: 'default',
		region: 'us-south',
		dataCenter: 'dal10',
		location: 'Dallas',
		workerCount: 4,
		state: 'normal',
		createdDate: '2021-06-07T08:09:10+0000',
		...known,
	};
}

const jane = '1234567_jane.roe@example.com';

/** The services of the scenario `standard`, on which the other scenarios are based. */
export const standardServices: Services = {
	operator: {name: 'First Last', email: 'first.last@example.com'},
	accounts: [
		{
			guid: clusterAccount,
			name: 'Example Cluster Account',
			owner: 'owner@example.com',
			classicNumber: '1234567',
			groups: [
				{id: 'a8a12accd63b437bbd6d58fb8b462ca7', name: 'default', isDefault: true},
				{id: '594a009f2d4b4128ad1f25b55c991de0', name: 'infra', isDefault: false},
				{id: '3f6d1c0b7a594e2f8c1d5b9e0a4f7261', name: 'team-a', isDefault: false},
			],
		},
		{
			// The other account of the same login, with the older infrastructure.
			guid: 'fedcba9876543210fedcba9876543210',
			name: 'Old Infrastructure Account',
			owner: 'owner@example.com',
			classicNumber: '7654321',
			// The default group's name is user-defined; the capital is real (seen).
			groups: [{id: 'a1083ff7fbd547f390d2b0f4c8735231', name: 'Default', isDefault: true}],
		},
	],
	users: {
		'1234567': [
			user(146836, 'IBM278444', 'Account Owner', {email: 'owner@example.com', vpn: true}),
			user(7260307, '1234567_infra.admin@example.com', 'Infra Admin', {twoFactor: true}),
			user(7260999, '1234567_first.last@example.com', 'First Last', {key: 0}),
			user(7261500, jane, 'Jane Roe'),
			user(8344222, 'ops@example.com', 'Operations Robot'),
			user(9000001, '1234567_tanaka@example.jp', '田中 太郎', {vpn: true}),
			user(
				7300001,
				'1234567_functional-id.container-platform.production.europe@infrastructure.example.com',
				'Functional ID Container Platform (Production, Europe)',
			),
			user(7300002, '1234567_former.colleague@example.com', 'Former Colleague', {status: 'Disabled'}),
			user(7300003, '1234567_new.hire@example.com', 'New Hire', {status: 'Pending', key: 0}),
		],
		'7654321': [
			user(5000001, 'SL27821', 'Old Account Owner', {email: 'owner@example.com'}),
			user(5000015, '7654321_infra.admin@example.com', 'Infra Admin (old account)'),
			user(5000022, '7654321_cluster.robot@example.com', 'Cluster Robot'),
			user(5000029, '7654321_first.last@example.com', 'First Last', {key: 0}),
		],
	},
	credentials: [{account: clusterAccount, group: 'default', region: 'eu-de', username: jane, key: 1}],
	clusters: [
		cluster({id: 'bcdefgh0d1a2b3c4d5e6', name: 'prod-dal', workerCount: 6}),
		cluster({
			id: 'bcdefgh0w9x8y7z6v5u4',
			name: 'legacy-tor',
			group: 'infra',
			region: 'us-east',
			dataCenter: 'tor01',
			location: 'Toronto',
			workerCount: 3,
			state: 'warning',
			createdDate: '2020-11-12T13:14:15+0000',
		}),
	],
	endedSessions: [],
	checksPairs: false,
};
