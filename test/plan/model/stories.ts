import type {History, ScopeHistory} from './history.ts';
import type {Ended} from './ended.ts';
import {live} from './run.ts';
import {error} from './service.ts';

/** The user that a story sets, unless it says otherwise. */
export const ada = '1111111_ada';

/** A scope in which all goes well: none was set, and ada is set with a key that nobody has checked. */
export const calm: ScopeHistory = {
	before: null,
	after: ada,
	key: 'right',
	write: {answer: 'done', effectAfter: 10, answerAfter: 100},
	colleagues: [],
	failingReads: [],
	failingPermissions: [],
	permissionLag: 0,
};

/** Runs one history with these differences from a calm one, and returns how its scopes ended. */
export async function story(
	scopes: ReadonlyArray<Partial<ScopeHistory>>,
	more: Partial<History> = {},
): Promise<readonly Ended[]> {
	const lived = await live({
		scopes: scopes.map((scope) => ({...calm, ...scope})),
		concurrency: 8,
		writer: 'cli',
		onlyIfCurrent: undefined,
		retargetAt: undefined,
		interruption: undefined,
		...more,
	});
	return lived.scopes;
}

/** The same for a story of one scope. */
export async function one(scope: Partial<ScopeHistory>, more: Partial<History> = {}): Promise<Ended> {
	const [ended] = await story([scope], more);
	if (ended === undefined) {
		throw new Error('A story has a scope');
	}

	return ended;
}

/** Counts how often a scope was read, written, or recorded. */
export function times({calls}: Ended, kind: Ended['calls'][number]['kind']): number {
	return calls.filter((call) => call.kind === kind).length;
}

/** The answer of the service in place of OK. */
export const said = error('unknown');
