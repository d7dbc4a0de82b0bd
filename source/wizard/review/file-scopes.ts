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

type Known = Pick<Context, 'expectation' | 'isAttended' | 'reads'>;

/**
 * Whether a scope of a file is to be set: the file names a user, and somebody else is set, or none. One that
 * is not read yet, or cannot be read, stays: leaving it out would say more than is known.
 */
export function isToSet({expectation, reads}: Pick<Known, 'expectation' | 'reads'>, scope: Scope): boolean {
	const expected = expectation === undefined ? undefined : expectedIn(expectation, scope);
	const before = reads.credential(scope).outcome();
	return typeof expected === 'string' && (before?.ok !== true || usernameIn(before.value) !== expected);
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
export function usersToSet({expectation, isAttended, reads}: Known): readonly string[] {
	const rows = expectation?.scopes ?? [];
	const looks = rows.map(({region, group}) => reads.credential({region, group}).outcome());
	if (looks.some((look) => look === undefined || (isAttended && !look.ok))) {
		return [];
	}

	const users = rows.flatMap(({username}, index) => {
		const look = looks[index];
		return username !== null && look?.ok === true && usernameIn(look.value) !== username ? [username] : [];
	});
	return [...new Set(users)];
}
