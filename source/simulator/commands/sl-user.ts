import type {Call, SimulatedCommand} from '../call.ts';
import {demoKey, type User} from '../services.ts';
import {requireUsers, slLines} from '../session.ts';
import {ensure, lines} from '../output.ts';

/** The columns, each with its JSON field (from source), in the order of the fields (seen). */
const columns: ReadonlyArray<readonly [column: string, field: string, value: (user: User) => unknown]> = [
	['classicAPIKey', 'apiAuthenticationKeyCount', ({key}) => (key > 0 ? 1 : 0)],
	['displayName', 'displayName', ({displayName}) => displayName],
	['email', 'email', ({email}) => email],
	['2FA', 'externalBindingCount', ({twoFactor}) => (twoFactor === true ? 1 : 0)],
	['id', 'id', ({id}) => id],
	['vpn', 'sslVpnAllowedFlag', ({vpn}) => vpn === true],
	['status', 'userStatus', ({status}) => ({name: status})],
	['username', 'username', ({username}) => username],
];
const defaultColumns = ['id', 'username', 'email', 'displayName', '2FA', 'classicAPIKey', 'vpn'];

/** `sl user list` and `sl user apikey`: no `-q`, region or resource group (from source; layouts seen). */
export const userCommands: readonly SimulatedCommand[] = [
	{name: 'sl user list', flags: 'column= output=', latency: 1200, run: listUsers},
	// The real one also removes and refreshes keys, which nothing here asks for.
	{name: 'sl user apikey', flags: 'add', latency: 1100, run: addKey},
];

function listUsers(call: Call): object {
	const given = call.flags.all('column').flatMap((value) => value.split(','));
	const asked = given.length === 0 ? defaultColumns : given;
	const unknown = asked.find((name) => !columns.some(([column]) => column === name));
	ensure(unknown === undefined, `Incorrect Usage: --column ${unknown} is not supported.`);
	const wanted = columns.filter(([column]) => asked.includes(column));
	return requireUsers(call).map((user) =>
		Object.fromEntries(wanted.map(([, field, value]) => [field, value(user)])),
	);
}

function addKey(call: Call): string {
	const {flags, voice} = call;
	const [id = ''] = flags.positionals;
	const usage = 'a user ID and exactly one of [--add], [--remove] and [--refresh].';
	ensure(flags.has('add') && /^\d+$/u.test(id), `Incorrect Usage: ${usage}`);
	const user = requireUsers(call).find((candidate) => candidate.id === Number(id));
	const decline = (words: string) => slLines(call, `SoftLayer_Exception_${words}`);
	const notFound = `ObjectNotFound: Unable to find object with id of '${id}'. (HTTP 404)`;
	ensure(user !== undefined, ...decline(notFound));
	const pending = 'Generating an API key for a user in PENDING status is disallowed. (HTTP 500)';
	ensure(user.status !== 'Pending', ...decline(`Public: ${pending}`));
	ensure(user.key === 0, ...decline('Public: Each user can only have a single API key. (HTTP 500)'));
	call.change({user: {username: user.username, key: 1}});
	return voice.ok + lines(`${voice.say('keyAdded')}${demoKey(user.username)}`);
}
