import {usernameIn, type NotRemoved, type Scope} from '../../plan/plan.ts';
import type {Context} from '../context.ts';
import {expectedIn} from '../expectation.ts';

/** The user that is to be set in a scope; `null` where what is set is to be removed. */
export function userIn({answers, change, expectation}: Context, scope: Scope): string | null {
	if (change === 'unset') {
		return null;
	}

	return (expectation === undefined ? answers.user?.value.username : expectedIn(expectation, scope)) ?? '';
}

/**
 * Whether a scope is to be changed: with a file where it names a user and somebody else is set, or none; with
 * `--where-set` where the user is set. One that is not read yet, or cannot be read, stays: leaving it out
 * would say more than is known.
 */
export function isToChange({answers, expectation, isWhereSet, reads}: Context, scope: Scope): boolean {
	const before = reads.credential(scope).value();
	const present = before === undefined ? undefined : usernameIn(before);
	if (expectation === undefined) {
		return !isWhereSet || present === undefined || present === answers.user?.value.username;
	}

	const expected = expectedIn(expectation, scope);
	return typeof expected === 'string' && present !== expected;
}

/** The scopes for which a file expects none, and in which something is set or could not be read. */
export function notRemovedOf({expectation, reads}: Context, scopes: readonly Scope[]): NotRemoved[] {
	return scopes.flatMap((scope) => {
		const found = reads.credential(scope).outcome();
		const isExpected = expectation !== undefined && expectedIn(expectation, scope) === null;
		return !isExpected || found === undefined || (found.ok && usernameIn(found.value) === null)
			? []
			: [{scope, found}];
	});
}

/**
 * The users that a file wants set where somebody else is, each once. None before every scope has been read,
 * and where one could not be and somebody can mend that: a key is only asked for where it will be set.
 */
export function usersToSet(context: Context): readonly string[] {
	const {expectation, isAttended, reads} = context;
	const rows = expectation?.scopes ?? [];
	const looks = rows.map((row) => reads.credential(row).outcome());
	if (looks.some((look) => look === undefined || (isAttended && !look.ok))) {
		return [];
	}

	const read = rows.filter((row, index) => looks[index]?.ok === true && isToChange(context, row));
	return [...new Set(read.flatMap(({username}) => username ?? []))];
}
