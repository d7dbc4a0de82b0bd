import assert from 'node:assert/strict';
import {test} from 'node:test';
import {gapsOf, scopesToRead, verdictOf, type ScopeChoice} from '../../source/commands/status/matrix.ts';
import type {StatusCell} from '../../source/documents/reading-documents.ts';
import {scopeChoiceOf, type ScopesToRead} from '../../source/commands/status/read-cells.ts';
import type {ClassicCluster, ErrorKind, ResourceGroup} from '../../source/ibmcloud/types.ts';
import {failure} from '../plan/plans.ts';
import {defaultGroup, infraGroup} from '../support/fake-session.ts';

interface Asked extends ScopesToRead {
	readonly visibleGroups: readonly ResourceGroup[];
	readonly targeted: typeof defaultGroup | undefined;
}

const asked: Asked = {
	regions: [],
	groupNames: [],
	isAll: false,
	expectedUser: undefined,
	file: undefined,
	visibleGroups: [
		{...defaultGroup, isDefault: true},
		{...infraGroup, isDefault: false},
	],
	targeted: defaultGroup,
};

function choice(more: Partial<Asked>): ScopeChoice {
	const {targeted, visibleGroups, ...wanted} = {...asked, ...more};
	const target = {loggedIn: true, ...(targeted === undefined ? {} : {group: targeted})};
	const chosen = scopeChoiceOf(wanted, target, visibleGroups);
	assert.ok(chosen.ok);
	return chosen.value;
}

function cluster(name: string, more: Partial<ClassicCluster>): ClassicCluster {
	return {id: name, name, ...more};
}

const clusters = [
	cluster('placed', {region: 'us-east', groupId: infraGroup.id}),
	cluster('by name', {region: 'eu-de', groupName: infraGroup.name}),
	cluster('no region', {groupId: infraGroup.id}),
	cluster('no group', {region: 'us-east'}),
	cluster('hidden group', {region: 'eu-gb', groupId: 'group-9'}),
];

function scopes(more: Partial<Asked>): string[] {
	return scopesToRead(choice(more), clusters).map(({region, group}) => `${region} ${group.name}`);
}

function gaps(more: Partial<Asked>): string[] {
	return gapsOf(choice(more), {ok: true, value: clusters}, 'ibmcloud ks cluster ls').map(
		({kind, cluster: name, error}) => name ?? `${kind} ${error.kind}`,
	);
}

test('each scope is read once, and each cluster is in one that is read or has a row of its own', () => {
	const regions = ['us-east', 'eu-de'] as const;
	assert.deepEqual(scopes({regions}), ['us-east default', 'eu-de default', 'us-east infra', 'eu-de infra']);
	assert.deepEqual(gaps({regions}), ['no region', 'no group']);
	assert.deepEqual(gaps({}), ['no region', 'no group', 'hidden group']);
	assert.deepEqual(gaps({regions: ['eu-gb'], groupNames: [infraGroup.name]}), ['no region']);
	assert.deepEqual(gaps({isAll: true}), ['no region', 'no group']);
	assert.equal(scopes({isAll: true}).length, 14);
});

test('without a targeted group its scopes have a row that says so, unless groups were named', () => {
	assert.equal(gaps({targeted: undefined})[0], 'targeted-group no-group-targeted');
	assert.deepEqual(scopes({targeted: undefined}), ['us-east infra', 'eu-de infra']);
	const none = {targeted: undefined, isAll: true, visibleGroups: []};
	assert.equal(gaps(none)[0], 'targeted-group no-group-targeted');
	assert.deepEqual(scopes(none), []);
	assert.ok(!gaps({targeted: undefined, isAll: true}).some((gap) => gap.startsWith('targeted-group')));
});

test('where the clusters are not read, that is a row: other groups, or what the rows of the named ones lack', () => {
	const unread = failure('role-too-low');
	const kinds = (more: Partial<Asked>): string[] => gapsOf(choice(more), unread, 'c').map(({kind}) => kind);
	assert.deepEqual(kinds({}), ['other-groups']);
	assert.deepEqual(kinds({targeted: undefined}), ['targeted-group', 'other-groups']);
	assert.deepEqual(kinds({isAll: true}), ['clusters']);
});

const scope = {region: 'us-south', group: defaultGroup} as const;
const set = (username: string): StatusCell => ({
	scope,
	credential: {ok: true, value: username},
	clusters: [],
});
const none: StatusCell = {scope, credential: {ok: true, value: null}, clusters: []};
const unread = (kind: ErrorKind): StatusCell => ({scope, credential: failure(kind), clusters: []});

const expecting = (cells: readonly StatusCell[], expected: string | null | undefined): StatusCell[] =>
	cells.map((cell) => ({...cell, expected}));

test('0 only where all was read and fits; then what differs, what is missing, what was not read', () => {
	const table: ReadonlyArray<readonly [readonly StatusCell[], string | null | undefined, number]> = [
		[[none, set('a')], undefined, 0],
		[[set('a')], 'a', 0],
		[[set('a')], 'A', 4],
		[[none], null, 0],
		[[none], 'a', 4],
		[[set('none')], null, 4],
		[[unread('network')], undefined, 5],
		[[unread('plugin-missing'), unread('network')], 'a', 3],
		[[unread('role-too-low'), set('a')], 'a', 5],
		[[unread('role-too-low'), set('b')], 'a', 4],
	];
	for (const [cells, expected, status] of table) {
		assert.equal(verdictOf(expecting(cells, expected), []).exitStatus, status, `${expected} ${status}`);
	}

	const gap = {kind: 'other-groups', error: failure('role-too-low').error} as const;
	assert.equal(verdictOf(expecting([set('a')], 'a'), [gap]).exitStatus, 5);
	assert.equal(verdictOf([], [gap]).exitStatus, 3);
});

test('each reason is given once', () => {
	const cells = [unread('network'), unread('network'), unread('unreadable')];
	assert.deepEqual(
		verdictOf(cells, []).errors.map(({kind}) => kind),
		['network', 'unreadable'],
	);
});
