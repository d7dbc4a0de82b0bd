import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	accountsToName,
	canOrphan,
	clustersIn,
	effectOf,
	isPlaceUnknown,
	losesControl,
	rankOf,
	takesControl,
} from '../../source/plan/effect.ts';
import {cluster, failure, none, plan, planned, set, username} from './plans.ts';

const old = '7654321_jane@example.com';

test('what a change means follows the classic account, not the user', () => {
	const table: ReadonlyArray<
		[string, Parameters<typeof effectOf>[0]['before'], string | undefined, string | null | undefined, string]
	> = [
		['nothing set, pair of the linked account', none, '1234567', '1234567', 'first'],
		['nothing set, no account linked', none, '1234567', null, 'first'],
		['nothing set, pair of another account', none, '7654321', '1234567', 'other-account'],
		['nothing set, account of the pair unknown', none, undefined, '1234567', 'other-account'],
		['nothing set, link unknown', none, '1234567', undefined, 'other-account'],
		['the same user', set(username), '1234567', '1234567', 'rotation'],
		['the same user, account unknown', set(username), undefined, undefined, 'rotation'],
		['another user of the account', set('1234567_john@example.com'), '1234567', '7654321', 'other-user'],
		['a user of another account', set(old), '1234567', '1234567', 'other-account'],
		['a user without a number', set('IBM278444'), '1234567', '1234567', 'other-account'],
		['both accounts unknown', set('IBM278444'), undefined, undefined, 'other-account'],
		['not readable at all', failure('network'), '1234567', '1234567', 'unknown'],
	];
	for (const [name, before, accountAfter, linkedAccount, effect] of table) {
		assert.equal(effectOf({before, username, accountAfter, linkedAccount}), effect, name);
	}
});

test('removing where none is set is nothing; elsewhere it follows the account that is linked', () => {
	const removal = {username: null, accountAfter: '1234567', linkedAccount: '1234567'};
	assert.equal(effectOf({...removal, before: none}), 'nothing');
	assert.equal(effectOf({...removal, before: set(username)}), 'other-user');
	assert.equal(effectOf({...removal, before: set(old)}), 'other-account');
});

test('the account in force tells whose a username without a number is, and contradicts one with a number', () => {
	const facts = {username, accountAfter: '1234567', linkedAccount: '1234567'};
	assert.equal(effectOf({...facts, before: set('IBM278444'), accountInForce: '1234567'}), 'other-user');
	const colleague = set('1234567_john@example.com');
	assert.equal(effectOf({...facts, before: colleague, accountInForce: '1234567'}), 'other-user');
	assert.equal(effectOf({...facts, before: colleague, accountInForce: '7654321'}), 'other-account');
	assert.equal(
		effectOf({...facts, linkedAccount: undefined, before: none, accountInForce: '1234567'}),
		'first',
	);
});

test('control is taken where another account’s credential goes, or clusters may lose their account', () => {
	const other = {effect: 'other-account'} as const;
	assert.equal(takesControl(planned({...other, before: set(old)})), true);
	assert.equal(takesControl(planned({...other, clusters: [cluster]})), true);
	assert.equal(takesControl(planned({...other, clusters: undefined})), true, 'unreadable counts as clusters');
	assert.equal(takesControl(planned({...other, clusters: []})), false);
	for (const effect of ['first', 'rotation', 'other-user', 'nothing'] as const) {
		assert.equal(takesControl(planned({effect, before: set(username), clusters: [cluster]})), false, effect);
	}
});

test('who loses control is named by number; by username where no number is known or two differ', () => {
	const named = (before: typeof none, accountInForce?: string, linkedAccount: string | null = '1234567') =>
		losesControl(
			planned({
				effect: 'other-account',
				clusters: undefined,
				before,
				...(accountInForce === undefined ? {} : {accountInForce}),
			}),
			{linkedAccount},
		);
	assert.equal(named(set(old)), '7654321');
	assert.equal(named(set(old), '7654321'), '7654321');
	assert.equal(named(set(old), '1111111'), old);
	assert.equal(named(set('IBM278444')), 'IBM278444');
	assert.equal(named(set('IBM278444'), '1111111'), '1111111');
	assert.equal(named(none), '1234567');
	assert.equal(named(none, '1111111', null), '1111111');
	assert.equal(named(none, undefined, null), 'us-south/default');
});

test('every account that loses control has to be named once', () => {
	const other = planned({effect: 'other-account', before: set(old)});
	assert.deepEqual(accountsToName(plan([other, planned(), other])), ['7654321']);
});

test('only a change of the account can orphan clusters; a list that could not be read counts as clusters', () => {
	const before = set(old);
	assert.equal(canOrphan(planned({before, effect: 'other-account', clusters: [cluster]})), true);
	assert.equal(canOrphan(planned({before, effect: 'other-account', clusters: undefined})), true);
	assert.equal(canOrphan(planned({before, effect: 'other-account', clusters: []})), false);
	assert.equal(canOrphan(planned({before, effect: 'rotation', clusters: [cluster]})), false);
});

test('the worst comes first: orphans, another account, what is not known, another user, a renewal, a first credential', () => {
	const before = set(old);
	const ranks = [
		planned({before, effect: 'other-account', clusters: [cluster]}),
		planned({before, effect: 'other-account'}),
		planned({before: failure('network'), effect: 'unknown'}),
		planned({before, effect: 'other-user', clusters: [cluster]}),
		planned({before, effect: 'rotation'}),
		planned(),
		planned({effect: 'nothing'}),
	].map((scope) => rankOf(scope));
	assert.deepEqual(
		ranks,
		ranks.toSorted((left, right) => left - right),
	);
	assert.equal(new Set(ranks).size, ranks.length);
});

test('where a change leads back, the clusters are at risk that came since', () => {
	const restores = {account: '7654321', until: '2026-01-01T13:00:00.000Z', since: []};
	const back = planned({before: set(old), effect: 'other-account', clusters: [cluster]});
	assert.equal(canOrphan({...back, restores}), false);
	assert.equal(canOrphan({...back, clusters: [], restores: {...restores, since: [cluster]}}), true);
	assert.equal(canOrphan({...back, restores: {...restores, since: undefined}}), true);
});

test('a cluster counts where its group fits by id or by name, and where its place is not known', () => {
	const {scope} = planned();
	const {groupId: _id, region: _region, ...bare} = cluster;
	const there = [
		cluster,
		{...cluster, groupId: 'another id', groupName: 'default'},
		{...bare, region: 'us-south', groupName: 'default'},
		{...bare, groupId: 'group-1'},
		{...bare, region: 'us-south'},
	] as const;
	const elsewhere = [
		{...cluster, region: 'eu-de'},
		{...cluster, groupId: 'group-2'},
		{...bare, groupId: 'group-2'},
		{...bare, groupName: 'another name'},
	] as const;
	assert.deepEqual(clustersIn(scope, [...there, ...elsewhere]), there);
});

test('a cluster without region or without group may be anywhere', () => {
	const {groupId: _id, region: _region, ...bare} = cluster;
	assert.equal(isPlaceUnknown(cluster), false);
	assert.equal(isPlaceUnknown({...bare, region: 'us-south', groupName: 'default'}), false);
	assert.equal(isPlaceUnknown({...bare, region: 'us-south'}), true);
	assert.equal(isPlaceUnknown({...bare, groupId: 'group-1'}), true);
});
