import {listFlag, valueFlag, wantsJson} from '../arguments.ts';
import type {Call, Command} from '../command.ts';
import {UsageFailure} from '../failure.ts';
import {sortKeys} from '../json.ts';
import {usersOfSession} from '../sl-account.ts';
import {table} from '../table.ts';
import type {User} from '../world.ts';

/** The columns in the order of their table, with the JSON field that each asks for (from source; seen). */
const columns: Readonly<Record<string, string>> = {
	id: 'id',
	username: 'username',
	email: 'email',
	displayName: 'displayName',
	'2FA': 'externalBindingCount',
	classicAPIKey: 'apiAuthenticationKeyCount',
	vpn: 'sslVpnAllowedFlag',
	status: 'userStatus',
	hardwareCount: 'hardwareCount',
	virtualGuestCount: 'virtualGuestCount',
};
const defaultColumns = ['id', 'username', 'email', 'displayName', '2FA', 'classicAPIKey', 'vpn'];

/** `sl user list`: no `-q`, no region, no resource group (from source). */
export const userListCommand: Command = {
	names: ['sl user list'],
	plugin: 'sl',
	flags: [listFlag('--column'), listFlag('--columns'), valueFlag('--sortby'), valueFlag('--output')],
	usage: 'ibmcloud sl user list [--column COLUMN] [--output json]',
	effect: 'read',
	latencyMs: 1200,
	run: listUsers,
};

function listUsers(call: Call): void {
	const asJson = wantsJson(call.parsed);
	const asked = [...call.parsed.values('--column'), ...call.parsed.values('--columns')].flatMap((value) =>
		value.split(','),
	);
	const unknown = asked.find((column) => !(column in columns));
	if (unknown !== undefined) throw new UsageFailure(`--column ${unknown} is not supported.`, call.name);
	const chosen = asked.length === 0 ? defaultColumns : asked;
	const users = usersOfSession(call);
	const rows = users.map((user) => fields(call, user));
	if (asJson) {
		// An answer of null becomes one empty object (seen); nobody is an empty list (seen).
		if (call.world.userListIsNull) call.terminal.json([{}], 4);
		else
			call.terminal.json(
				rows.map((row) =>
					sortKeys(
						Object.fromEntries(chosen.map((column) => [columns[column] ?? '', row[columns[column] ?? '']])),
					),
				),
				4,
			);
		return;
	}
	call.terminal.table(
		table([
			chosen,
			...rows.map((row) => chosen.map((column) => cell(call, column, row[columns[column] ?? '']))),
		]),
	);
}

function fields(call: Call, user: User): Record<string, unknown> {
	return {
		id: user.id,
		username: user.username,
		email: user.email,
		displayName: user.displayName,
		externalBindingCount: user.twoFactor === true ? 1 : 0,
		apiAuthenticationKeyCount: hasKey(call, user) ? 1 : 0,
		sslVpnAllowedFlag: user.vpn === true,
		userStatus: {name: user.status},
		hardwareCount: 0,
		virtualGuestCount: 0,
	};
}

/** Looks at the stored state only where there are few users: a file per user for 100,000 would take minutes. */
function hasKey(call: Call, user: User): boolean {
	return usersOfSessionAreMany(call) ? user.hasKey : call.server.user(user).hasKey;
}

function usersOfSessionAreMany(call: Call): boolean {
	return call.world.classicAccounts.some(({users}) => users.length > 1000);
}

function cell(call: Call, column: string, value: unknown): string {
	if (column === '2FA' || column === 'classicAPIKey') return value === 1 ? 'yes' : '-';
	if (column === 'vpn') return call.terminal.words(value === true ? 'yes' : 'no');
	if (column === 'status')
		return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : '';
	return String(value);
}
