import {expectedOf, type Plan} from '../../plan/plan.ts';
import {mayBeWritten} from '../../plan/status.ts';
import {allScopes, earlierScopes, type Application} from './application.ts';
import {keyCommand, type KeyCreationOf} from './key-creation.ts';
import type {Context, KeyCreation} from '../context.ts';
import type {KeyNote, Report} from '../view.ts';

/**
 * How a session ended, with what is still to be known of it.
 *
 * @param applications what was applied, in its order; the last one is told whole.
 * @param reviewed what was planned where nothing was applied.
 */
export function reportOf(
	{outcome, exitStatus}: Pick<Report, 'outcome' | 'exitStatus'>,
	applications: readonly Application[],
	reviewed: Plan | undefined,
	keys: readonly KeyCreationOf[],
	{place, isDemo, keyReference}: Context,
): Report {
	const endedAt = applications.at(-1)?.endedAt;
	const scopes = allScopes(applications);
	const last = applications.at(-1)?.plan;
	// Whoever sets the key of a user has one.
	const notesOf = (...kinds: ReadonlyArray<KeyCreation['kind']>): KeyNote[] =>
		keys
			.filter(({creation}) => kinds.includes(creation.kind))
			.filter(({user}) => !applications.some((applied) => mayUse(applied, user.username)))
			.map(({user}) => ({username: user.username, command: keyCommand(user, place, 'detail', '--keys')}));
	return {
		outcome,
		plan: last === undefined ? reviewed : {...last, scopes: scopes.map(({planned}) => planned)},
		scopes,
		earlier: earlierScopes(applications),
		...(place.user === undefined ? {} : {operator: place.user}),
		...(endedAt === undefined ? {} : {endedAt}),
		isDemo,
		unusedKeys: notesOf('made'),
		// The answer was lost, or is still awaited.
		unknownKeys: notesOf('open', 'running'),
		keyReference,
		exitStatus,
	};
}

/** Whether the key of this user may be set in one of the scopes. */
function mayUse({scopes}: Application, username: string): boolean {
	return scopes.some((scope) => expectedOf(scope.planned) === username && mayBeWritten(scope));
}
