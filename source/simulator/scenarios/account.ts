import type {Scenario} from '../scenario.ts';
import {clusterAccountGuid, groupIds} from '../standard-world.ts';
import {demoKey, withUsers} from '../world.ts';
import type {Cluster, World} from '../world.ts';

const oldAccountUser = '7654321_cluster.robot@example.com';

/** Variations of accounts, clusters and rights. */
export const accountScenarios: readonly Scenario[] = [
	{
		name: 'no-classic-account',
		description:
			'No classic infrastructure account is linked to the account that is logged in, so no users can be listed.',
		world: (world) => ({
			...world,
			accounts: world.accounts.map(({classicNumber, ...account}) =>
				account.guid === clusterAccountGuid || classicNumber === undefined
					? account
					: {...account, classicNumber},
			),
			credentials: [],
			clusters: [],
		}),
	},
	{
		name: 'two-accounts',
		sample: {username: '7654321_infra.admin@example.com', key: demoKey('7654321_infra.admin@example.com')},
		description:
			'The linked infrastructure account is new and almost empty; the users that are wanted are in the other account of the same login.',
		world: (world) => ({
			...withUsers(world, [
				{
					id: 7260999,
					username: '1234567_first.last@example.com',
					displayName: 'First Last',
					email: 'first.last@example.com',
					status: 'Active',
					hasKey: false,
					isMaster: true,
				},
			]),
			credentials: [],
			clusters: world.clusters.filter(({name}) => name !== 'prod-dal'),
		}),
	},
	{
		name: 'orphan-risk',
		description:
			'The scope us-south/default holds a user of another infrastructure account, and clusters made with it that a change would orphan.',
		world: orphanRisk,
	},
	{
		name: 'missing-permissions',
		description: 'Every user lacks required and suggested infrastructure permissions until they are granted.',
		world: (world) => ({
			...world,
			withheldPermissions: [
				'VIRTUAL_GUEST_VIEW',
				'SERVER_ADD',
				'TICKET_VIEW',
				'PUBLIC_NETWORK_COMPUTE',
				'ADD_SERVICE_STORAGE',
				'NAS_MANAGE',
			],
		}),
	},
	{
		name: 'no-clusters',
		description:
			'The account has no classic cluster anywhere, so no new one can be created in any region (E501e).',
		world: (world) => ({...world, clusters: []}),
	},
];

function orphanRisk(world: World): World {
	const made = {
		accountGuid: clusterAccountGuid,
		workerCount: 4,
		state: 'normal',
		createdDate: '2021-06-07T08:09:10+0000',
		apiUser: oldAccountUser,
	};
	const clusters: readonly Cluster[] = [
		{
			...made,
			id: 'cdefghi0d1a2b3c4d5e6',
			name: 'prod-dal',
			groupId: groupIds.default,
			region: 'us-south',
			dataCenter: 'dal10',
		},
		{
			...made,
			id: 'cdefghi0j1k2l3m4n5o6',
			name: 'batch-dal',
			groupId: groupIds.default,
			region: 'us-south',
			dataCenter: 'dal13',
		},
		// An old cluster whose JSON shows the legacy name of its region (inferred).
		{
			...made,
			id: 'cdefghi0p1q2r3s4t5u6',
			name: 'old-ams',
			groupId: groupIds.infra,
			region: 'eu-central',
			dataCenter: 'ams03',
		},
	];
	return {
		...world,
		clusters: [...clusters, ...world.clusters.filter(({name}) => name !== 'prod-dal')],
		credentials: [
			...world.credentials,
			{
				accountGuid: clusterAccountGuid,
				groupId: groupIds.default,
				region: 'us-south',
				username: oldAccountUser,
			},
			{accountGuid: clusterAccountGuid, groupId: groupIds.infra, region: 'eu-de', username: oldAccountUser},
		],
	};
}
