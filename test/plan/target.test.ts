import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ApplyDependencies, CurrentTarget} from '../../source/plan/apply-dependencies.ts';
import {lookBefore} from '../../source/plan/apply-scope.ts';
import type {Plan, ScopeResult} from '../../source/plan/plan.ts';
import {none, permissions, plan, planned} from './plans.ts';

const {scope} = planned();
const asReviewed = {account: {id: 'account-1', name: 'Example Account'}, group: scope.group};

/** Returns the result that keeps a scope from being written with this target at the last look. */
async function objection(
	target: CurrentTarget | undefined,
	more: Partial<Plan> = {},
): Promise<ScopeResult | undefined> {
	const never = new AbortController().signal;
	const dependencies: ApplyDependencies = {
		target: async () => target,
		read: async () => none,
		permissions: async () => ({ok: true, value: permissions()}),
		write: async () => assert.fail('A look writes nothing'),
		record: async () => assert.fail('A look records nothing'),
		concurrency: 1,
		now: () => 0,
		sleep: async () => {},
	};
	const reviewed = plan([planned()], more);
	const look = await lookBefore(planned(), {plan: reviewed, dependencies, stop: never, abort: never});
	return 'kind' in look ? look : undefined;
}

test('a target that is as it was reviewed has not changed', async () => {
	assert.equal(await objection(asReviewed), undefined);
});

test('another account or another group is named by its old and its new name', async () => {
	assert.deepEqual(await objection({...asReviewed, account: {id: 'account-2', name: 'Other'}}), {
		kind: 'target-changed',
		from: 'Example Account',
		to: 'Other',
		wasSet: false,
	});
	assert.deepEqual(await objection({...asReviewed, group: {id: 'group-2', name: 'payments'}}), {
		kind: 'target-changed',
		from: 'default',
		to: 'payments',
		wasSet: false,
	});
});

test('what nobody can read, or never knew, has not changed', async () => {
	assert.equal(await objection(undefined), undefined);
	assert.equal(await objection({...asReviewed, group: undefined}), undefined);
});

test('where no account was reviewed, the group alone counts', async () => {
	assert.equal(
		await objection({...asReviewed, account: {id: 'account-2', name: 'Other'}}, {account: undefined}),
		undefined,
	);
});
