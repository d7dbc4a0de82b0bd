import type {ResourceGroup, Target} from '../ibmcloud/types.ts';
import {scopeKey, type Scope} from '../plan/plan.ts';
import {message, type Message} from '../text/message.ts';
import {memoize} from './memoize.ts';

/** What a file says is to be set in which scopes: a document of `status`, kept and given back. */
export interface Expectation {
	/** The file, as the command line names it. */
	readonly path: string;
	/** The id of the account that the file is about. */
	readonly accountId: string;
	readonly scopes: readonly ExpectedScope[];
}

/** One row of such a file. */
export interface ExpectedScope extends Scope {
	/** `null` = none. */
	readonly username: string | null;
}

/**
 * Returns why a file is not about what is targeted: another account, or a group that is not there or is
 * called otherwise. A group is found by its id, and the name has to agree: a person changes the name alone.
 */
export function misfitOf(
	{path, accountId, scopes}: Expectation,
	account: Target['account'],
	groups: readonly ResourceGroup[],
): Message | undefined {
	if (account?.id !== accountId) {
		return message('file.otherAccount', {
			path,
			place: 'account.id',
			account: account === undefined ? '-' : `${account.id} (${account.name})`,
		});
	}

	const names = new Map(groups.map(({id, name}) => [id, name]));
	for (const [index, {group}] of scopes.entries()) {
		const place = `scopes[${index}].resourceGroup`;
		const known = names.get(group.id);
		if (known === undefined) {
			return message('file.noGroup', {path, place: `${place}.id`});
		}

		if (known !== group.name) {
			return message('file.groupName', {path, place: `${place}.name`, name: known});
		}
	}

	return undefined;
}

const usernamesOf = memoize(
	({scopes}: Expectation) => new Map(scopes.map((row) => [scopeKey(row), row.username])),
);

/** What a file expects in a scope: a username, `null` for none; undefined for a scope it does not name. */
export function expectedIn(expectation: Expectation, scope: Scope): string | null | undefined {
	return usernamesOf(expectation).get(scopeKey(scope));
}
