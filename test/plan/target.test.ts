import assert from 'node:assert/strict';
import {test} from 'node:test';
import {targetChange} from '../../source/plan/apply-dependencies.ts';
import {plan, planned} from './plans.ts';

const {account} = plan([]);
const {scope} = planned();
const target = {accountId: 'account-1', accountName: 'Example Account', group: scope.group};

test('a target that is as it was reviewed has not changed', () => {
	assert.equal(targetChange({account}, scope, target), undefined);
});

test('another account or another group is told in its old and its new name', () => {
	assert.deepEqual(
		targetChange({account}, scope, {...target, accountId: 'account-2', accountName: 'Other'}),
		{from: 'Example Account', to: 'Other'},
	);
	assert.deepEqual(targetChange({account}, scope, {...target, group: {id: 'group-2', name: 'payments'}}), {
		from: 'default',
		to: 'payments',
	});
});

test('what nobody can read, or never knew, has not changed', () => {
	assert.equal(targetChange({account}, scope, undefined), undefined);
	assert.equal(targetChange({account}, scope, {...target, group: undefined}), undefined);
	assert.equal(targetChange({account: undefined}, scope, target), undefined);
});
