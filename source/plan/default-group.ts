import type {ScopeRun} from './apply-dependencies.ts';
import {effectOf} from './effect.ts';
import {expectedOf, type Plan, type PlannedScope, type ScopeProgress, type ScopeResult} from './plan.ts';
import {accountOf} from './proof.ts';

/**
 * Reports whether the API might change another group than the named one. It is unproven that the service
 * honors the group header; without it, the default group is meant (inferred). If the same plan changes the
 * region's default group, in this scope or another, nothing can be told from reading it.
 */
export function mayStray({scope}: PlannedScope, {writer, defaultGroup, scopes}: Plan): boolean {
	return (
		writer === 'api' &&
		defaultGroup !== undefined &&
		!scopes.some((other) => other.scope.region === scope.region && other.scope.group.id === defaultGroup.id)
	);
}

/**
 * Reads what is set in the default group of a scope's region, before a write that may stray.
 *
 * @returns a function that reads it again after the write, and returns a result if the change has arrived
 * there; undefined if the write cannot stray, or the default group cannot be read.
 */
export async function watchDefaultGroup(
	planned: PlannedScope,
	{plan, dependencies, abort}: ScopeRun,
): Promise<(() => Promise<ScopeResult | undefined>) | undefined> {
	const {defaultGroup} = plan;
	if (defaultGroup === undefined || !mayStray(planned, plan)) {
		return undefined;
	}

	const scope = {region: planned.scope.region, group: defaultGroup};
	const expected = expectedOf(planned);
	const before = await dependencies.read(scope, expected, abort);
	if (!before.ok) {
		return undefined;
	}

	const was = before.value;
	return async () => {
		const after = await dependencies.read(scope, expected, abort);
		const now = after.ok ? after.value : was;
		// Whatever else somebody sets there meanwhile is not our change.
		return now === expected && now !== was
			? {kind: 'wrong-group', insteadOf: planned.scope.group, group: defaultGroup, was, now}
			: undefined;
	};
}

/** Returns the scope that was changed: the planned one, or the one that the API took in its place. */
export function changedIn({planned, state}: ScopeProgress, {linkedAccount}: Plan): PlannedScope {
	if (state.kind !== 'done' || state.result.kind !== 'wrong-group') {
		return planned;
	}

	const {group, was} = state.result;
	const {change, scope} = planned;
	const before = {ok: true, value: was} as const;
	const accountAfter = change.kind === 'set' ? accountOf(change.pair) : (linkedAccount ?? undefined);
	const effect = effectOf({before, username: expectedOf(planned), accountAfter, linkedAccount});
	return {scope: {region: scope.region, group}, change, before, effect, clusters: undefined};
}
