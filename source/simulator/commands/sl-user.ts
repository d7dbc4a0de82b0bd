import type {Call, Command} from '../call.ts';
import {UsageFailure} from '../failure.ts';
import {demoKey} from '../services.ts';
import type {User} from '../services.ts';
import {requireUsers, slFailure} from '../session.ts';
import {goJson, lines, table} from '../text.ts';

/** The columns in the order of their table, with the JSON field that each asks for (from source; seen). */
const fieldOfColumn: Readonly<Record<string, string>> = {
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

/** `sl user list` and `apikey`: no `-q`, no region, no resource group (from source; layouts seen). */
export const userCommands: readonly Command[] = [
	{
		names: ['sl user list'],
		flags: '--column|--columns= --sortby= --output=',
		latency: 1200,
		run: listUsers,
	},
	{names: ['sl user apikey'], flags: '--add --remove --refresh', latency: 1100, run: addKey},
];

function listUsers(call: Call): string {
	const {flags} = call;
	const asked = flags.all('--column').flatMap((value) => value.split(','));
	const unknown = asked.find((column) => !(column in fieldOfColumn));
	if (unknown !== undefined) throw new UsageFailure(`--column ${unknown} is not supported.`, call.name);
	const columns = asked.length === 0 ? defaultColumns : asked;
	const rows = requireUsers(call).map((user) => fieldsOf(user));
	if (!flags.wantsJson)
		return table([columns, ...rows.map((row) => columns.map((column) => cell(call, row, column)))]);
	// Go sorts the fields of a map (seen).
	const fields = columns.map((column) => fieldOfColumn[column] ?? '').toSorted();
	return goJson(
		rows.map((row) => Object.fromEntries(fields.map((field) => [field, row[field]]))),
		4,
	);
}

function fieldsOf(user: User): Record<string, unknown> {
	return {
		id: user.id,
		username: user.username,
		email: user.email,
		displayName: user.displayName,
		externalBindingCount: user.twoFactor === true ? 1 : 0,
		apiAuthenticationKeyCount: user.key > 0 ? 1 : 0,
		sslVpnAllowedFlag: user.vpn === true,
		userStatus: {name: user.status},
		hardwareCount: 0,
		virtualGuestCount: 0,
	};
}

function cell({voice}: Call, row: Record<string, unknown>, column: string): string {
	const value = row[fieldOfColumn[column] ?? ''];
	if (column === '2FA' || column === 'classicAPIKey') return value === 1 ? 'yes' : '-';
	if (column === 'vpn') return voice.sentence(value === true ? 'yes' : 'no');
	if (column === 'status') return (value as {name: string}).name;
	return String(value);
}

function addKey(call: Call): string {
	const {flags, voice} = call;
	// The real one removes and refreshes, too; nothing here asks for that.
	if (!flags.has('--add') || flags.has('--remove') || flags.has('--refresh')) {
		const usage = 'ibmcloud sl user apikey USER_ID (--add|--remove|--refresh)';
		throw new UsageFailure('Exactly one of [--add], [--remove] and [--refresh] is required.', usage);
	}
	const id = flags.positionals[0];
	if (id === undefined) throw new UsageFailure('This command requires one argument.');
	if (!/^\d+$/.test(id))
		throw new UsageFailure("Invalid input for 'User ID'. It must be a positive integer.");
	const fail = (words: string) => slFailure(call, words);
	const user = requireUsers(call).find((candidate) => candidate.id === Number(id));
	if (user === undefined)
		throw fail(`SoftLayer_Exception_ObjectNotFound: Unable to find object with id of '${id}'. (HTTP 404)`);
	if (user.status === 'Pending')
		throw fail(
			'SoftLayer_Exception_Public: Generating an API key for a user in PENDING status is disallowed. (HTTP 500)',
		);
	if (user.key > 0)
		throw fail('SoftLayer_Exception_Public: Each user can only have a single API key. (HTTP 500)');
	// A key that was removed leaves no trace here, so the next one is again the first.
	call.change({user: {username: user.username, key: 1}});
	return voice.ok + lines(`${voice.sentence('keyAdded')}${demoKey(user.username)}`);
}
