import type {ResourceGroup, Target} from '../ibmcloud/types.ts';
import {scopeKey, type Scope} from '../plan/plan.ts';
import {message, type Message} from '../text/message.ts';
import {memoize} from './memoize.ts';

/** Which username a file expects in which scope: a document of `status`, kept and given back. */
export interface Expectation {
	/** The path as given on the command line. */
	readonly path: string;
	readonly accountId: string;
	readonly scopes: readonly ExpectedScope[];
}

/** One row of the file. */
export interface ExpectedScope extends Scope {
	/** `null` = none. */
	readonly username: string | null;
}

/**
 * Returns why a file does not fit the target: another account, or a group that is missing or has another
 * name. Groups are found by id, and the name has to agree: people tend to change only the name.
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

/** Returns the username that a file expects in a scope: `null` for none, undefined for an unlisted scope. */
export function expectedIn(expectation: Expectation, scope: Scope): string | null | undefined {
	return usernamesOf(expectation).get(scopeKey(scope));
}
