import {expectedOf, type Plan, type ScopeProgress} from '../../plan/plan.ts';
import {mayBeWritten, resultOf} from '../../plan/status.ts';
import type {ApplicationRun} from './application-run.ts';
import {keyDetailCommand, type KeyCreations, type KeyUser} from './key-creation.ts';
import type {SessionOptions} from './dependencies.ts';
import type {Place} from '../place.ts';
import type {KeyNote, Report} from '../view.ts';

/** What a session leaves behind when it ends. */
export interface Ended {
	readonly outcome: Report['outcome'];
	readonly exitStatus: number;
	/** What was applied, in its order; the last one is told whole. */
	readonly applications: readonly ApplicationRun[];
	/** What was planned where nothing was applied. */
	readonly reviewed: Plan | undefined;
	readonly keys: KeyCreations;
	readonly place: Place;
	readonly options: SessionOptions;
}

/** How a session ended, with what is still to be known of it. */
export function reportOf({outcome, exitStatus, applications, reviewed, keys, place, options}: Ended): Report {
	const scopes = allScopes(applications);
	const last = applications.at(-1)?.plan;
	// Whoever sets the key of a user has one.
	const notesOf = (users: readonly KeyUser[]): KeyNote[] =>
		users
			.filter(({username}) => !applications.some((applied) => mayUse(applied, username)))
			.map((user) => ({username: user.username, command: keyDetailCommand(user, place)}));
	return {
		outcome,
		plan: last === undefined ? reviewed : {...last, scopes: scopes.map(({planned}) => planned)},
		scopes,
		refusal: undefined,
		error: undefined,
		isDemo: options.isDemo,
		unusedKeys: notesOf(keys.made),
		unknownKeys: notesOf(keys.unknown),
		keyReference: options.keyReference,
		exitStatus,
	};
}

/** Every scope that was applied in a session, as its last application left it. */
export function allScopes(applications: readonly ApplicationRun[]): ScopeProgress[] {
	const scopes = new Map<string, ScopeProgress>();
	for (const progress of applications.flatMap((application) => application.scopes)) {
		const {region, group} = progress.planned.scope;
		const key = `${region} ${group.id}`;
		// A scope whose turn did not come again stands as it was.
		if (!scopes.has(key) || resultOf(progress)?.kind !== 'not-started') {
			scopes.set(key, progress);
		}
	}

	return [...scopes.values()];
}

/** Whether the key of this user may be set in one of the scopes. */
function mayUse({scopes}: ApplicationRun, username: string): boolean {
	return scopes.some((scope) => expectedOf(scope.planned) === username && mayBeWritten(scope));
}
