import type {InfrastructureUser} from '../types.ts';
import {isObject} from '../../secrets/json.ts';
import {countOf, fieldOf, listOf, textOf, usernameOf} from './fields.ts';
import {harmlessLength, parseJson} from './json.ts';
import {readListInSlices} from './list-slices.ts';

/**
 * The infrastructure users, from `ibmcloud sl user list --output json` (from source and seen: the real plug-in).
 * Only the username is certain: every other field may be missing or null, and an API answer of `null` is printed as
 * `[{}]` with exit code 0. Dropped are elements without a username, repeated usernames, and usernames that could
 * not be shown as they are (they can still be typed).
 */
export function parseUserList(stdout: string): readonly InfrastructureUser[] | undefined {
	const list = listOf(parseJson(stdout));
	if (list === undefined) {
		return undefined;
	}

	const users: Users = new Map();
	addUsers(users, list);
	return [...users.values()];
}

/** The same for a list of any length: a long one is read a slice at a time, so that the program stays awake meanwhile. */
export async function readUserList(stdout: string): Promise<readonly InfrastructureUser[] | undefined> {
	const users: Users = new Map();
	const isRead =
		stdout.length > harmlessLength &&
		(await readListInSlices(stdout, (elements) => {
			addUsers(users, elements);
		}));
	return isRead ? [...users.values()] : parseUserList(stdout);
}

type Users = Map<string, InfrastructureUser>;

function addUsers(users: Users, list: readonly unknown[]): void {
	for (const element of list) {
		const username = usernameOf(isObject(element) ? fieldOf(element, 'username') : undefined);
		if (username !== undefined && !users.has(username)) {
			users.set(username, userOf(username, element));
		}
	}
}

function userOf(username: string, element: unknown): InfrastructureUser {
	const id = countOf(element, 'id');
	const keys = countOf(element, 'apiAuthenticationKeyCount');
	return {
		...(id === undefined ? {} : {id}),
		username,
		displayName: textOf(element, 'displayName'),
		email: textOf(element, 'email'),
		status: textOf(fieldOf(element, 'userStatus'), 'name'),
		// Without `--column classicAPIKey` the count is not in the JSON at all: then it is not known.
		hasKey: keys === undefined ? undefined : keys > 0,
	};
}
