import type {InfrastructureUser, UserList} from '../types.ts';
import {isObject} from '../../secrets/json.ts';
import {countOf, fieldOf, harmlessLength, listOf, parseJson, textField, usernameOf} from './fields.ts';
import {readListInSlices} from './list-slices.ts';

/**
 * Parses the infrastructure users, from `ibmcloud sl user list --output json` (from source and seen: the real
 * plug-in). Only the username is certain: every other field may be missing or null. An API answer of `null`
 * is printed as `[{}]` with exit code 0, so rows that are all empty are no list.
 */
export function parseUserList(stdout: string): UserList | undefined {
	const list = listOf(parseJson(stdout));
	if (list === undefined) {
		return undefined;
	}

	const rows = new Rows();
	rows.add(list);
	return rows.list;
}

/** Does the same for any length: reads a long list in slices, so that the program stays responsive. */
export async function readUserList(stdout: string): Promise<UserList | undefined> {
	const rows = new Rows();
	const isRead =
		stdout.length > harmlessLength && (await readListInSlices(stdout, (elements) => rows.add(elements)));
	return isRead ? rows.list : parseUserList(stdout);
}

class Rows {
	readonly #users = new Map<string, InfrastructureUser>();
	#leftOut = 0;
	#empty = 0;

	add(list: readonly unknown[]): void {
		for (const element of list) {
			const username = usernameOf(isObject(element) ? fieldOf(element, 'username') : undefined);
			if (username === undefined) {
				this.#leftOut += 1;
				this.#empty += isObject(element) && Object.keys(element).length === 0 ? 1 : 0;
			} else if (!this.#users.has(username)) {
				this.#users.set(username, userOf(username, element));
			}
		}
	}

	get list(): UserList | undefined {
		const isNone = this.#users.size === 0 && this.#empty > 0 && this.#empty === this.#leftOut;
		return isNone ? undefined : {users: [...this.#users.values()], leftOut: this.#leftOut};
	}
}

function userOf(username: string, element: unknown): InfrastructureUser {
	const id = countOf(element, 'id');
	const keys = countOf(element, 'apiAuthenticationKeyCount');
	return {
		...(id === undefined ? {} : {id}),
		username,
		displayName: textField(element, 'displayName'),
		email: textField(element, 'email'),
		status: textField(fieldOf(element, 'userStatus'), 'name'),
		// Without `--column classicAPIKey` the count is not in the JSON at all, and therefore unknown.
		hasKey: keys === undefined ? undefined : keys > 0,
		...(username.includes('\uFFFD') ? {isUnreadable: true} : {}),
	};
}
