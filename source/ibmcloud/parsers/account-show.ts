import {isAccountNumber} from '../facts/accounts.ts';
import {fieldOf, textOf} from './fields.ts';
import {parseJson} from './json.ts';

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
