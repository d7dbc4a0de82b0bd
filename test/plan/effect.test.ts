import assert from 'node:assert/strict';
import {test} from 'node:test';
import {effectOf, needsTypedConfirmation, orphans} from '../../source/plan/effect.ts';
import {cluster, failure, none, plan, planned, set, username} from './plans.ts';

test('what setting a user means follows the classic account, not the user', () => {
	const table: ReadonlyArray<
		[string, Parameters<typeof effectOf>[0], string | undefined, string | null | undefined, string]
	> = [
		['nothing set, pair of the linked account', none, '1234567', '1234567', 'first'],
		['nothing set, no account linked', none, '1234567', null, 'first'],
		['nothing set, pair of another account', none, '7654321', '1234567', 'other-account'],
		['nothing set, account of the pair unknown', none, undefined, '1234567', 'other-account'],
		['nothing set, link unknown', none, '1234567', undefined, 'other-account'],
		['the same user', set(username), '1234567', '1234567', 'rotation'],
		['the same user, account unknown', set(username), undefined, undefined, 'rotation'],
		['another user of the account', set('1234567_john@example.com'), '1234567', '7654321', 'other-user'],
		['a user of another account', set('7654321_jane@example.com'), '1234567', '1234567', 'other-account'],
		['a user without a number', set('IBM278444'), '1234567', '1234567', 'other-account'],
		['both accounts unknown', set('IBM278444'), undefined, undefined, 'other-account'],
		['not readable at all', failure('network'), '1234567', '1234567', 'unknown'],
	];
	for (const [name, before, pairAccount, linkedAccount, effect] of table) {
		assert.equal(effectOf(before, username, pairAccount, linkedAccount), effect, name);
	}
});

test('the name is typed where the credential of another account is replaced', () => {
	const replaced = planned({effect: 'other-account', before: set('7654321_jane@example.com')});
	assert.equal(needsTypedConfirmation(plan([planned(), replaced])), true);
});

test('the name is typed where clusters of the linked account would lose theirs', () => {
	assert.equal(needsTypedConfirmation(plan([planned({effect: 'other-account', clusters: [cluster]})])), true);
	assert.equal(needsTypedConfirmation(plan([planned({effect: 'other-account', clusters: []})])), false);
});

test('nothing is typed for a first credential, a rotation, or another user of the same account', () => {
	for (const effect of ['first', 'rotation', 'other-user'] as const) {
		const scope = planned({effect, before: set(username), clusters: [cluster]});
		assert.equal(needsTypedConfirmation(plan([scope])), false, effect);
	}
});

test('only a change of the account can orphan clusters, and then all of the scope', () => {
	assert.deepEqual(orphans(planned({effect: 'other-account', clusters: [cluster]})), [cluster]);
	assert.deepEqual(orphans(planned({effect: 'rotation', clusters: [cluster]})), []);
	assert.deepEqual(orphans(planned({effect: 'other-account', clusters: undefined})), []);
});
