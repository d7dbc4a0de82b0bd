import {switchFlag, valueFlag, wantsJson} from '../arguments.ts';
import type {Call, Command} from '../command.ts';
import {Failure, UsageFailure} from '../failure.ts';
import {sortKeys} from '../json.ts';
import {permissions} from '../permissions.ts';
import {userOfArgument} from '../sl-account.ts';
import {slFailure} from '../session.ts';
import {table} from '../table.ts';
import {demoKey} from '../world.ts';
import type {User} from '../world.ts';

const apiKeyUsage = 'ibmcloud sl user apikey USER_ID (--add|--remove|--refresh)';

/** `sl user detail`, `permissions`, `permission-edit` and `apikey` (from source; layouts seen). */
export const userCommands: readonly Command[] = [
	{
		names: ['sl user detail'],
		plugin: 'sl',
		flags: [
			...['--keys', '--permissions', '--hardware', '--virtual', '--logins', '--events'].map((name) =>
				switchFlag(name),
			),
			valueFlag('--output'),
		],
		usage: 'ibmcloud sl user detail USER_ID [--keys] [--output json]',
		effect: 'read',
		latencyMs: 900,
		run: showDetail,
	},
	{
		names: ['sl user permissions'],
		plugin: 'sl',
		flags: [valueFlag('--output')],
		usage: 'ibmcloud sl user permissions USER_ID [--output json]',
		effect: 'read',
		latencyMs: 1000,
		run: showPermissions,
	},
	{
		names: ['sl user permission-edit'],
		plugin: 'sl',
		flags: [
			valueFlag('--permission'),
			valueFlag('--enable'),
			valueFlag('--from-user'),
			valueFlag('--output'),
		],
		usage: 'ibmcloud sl user permission-edit USER_ID --permission KEY[,KEY] [--enable true|false]',
		effect: 'write',
		latencyMs: 1000,
		run: editPermissions,
	},
	{
		names: ['sl user apikey'],
		plugin: 'sl',
		flags: [switchFlag('--add'), switchFlag('--remove'), switchFlag('--refresh')],
		usage: apiKeyUsage,
		effect: 'write',
		latencyMs: 1100,
		run: changeKey,
	},
];

function showDetail(call: Call): void {
	const asJson = wantsJson(call.parsed);
	const user = userOfArgument(call);
	const {hasKey, keyGeneration} = call.server.user(user);
	const [firstName = '', ...rest] = user.displayName.split(' ');
	if (asJson) {
		call.terminal.json(
			{
				User: sortKeys({
					// The key is in the JSON even without --keys, because the mask always asks for it (from source).
					apiAuthenticationKeys: hasKey
						? [{authenticationKey: demoKey(user.username, keyGeneration)}]
						: undefined,
					email: user.email,
					firstName,
					id: user.id,
					lastName: rest.join(' '),
					sslVpnAllowedFlag: user.vpn === true,
					userStatus: {name: user.status},
					username: user.username,
				}),
				Hardware: null,
				Virtual: null,
				Events: null,
				Permissions: null,
				Logins: null,
				DedicatedHosts: null,
			},
			4,
		);
		return;
	}
	const keyCell =
		call.parsed.has('--keys') && hasKey
			? demoKey(user.username, keyGeneration)
			: call.terminal.words(hasKey ? 'yes' : 'no');
	call.terminal.table(
		table([
			['name', 'value'],
			['ID', String(user.id)],
			['Username', user.username],
			['APIKEY', keyCell],
			['Name', user.displayName],
			['Email', user.email],
			['Status', user.status],
			['SSL VPN', String(user.vpn === true)],
		]),
	);
}

function showPermissions(call: Call): void {
	const asJson = wantsJson(call.parsed);
	const user = userOfArgument(call);
	const departments = [...new Set(permissions.map(({department}) => department))].toSorted();
	const answer = departments.map((department) => ({
		Department: department,
		Permissions: permissions
			.filter((permission) => permission.department === department)
			// `Assigned` is a string (seen).
			.map(({key, label}) => ({
				KeyName: key,
				Assigned: String(hasPermission(call, user, key)),
				Description: label,
			})),
	}));
	if (asJson) {
		call.terminal.json(answer, 4);
		return;
	}
	const rows = answer.flatMap((department) =>
		department.Permissions.map((permission) => [
			department.Department,
			permission.KeyName,
			permission.Assigned,
			permission.Description,
		]),
	);
	call.terminal.table(table([['Department', 'KeyName', 'Assigned', 'Description'], ...rows]));
	if (user.isMaster === true)
		call.terminal.say('This account is the Master User and has all permissions enabled');
}

function hasPermission(call: Call, user: User, key: string): boolean {
	if (user.isMaster === true) return true;
	const {granted, revoked} = call.server.user(user);
	return !revoked.includes(key) && (granted.includes(key) || !call.world.withheldPermissions.includes(key));
}

function editPermissions(call: Call): void {
	const user = userOfArgument(call);
	const wanted = call.parsed.value('--permission');
	if (wanted === undefined && call.parsed.value('--from-user') === undefined) {
		throw new UsageFailure(
			'either [--permission] or [--from-user] should be set.',
			'ibmcloud sl user permission-edit USER_ID --permission KEY',
		);
	}
	const known = permissions.map(({key}) => key);
	const keys =
		wanted === undefined || wanted.toUpperCase() === 'ALL'
			? known
			: wanted.split(',').map((key) => key.trim());
	const unknown = keys.find((key) => !known.includes(key));
	if (unknown !== undefined) throw new Failure(`${unknown} is not a valid permission`);
	const enable = (call.parsed.value('--enable') ?? 'true') === 'true';
	call.server.changeUser(user, (stored) => {
		const without = (list: readonly string[]) => list.filter((key) => !keys.includes(key));
		return enable
			? {...stored, granted: [...without(stored.granted), ...keys], revoked: without(stored.revoked)}
			: {...stored, granted: without(stored.granted), revoked: [...without(stored.revoked), ...keys]};
	});
	call.terminal.say(call.terminal.words('permissionsUpdated'));
}

function changeKey(call: Call): void {
	const chosen = ['--add', '--remove', '--refresh'].filter((name) => call.parsed.has(name));
	if (chosen.length !== 1)
		throw new UsageFailure('Exactly one of [--add], [--remove] and [--refresh] is required.', apiKeyUsage);
	const user = userOfArgument(call);
	if (chosen[0] !== '--add') {
		call.server.changeUser(user, (stored) => ({...stored, hasKey: false}));
		call.terminal.ok();
		call.terminal.say(call.terminal.words('keyRemoved'));
		if (chosen[0] === '--remove') return;
	}
	if (user.status === 'Pending')
		throw slFailure(
			call,
			'SoftLayer_Exception_Public: Generating an API key for a user in PENDING status is disallowed. (HTTP 500)',
		);
	if (call.server.user(user).hasKey)
		throw slFailure(call, 'SoftLayer_Exception_Public: Each user can only have a single API key. (HTTP 500)');
	const {keyGeneration} = call.server.changeUser(user, (stored) => ({
		...stored,
		hasKey: true,
		keyGeneration: stored.keyGeneration + 1,
	}));
	call.terminal.ok();
	const key = call.world.newKeysAreEmpty ? '' : demoKey(user.username, keyGeneration);
	call.terminal.say(`${call.terminal.words('keyAdded')}${key}`);
}
