import {emptyConfiguration} from '../../source/simulator/configuration-directory.ts';
import type {Scenario} from '../../source/simulator/scenarios.ts';
import type {StoredCredential} from '../../source/simulator/services.ts';
import {expiredRefreshToken} from '../../source/simulator/session.ts';
import {clusterAccount, sampleAnswers, standardServices} from '../../source/simulator/standard.ts';
import {cliSays, colorInJson, deaf, fails, halfAnswer, hangs, leaksKey} from './faults.ts';
import type {SandboxOptions} from './sandbox.ts';
import {
	hostileUsers,
	manyUsers,
	oneUser,
	unicodeUsers,
	withMoreUsers,
	withoutKeys,
	withUsers,
} from './users.ts';

/** The shape of the REST model (from source). */
const permissionsMissing = JSON.stringify({
	account: '1234567',
	accountType: 'IaaS',
	virtualWorkerManagerPermissions: {
		required: {insufficient: true, missingPermissions: ['View Virtual Server Details', 'Add Server']},
	},
	storageManagerPermissions: {recommended: {insufficient: true, missingPermissions: ['Storage Manage']}},
});
const reads = [
	'account',
	'resource groups',
	'sl user list',
	'ks cluster ls',
	'credential get',
	'permissions',
];
/** Returns a credential as the service keeps it: with the user's right key, in the default group. */
export function credential(username: string, region = 'us-south'): StoredCredential {
	return {account: clusterAccount, region, group: 'default', username, key: 1};
}

/** The states of machine, login and services, beyond the rehearsals of the program. */
export const testScenarios = {
	'no-plugins': {plugins: []},
	'no-sl': {plugins: ['container-service']},
	'expired-session': {login: {seconds: -7200}, configuration: {IAMRefreshToken: expiredRefreshToken}},
	'stale-token': {login: {seconds: -600}},
	'api-key-login': {login: {grantType: 'apikey'}},
	'no-group': {configuration: {ResourceGroup: emptyConfiguration.ResourceGroup}},
	'private-endpoint': {configuration: {APIEndpoint: 'https://private.cloud.ibm.com', IsPrivate: true}},
	'session-expires-midway': {faults: [{match: 'ks credential set', nth: 1, change: {session: 'ended'}}]},
	'target-changes': {faults: [{match: 'ks credential get', nth: 1, change: {target: {group: 'infra'}}}]},
	'no-classic-account': {
		services: {
			accounts: standardServices.accounts.map(({classicNumber, ...account}) =>
				account.guid === clusterAccount || classicNumber === undefined
					? account
					: {...account, classicNumber},
			),
			credentials: [],
			clusters: [],
		},
	},
	'missing-permissions': {faults: [{match: 'infra-permissions get', stdout: permissionsMissing}]},
	'no-clusters': {services: {clusters: []}},
	'no-key': {services: withoutKeys},
	'key-exists': {services: withoutKeys, faults: [fails('sl user apikey', cliSays.keyExists)]},
	'empty-key': {
		services: withoutKeys,
		faults: [{match: 'sl user apikey', stdout: 'OK\nSuccessfully added. New API Authentication Key: \n'}],
	},
	'many-users': {services: manyUsers(5000)},
	'one-user': {services: oneUser},
	'no-users': {services: withUsers([])},
	/** The plug-in prints this where the service answers null (seen). */
	'null-users': {faults: [{match: 'sl user list', stdout: '[\n    {}\n]\n'}]},
	'list-denied': {faults: [fails('sl user list', cliSays.usersDenied)]},
	'hostile-names': {services: withMoreUsers(hostileUsers)},
	'unicode-users': {services: withMoreUsers(unicodeUsers)},
	'role-too-low': {
		faults: [
			fails('ks credential set', cliSays.roleTooLow),
			fails('ks credential unset', cliSays.roleTooLow),
		],
	},
	'not-authorized': {faults: [fails('ks credential set', cliSays.notAuthorized)]},
	'read-back-differs': {
		faults: ['us-south', 'eu-de'].map((region) => ({
			match: `ks credential set ${region}`,
			change: {credential: {region, username: '7654321_somebody.else@example.com'}},
		})),
	},
	'set-changes-nothing': {faults: [{match: 'ks credential set', stdout: 'OK\n'}]},
	'late-read-back': {faults: [{match: 'ks credential set', lateEffect: 3000}]},
	'leaks-key': {faults: [leaksKey(sampleAnswers.username, sampleAnswers.key)]},
	colored: {faults: [colorInJson]},
	'fails-once': {
		faults: reads.map((match) =>
			fails(match, match.startsWith('sl ') ? cliSays.usersUnreachable : cliSays.networkDown, {nth: 1}),
		),
	},
	offline: {
		faults: ['account', 'resource', 'ks', 'iam', 'sl'].map((match) =>
			fails(match, match === 'sl' ? cliSays.usersUnreachable : cliSays.networkDown),
		),
	},
	'rate-limited': {faults: [3, 6, 9, 12].map((nth) => fails('ks', cliSays.tooManyRequests, {nth}))},
	'dies-by-signal': {faults: [{match: 'ks credential set', signal: 'SIGKILL'}]},
	'half-json': {faults: [halfAnswer('sl user list')]},
	/** 100 MB, and the list does not end. */
	floods: {
		faults: [
			{
				match: 'sl user list',
				stdout: '    {"id": 1, "username": "1234567_flood@example.com"},\n',
				repeat: 2e6,
			},
		],
	},
} as const satisfies Readonly<Record<string, Scenario>>;

/** Scenarios that end only after a time limit of minutes. */
export const endlessScenarios = {
	hangs: {faults: [hangs()]},
	'sets-then-hangs': {faults: [{...hangs(), afterEffect: true}]},
	'ignores-sigterm': {faults: deaf('sl user list')},
} as const satisfies Readonly<Record<string, Scenario>>;

/** Returns the sandbox of a scenario by name: one of the tests, or a rehearsal of the program. */
export function matterOf(name: string): SandboxOptions {
	const own: Readonly<Record<string, Scenario>> = {...testScenarios, ...endlessScenarios};
	return own[name] ?? {scenario: name};
}
