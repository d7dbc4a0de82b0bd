import {isAccountNumber} from '../facts/accounts.ts';
import type {Account, ResourceGroup} from '../types.ts';
import {fieldOf, listOf, parseJson, rowsIn, textField} from './fields.ts';
import {cleanLine} from '../../secrets/clean.ts';

/**
 * Parses the accounts of the login, from `ibmcloud account list --output json`. Two shapes were seen in
 * scripts: `account_id`, `name`, `state` and `Guid`, `Name`. Drops elements without an id and duplicates.
 */
export function parseAccountList(stdout: string): readonly Account[] | undefined {
	const accounts = listOf(parseJson(stdout))?.map((element) => ({
		id: textField(element, 'account_id', 'guid', 'id'),
		name: textField(element, 'name', 'account_name'),
	}));
	return withIds(accounts);
}

/** Keeps the rows with an id, each id once. */
function withIds<Row extends {readonly id: string}>(rows: readonly Row[] | undefined) {
	return rows?.filter(({id}, index) => id !== '' && rows.findIndex((other) => other.id === id) === index);
}

/**
 * Parses the classic account linked to the targeted one, from `ibmcloud account show --output json` (seen in
 * scripts: `account_id`, `ims_account_id`; the spelling of the other fields is not certain). An empty number
 * means that none is linked (inferred), a missing one that it is not known.
 */
export function parseAccountShow(stdout: string) {
	const answer = parseJson(stdout);
	if (textField(answer, 'account_id', 'guid', 'id') === '') {
		return undefined;
	}

	const number = textField(answer, 'ims_account_id', 'ims_id');
	const isSaid = fieldOf(answer, 'ims_account_id', 'ims_id') !== undefined;
	return {classicAccount: isAccountNumber(number) ? number : number === '' && isSaid ? null : undefined};
}

/**
 * Parses the resource groups visible to the caller, from `ibmcloud resource groups --output json` (seen in
 * scripts: `id`, `name`, `default`) or its table. Names are kept: `Default` and `default` are two groups.
 */
export function parseResourceGroups(stdout: string): readonly ResourceGroup[] | undefined {
	const groups =
		listOf(parseJson(stdout))?.map((element) => ({
			id: textField(element, 'id', 'guid'),
			name: textField(element, 'name'),
			isDefault: String(fieldOf(element, 'default', 'is_default')).toLowerCase() === 'true',
		})) ??
		// Rows are `Name  ID  Default Group  State`, the id 32 hexadecimal digits (seen); heads are translated.
		rowsIn(stdout, /^\s*(\S.*?)\s{2,}([0-9a-f]{32})\s+(\S+)/u)?.map(([, name = '', id = '', mark = '']) => ({
			id,
			name: cleanLine(name),
			isDefault: mark.toLowerCase() === 'true',
		}));
	return withIds(groups)?.filter(({name}) => name !== '');
}
