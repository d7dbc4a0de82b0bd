import type {Account} from '../types.ts';
import {listOf, textOf} from './fields.ts';
import {parseJson} from './json.ts';

/**
 * The accounts of the login, from `ibmcloud account list --output json`. Two shapes were seen in scripts:
 * `account_id`, `name`, `state` and `Guid`, `Name`. Elements without an id, and repeated ones, are dropped.
 */
export function parseAccountList(stdout: string): readonly Account[] | undefined {
	const list = listOf(parseJson(stdout));
	if (list === undefined) {
		return undefined;
	}

	const accounts = new Map<string, Account>();
	for (const element of list) {
		const id = textOf(element, 'account_id', 'guid', 'id');
		if (id !== '' && !accounts.has(id)) {
			accounts.set(id, {id, name: textOf(element, 'name', 'account_name')});
		}
	}

	return [...accounts.values()];
}
