import {provenAt} from '../plan/last-changes.ts';
import type {Scope} from '../plan/plan.ts';
import type {Context} from './context.ts';

/**
 * The day on which this pair was set and proven in a scope from here; undefined if something came after it.
 */
export function provenBefore(scope: Scope, {answers, recorded}: Context): string | undefined {
	const {user, key} = answers;
	return user === undefined || key === undefined
		? undefined
		: provenAt(recorded(), scope, {
				username: user.value.username,
				fingerprint: key.value.fingerprint,
			})?.slice(0, 10);
}
