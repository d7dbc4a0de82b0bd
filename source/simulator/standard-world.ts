import {demoKey, wrongDemoKey} from './world.ts';
import type {Cluster, User, World} from './world.ts';

/** The answers that play the standard scenario through. */
export const sampleAnswers = {
	username: '1234567_infra.admin@example.com',
	key: demoKey('1234567_infra.admin@example.com'),
	wrongKey: wrongDemoKey,
	region: 'us-south',
	resourceGroup: 'default',
} as const;

/** What a rehearsal answers where it plays by itself. */
export type SampleAnswers = Readonly<Record<keyof typeof sampleAnswers, string>>;

/** The account the operator is logged in to. */
export const clusterAccountGuid = '0123456789abcdef0123456789abcdef';
/** The other account of the same login, with the older infrastructure. */
const oldAccountGuid = 'fedcba9876543210fedcba9876543210';
/** The ids of the resource groups of the cluster account. */
export const groupIds = {
	default: 'a8a12accd63b437bbd6d58fb8b462ca7',
	infra: '594a009f2d4b4128ad1f25b55c991de0',
	'team-a': '3f6d1c0b7a594e2f8c1d5b9e0a4f7261',
} as const;

const users1234567: readonly User[] = [
	{
		id: 146836,
		username: 'IBM278444',
		displayName: 'Account Owner',
		email: 'owner@example.com',
		status: 'Active',
		hasKey: true,
		vpn: true,
		isMaster: true,
	},
	{
		id: 7260307,
		username: '1234567_infra.admin@example.com',
		displayName: 'Infra Admin',
		email: 'infra.admin@example.com',
		status: 'Active',
		hasKey: true,
		twoFactor: true,
	},
	{
		id: 7260999,
		username: '1234567_first.last@example.com',
		displayName: 'First Last',
		email: 'first.last@example.com',
		status: 'Active',
		hasKey: false,
	},
	{
		id: 7261500,
		username: '1234567_jane.roe@example.com',
		displayName: 'Jane Roe',
		email: 'jane.roe@example.com',
		status: 'Active',
		hasKey: true,
	},
	{
		id: 8344222,
		username: 'ops@example.com',
		displayName: 'Operations Robot',
		email: 'ops@example.com',
		status: 'Active',
		hasKey: true,
	},
	{
		id: 9000001,
		username: '1234567_tanaka@example.jp',
		displayName: '田中 太郎',
		email: 'tanaka@example.jp',
		status: 'Active',
		hasKey: true,
		vpn: true,
	},
	{
		id: 7300001,
		username: '1234567_functional-id.container-platform.production.europe@infrastructure.example.com',
		displayName: 'Functional ID Container Platform (Production, Europe)',
		email: 'functional-id.container-platform.production.europe@infrastructure.example.com',
		status: 'Active',
		hasKey: true,
	},
	{
		id: 7300002,
		username: '1234567_former.colleague@example.com',
		displayName: 'Former Colleague',
		email: 'former.colleague@example.com',
		status: 'Disabled',
		hasKey: true,
	},
	{
		id: 7300003,
		username: '1234567_new.hire@example.com',
		displayName: 'New Hire',
		email: 'new.hire@example.com',
		status: 'Pending',
		hasKey: false,
	},
];

const users7654321: readonly User[] = [
	{
		id: 5000001,
		username: 'SL27821',
		displayName: 'Old Account Owner',
		email: 'owner@example.com',
		status: 'Active',
		hasKey: true,
		isMaster: true,
	},
	{
		id: 5000015,
		username: '7654321_infra.admin@example.com',
		displayName: 'Infra Admin (old account)',
		email: 'infra.admin@example.com',
		status: 'Active',
		hasKey: true,
	},
	{
		id: 5000022,
		username: '7654321_cluster.robot@example.com',
		displayName: 'Cluster Robot',
		email: 'cluster.robot@example.com',
		status: 'Active',
		hasKey: true,
	},
	{
		id: 5000029,
		username: '7654321_first.last@example.com',
		displayName: 'First Last',
		email: 'first.last@example.com',
		status: 'Active',
		hasKey: false,
	},
];

const clusters: readonly Cluster[] = [
	{
		id: 'bcdefgh0d1a2b3c4d5e6',
		name: 'prod-dal',
		accountGuid: clusterAccountGuid,
		groupId: groupIds.default,
		region: 'us-south',
		dataCenter: 'dal10',
		workerCount: 6,
		state: 'normal',
		createdDate: '2022-03-04T05:06:07+0000',
	},
	{
		id: 'bcdefgh0w9x8y7z6v5u4',
		name: 'legacy-tor',
		accountGuid: clusterAccountGuid,
		groupId: groupIds.infra,
		region: 'us-east',
		dataCenter: 'tor01',
		workerCount: 3,
		state: 'warning',
		createdDate: '2020-11-12T13:14:15+0000',
	},
];

/** The world of the scenario `standard`; the other scenarios are variations of it. */
export const standardWorld: World = {
	operator: {name: 'First Last', email: 'first.last@example.com'},
	accounts: [
		{
			guid: clusterAccountGuid,
			name: 'Example Cluster Account',
			owner: 'owner@example.com',
			classicNumber: '1234567',
			groups: [
				{id: groupIds.default, name: 'default', isDefault: true},
				{id: groupIds.infra, name: 'infra', isDefault: false},
				{id: groupIds['team-a'], name: 'team-a', isDefault: false},
			],
		},
		{
			guid: oldAccountGuid,
			name: 'Old Infrastructure Account',
			owner: 'owner@example.com',
			classicNumber: '7654321',
			// The name of the default group is user-defined; the capital is real (seen).
			groups: [{id: 'a1083ff7fbd547f390d2b0f4c8735231', name: 'Default', isDefault: true}],
		},
	],
	classicAccounts: [
		{number: '1234567', users: users1234567},
		{number: '7654321', users: users7654321},
	],
	credentials: [
		{
			accountGuid: clusterAccountGuid,
			groupId: groupIds.default,
			region: 'eu-de',
			username: '1234567_jane.roe@example.com',
		},
	],
	clusters,
	withheldPermissions: [],
	checksPairs: false,
	userListIsNull: false,
	newKeysAreEmpty: false,
};
