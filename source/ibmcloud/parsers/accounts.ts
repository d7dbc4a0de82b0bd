import {isAccountNumber} from '../facts/accounts.ts';
import type {Account} from '../types.ts';
import {fieldOf, listOf, parseJson, textOf} from './fields.ts';

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

/**
 * The classic account that is linked to the targeted one, from `ibmcloud account show --output json` (seen in
 * scripts: `account_id`, `ims_account_id`; the spelling of the other fields is not certain). An empty number
 * counts as "none linked" (inferred), a missing one as not known.
 */
export function parseAccountShow(
	stdout: string,
): {readonly classicAccount: string | null | undefined} | undefined {
	const answer = parseJson(stdout);
	if (textOf(answer, 'account_id', 'guid', 'id') === '') {
		return undefined;
	}

	const number = textOf(answer, 'ims_account_id', 'ims_id');
	const isSaid = fieldOf(answer, 'ims_account_id', 'ims_id') !== undefined;
	return {classicAccount: isAccountNumber(number) ? number : number === '' && isSaid ? null : undefined};
}
