import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Credential} from '../../source/ibmcloud/types.ts';
import type {Change, Pair} from '../../source/plan/plan.ts';
import {proofOf} from '../../source/plan/proof.ts';
import {failure, pair, permissions, username} from './plans.ts';

const found: Credential = {kind: 'set', username};
const unreadable = failure('network');

test('verified: the name was read back, and the classic API had accepted the pair', () => {
	assert.deepEqual(proofOf(found, unreadable, setting(pair({isChecked: true}))), {
		kind: 'verified',
		username,
		provenBy: 'pair-check',
	});
});

test('verified: the name was read back, and the expected account is in force, manually set', () => {
	const value = permissions();
	assert.deepEqual(proofOf(found, {ok: true, value}, setting(pair())), {
		kind: 'verified',
		username,
		provenBy: 'infra-permissions',
		permissions: value,
	});
});

test('the account in the username is expected where no other is known', () => {
	const {account: _unknown, ...rest} = pair();
	assert.equal(proofOf(found, {ok: true, value: permissions()}, setting(rest)).kind, 'verified');
});

test('with the name alone the key is not proven', () => {
	assert.deepEqual(proofOf(found, unreadable, setting(pair())), {
		kind: 'set-not-proven',
		username,
		unreadable: unreadable.error,
	});
	const linked = permissions({setBy: 'linked'});
	assert.deepEqual(proofOf(found, {ok: true, value: linked}, setting(pair())), {
		kind: 'set-not-proven',
		username,
		permissions: linked,
	});
});

test('another account in force is said', () => {
	const value = permissions({account: '7654321'});
	assert.deepEqual(proofOf(found, {ok: true, value}, setting(pair())), {
		kind: 'set-not-proven',
		username,
		permissions: value,
		accountInForce: '7654321',
	});
});

test('a pair whose account nobody knows is never proven by an account', () => {
	const {account: _unknown, ...rest} = pair({username: 'IBM278444'});
	const result = proofOf(
		{kind: 'set', username: 'IBM278444'},
		{ok: true, value: permissions()},
		setting(rest),
	);
	assert.equal(result.kind, 'set-not-proven');
});

test('another name, no name, or nothing set differs, whatever else was proven', () => {
	const checked = pair({isChecked: true});
	const good = {ok: true, value: permissions()} as const;
	const differs = (name: string | null): object => ({
		kind: 'differs',
		expected: username,
		found: name,
	});
	assert.deepEqual(proofOf({kind: 'set', username: 'other'}, good, setting(checked)), differs('other'));
	assert.deepEqual(proofOf({kind: 'none'}, good, setting(checked)), differs(null));
	assert.equal(
		proofOf({kind: 'set', username: username.toUpperCase()}, good, setting(checked)).kind,
		'differs',
	);
});

function setting(value: Pair): Change {
	return {kind: 'set', pair: value};
}

test('removed is a read-back that shows none; anything else differs', () => {
	const removal = {kind: 'unset'} as const;
	assert.deepEqual(proofOf({kind: 'none'}, unreadable, removal), {kind: 'removed'});
	assert.deepEqual(proofOf(found, unreadable, removal), {kind: 'differs', expected: null, found: username});
});
