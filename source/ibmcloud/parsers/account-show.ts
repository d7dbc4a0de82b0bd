import type {Account} from '../types.ts';
import {isObject} from '../../secrets/json.ts';
import {fieldOf, textOf} from './fields.ts';
import {parseJson} from './json.ts';

/** The targeted account with its linked classic account; `null` where the answer says that none is linked. */
export interface AccountDetails extends Account {
	readonly classicAccount?: string | null;
}

/**
 * `ibmcloud account show --output json` (seen in scripts: `account_id`, `ims_account_id`; the spelling of the other
 * fields is not certain). An empty number counts as "none linked" (inferred), a missing one as not known.
 */
export function parseAccountShow(stdout: string): AccountDetails | undefined {
	const answer = parseJson(stdout);
	const id = textOf(answer, 'account_id', 'guid', 'id');
	if (!isObject(answer) || id === '') {
		return undefined;
	}

	const account = {id, name: textOf(answer, 'name', 'account_name')};
	const number = textOf(answer, 'ims_account_id', 'ims_id');
	if (/^\d{4,12}$/u.test(number)) {
		return {...account, classicAccount: number};
	}

	return number === '' && fieldOf(answer, 'ims_account_id', 'ims_id') !== undefined
		? {...account, classicAccount: null}
		: account;
}
