import {Failure} from '../failure.ts';
import type {Scenario} from '../scenario.ts';
import {slFailure} from '../session.ts';
import {withUsers} from '../world.ts';
import type {User, World} from '../world.ts';
import {hostileUsers} from './hostile-users.ts';
import {unicodeUsers} from './unicode-users.ts';

/** Variations of the list of users and of their keys. */
export const userScenarios: readonly Scenario[] = [
	{
		name: 'no-key',
		description: 'No user but the account owner has a classic API key yet; one can be created.',
		world: (world) => changeUsers(world, (user) => ({...user, hasKey: user.isMaster === true})),
	},
	{
		name: 'key-exists',
		description: 'The list says that the users have no key, but creating one fails because each has one.',
		world: (world) => changeUsers(world, (user) => ({...user, hasKey: user.isMaster === true})),
		before: (call) => {
			if (call.name !== 'sl user apikey' || call.parsed.has('--remove')) return;
			throw slFailure(
				call,
				'SoftLayer_Exception_Public: Each user can only have a single API key. (HTTP 500)',
			);
		},
	},
	{
		name: 'empty-key',
		description: 'Creating a key says OK but prints no key.',
		world: (world) => ({
			...changeUsers(world, (user) => ({...user, hasKey: user.isMaster === true})),
			newKeysAreEmpty: true,
		}),
	},
	{
		name: 'many-users',
		description: 'The infrastructure account has 5,000 users.',
		parameter: 'how many users',
		world: (world, parameter) => withManyUsers(world, Number(parameter || 5000)),
	},
	{
		name: 'huge-users',
		description: 'The infrastructure account has 100,000 users.',
		world: (world) => withManyUsers(world, 100_000),
	},
	{
		name: 'one-user',
		description: 'The operator sees only one user, with a key.',
		world: (world) =>
			withUsers(
				world,
				usersOf(world).filter(({username}) => username === '1234567_infra.admin@example.com'),
			),
	},
	{
		name: 'no-users',
		description: 'The list of users is empty.',
		world: (world) => withUsers(world, []),
	},
	{
		name: 'null-users',
		description:
			'The list of users is one object without fields, as the plug-in prints it when the service answers null.',
		world: (world) => ({...world, userListIsNull: true}),
	},
	{
		name: 'list-denied',
		description: 'The operator may not list users.',
		before: (call) => {
			if (call.name !== 'sl user list') return;
			throw new Failure(
				call.terminal.words('listUsersFailed'),
				'',
				'SoftLayer_Exception_PermissionDenied: You do not have permission to access this user. (HTTP 403)',
			);
		},
	},
	{
		name: 'hostile-names',
		description:
			'Names of users hold newlines, escape sequences, bidirectional overrides, NUL and other things that must not reach a screen.',
		world: (world) => withUsers(world, [...usersOf(world), ...hostileUsers]),
	},
	{
		name: 'unicode-users',
		description:
			'Names of users are Japanese, Chinese, Korean, Arabic, Hebrew, Thai, Cyrillic, emoji, full width and zero width.',
		world: (world) => withUsers(world, [...usersOf(world), ...unicodeUsers]),
	},
];

const givenNames = [
	'Ada',
	'Bela',
	'Chidi',
	'Dana',
	'Emre',
	'Farah',
	'Goran',
	'Hana',
	'Ines',
	'Jonas',
	'Kenji',
	'Lucía',
];
const familyNames = [
	'Abara',
	'Berg',
	'Castro',
	'Dietz',
	'Evans',
	'Fischer',
	'García',
	'Haddad',
	'Ito',
	'Jensen',
	'Kovač',
];

function withManyUsers(world: World, count: number): World {
	const real = usersOf(world);
	const made = Array.from({length: Math.max(0, count - real.length)}, (_, index): User => {
		const number = String(index + 1).padStart(6, '0');
		return {
			id: 20_000_000 + index,
			username: `1234567_user${number}@example.com`,
			displayName: `${givenNames[index % givenNames.length] ?? ''} ${familyNames[index % familyNames.length] ?? ''} ${number}`,
			email: `user${number}@example.com`,
			status: index % 50 === 49 ? 'Disabled' : 'Active',
			hasKey: index % 3 === 0,
		};
	});
	return withUsers(world, [...real, ...made]);
}

function usersOf(world: World): readonly User[] {
	return world.classicAccounts.find(({number}) => number === '1234567')?.users ?? [];
}

function changeUsers(world: World, change: (user: User) => User): World {
	return {
		...world,
		classicAccounts: world.classicAccounts.map((account) => ({...account, users: account.users.map(change)})),
	};
}
