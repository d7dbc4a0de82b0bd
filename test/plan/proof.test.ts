import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Credential, InfraPermissions, Outcome} from '../../source/ibmcloud/types.ts';
import type {Pair, ScopeResult} from '../../source/plan/plan.ts';
import {proofOf} from '../../source/plan/proof.ts';
import {failure, pair, permissions, username} from './plans.ts';

const found: Credential = username;
const unreadable = failure('network');
const linked = read({setBy: 'linked'});
const manual = read({});

function read(more: Partial<InfraPermissions>): Outcome<InfraPermissions> {
	return {ok: true, value: permissions(more)};
}

function proof(
	after: Outcome<InfraPermissions>,
	{before = linked, by = pair(), shows = found}: {before?: typeof after; by?: Pair; shows?: Credential} = {},
): ScopeResult {
	return proofOf(shows, {before, after}, {kind: 'set', pair: by});
}

test('verified: the name was read back, and the classic API had accepted the pair', () => {
	assert.deepEqual(proof(unreadable, {by: pair({isChecked: true})}), {
		kind: 'verified',
		username,
		provenBy: 'pair-check',
	});
});

test('verified: the expected account is in force, manually set, and was not before', () => {
	for (const before of [linked, read({account: '7654321'}), read({account: '7654321', setBy: 'unknown'})]) {
		assert.deepEqual(proof(manual, {before}), {
			kind: 'verified',
			username,
			provenBy: 'infra-permissions',
			permissions: permissions(),
		});
	}
});

test('the account in the username is expected where no other is known', () => {
	const {account: _unknown, ...rest} = pair();
	assert.equal(proof(manual, {by: rest}).kind, 'verified');
});

test('what infra-permissions said before proves nothing, nor does what nobody has read before', () => {
	assert.equal(proof(manual, {before: manual}).kind, 'set-not-proven');
	assert.equal(proof(manual, {before: unreadable}).kind, 'set-not-proven');
	assert.equal(
		proofOf(found, {before: undefined, after: manual}, {kind: 'set', pair: pair()}).kind,
		'set-not-proven',
	);
});

test('with the name alone the key is not proven', () => {
	assert.deepEqual(proof(unreadable), {kind: 'set-not-proven', username, unreadable: unreadable.error});
	assert.equal(proof(linked).kind, 'set-not-proven');
});

test('another account in force than that of the pair is a difference, whatever else is proven', () => {
	for (const isChecked of [true, false]) {
		assert.deepEqual(proof(read({account: '7654321'}), {by: pair({isChecked})}), {
			kind: 'other-account-in-force',
			username,
			expected: '1234567',
			inForce: '7654321',
		});
	}
});

test('a pair whose account nobody knows is never proven by an account', () => {
	const {account: _unknown, ...rest} = pair({username: 'IBM278444'});
	const {account: _nameless, ...silent} = permissions();
	for (const after of [manual, {ok: true, value: silent} as const]) {
		const {kind} = proof(after, {by: rest, shows: 'IBM278444'});
		assert.equal(kind, 'set-not-proven');
	}
});

test('another name, no name, or nothing set differs, whatever else was proven', () => {
	const by = pair({isChecked: true});
	for (const shows of ['other', null, username.toUpperCase()]) {
		assert.deepEqual(proof(manual, {by, shows}), {kind: 'differs', expected: username, found: shows});
	}
});

test('removed is a read-back that shows none; anything else differs', () => {
	const reads = {before: undefined, after: unreadable};
	assert.deepEqual(proofOf(null, reads, {kind: 'unset'}), {kind: 'removed'});
	assert.deepEqual(proofOf(found, reads, {kind: 'unset'}), {
		kind: 'differs',
		expected: null,
		found: username,
	});
});
