import type {Plan} from '../plan/plan.ts';
import {mayBeWritten} from '../plan/status.ts';
import type {Application} from './application.ts';
import type {KeyCreations} from './key-creation.ts';
import type {SessionOptions} from './needs.ts';
import type {Report} from './view.ts';

/** What a session leaves behind when it ends. */
export interface Ended {
	readonly outcome: Report['outcome'];
	readonly exitStatus: number;
	/** What was applied, in its order; the last one is told whole. */
	readonly applications: readonly Application[];
	/** What was planned where nothing was applied. */
	readonly reviewed: Plan | undefined;
	readonly keys: KeyCreations;
	readonly options: SessionOptions;
}

/** How a session ended, with what is still to be known of it. */
export function reportOf({outcome, exitStatus, applications, reviewed, keys, options}: Ended): Report {
	const application = applications.at(-1);
	return {
		outcome,
		plan: application?.plan ?? reviewed,
		scopes: application?.scopes ?? [],
		refusal: undefined,
		error: undefined,
		isDemo: options.isDemo,
		unusedKeys: keys.usernames.filter(
			(username) => !applications.some((applied) => mayUse(applied, username)),
		),
		unknownKey: keys.pending,
		keyReference: options.keyReference,
		exitStatus,
	};
}

/** Whether the key of this user may be set in one of the scopes. */
function mayUse({plan: {change}, scopes}: Application, username: string): boolean {
	return (
		change.kind === 'set' && change.pair.username === username && scopes.some((scope) => mayBeWritten(scope))
	);
}
