import {expectedOf, scopeName, type Scope} from '../../plan/plan.ts';
import {canBeUndone} from '../../plan/status.ts';
import {message} from '../../text/message.ts';
import {momentText} from '../../text/moment.ts';
import {offer, type OfferedAction} from '../action.ts';
import type {Context} from '../context.ts';
import {allScopes, type Application} from './application.ts';

interface Restorable extends Scope {
	readonly username: string;
}

/** Returns what a session can undo: the replaced users whose keys for the way back are held until the end. */
export function undoOf(applications: readonly Application[]): Restorable[] {
	const heldKeys = applications.at(-1)?.plan.heldKeys;
	return allScopes(applications).flatMap((progress) => {
		const {scope, before} = progress.planned;
		const username = before.ok ? before.value : null;
		const isOther = username !== null && username !== expectedOf(progress.planned);
		return isOther && heldKeys?.has(username) === true && canBeUndone(progress) ? [{...scope, username}] : [];
	});
}

/** Offers to undo that. */
export function undoAction(applications: readonly Application[]): OfferedAction[] {
	const usernames = usersOf(undoOf(applications));
	return usernames.length === 0 ? [] : [offer('restore', message('action.undo', {usernames}))];
}

/** Returns what the newest change from here replaced in this account, if that holds and was not put back. */
export function lastReplaced({place, replaced}: Context): Array<Restorable & {readonly until: string}> {
	const here = [...replaced().values()]
		.flatMap((changes) => changes.at(-1) ?? [])
		.filter(({entry}) => entry.account?.id === place.account?.id)
		.toSorted((one, other) => (one.until < other.until ? 1 : -1));
	const newest = here[0]?.entry.run;
	return here.flatMap(({entry, before, after, until}) =>
		entry.run === newest && before !== null && after === entry.after
			? [{region: entry.region, group: entry.group, username: before, until}]
			: [],
	);
}

/** Offers to put that back. */
export function restoreAction(context: Context): OfferedAction[] {
	const scopes = lastReplaced(context);
	const [newest] = scopes;
	if (newest === undefined || !context.isInteractive) {
		return [];
	}

	const values = {
		scopes: scopes.map((scope) => scopeName(scope)),
		count: scopes.length,
		time: momentText(newest.until),
		usernames: usersOf(scopes),
	};
	return [offer('restore', message('action.restore', values))];
}

function usersOf(scopes: readonly Restorable[]): string[] {
	return [...new Set(scopes.map(({username}) => username))];
}
