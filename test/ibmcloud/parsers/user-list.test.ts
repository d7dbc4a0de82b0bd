import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseUserList, readUserList} from '../../../source/ibmcloud/parsers/user-list.ts';
import type {InfrastructureUser} from '../../../source/ibmcloud/types.ts';
import {realCases, realResult, sample} from '../samples.ts';
import {processorTime} from '../../support/processor-time.ts';

const usersIn = (stdout: string): readonly InfrastructureUser[] | undefined => parseUserList(stdout)?.users;
const usernames = (stdout: string): readonly string[] | undefined =>
	usersIn(stdout)?.map((user) => user.username);

test('every list of the real plug-in is either read or refused, as JSON or not', () => {
	const expected: Record<string, number> = {
		'list-0users-json': 0,
		'list-1user-nokey-json': 1,
		'list-2users-json': 2,
		'list-3users-columns-json': 3,
		'list-3users-json': 3,
		'list-hostile-json': 7,
		'list-sparse-json': 3,
		'list-trace-json': 3,
		'list-unicode-json': 12,
		'list-usernames-json': 14,
	};
	for (const name of realCases('list-')) {
		assert.equal(usersIn(realResult(name).stdout)?.length, expected[name], name);
	}
});

test('fields are read, with the key told from its count', () => {
	assert.deepEqual(usersIn(sample('sl/list-3users-columns-json.stdout')), [
		{
			id: 167_758,
			username: 'IBM123456',
			displayName: '',
			email: 'account.owner@example.com',
			status: 'Active',
			hasKey: true,
		},
		{
			id: 7_260_307,
			username: '1234567_jane.roe@example.com',
			displayName: '',
			email: 'jane.roe@example.com',
			status: 'Active',
			hasKey: false,
		},
		{
			id: 8_344_222,
			username: 'automation01',
			displayName: '',
			email: 'ops@example.com',
			status: 'Disabled',
			hasKey: true,
		},
	]);
	assert.equal(usersIn(sample('sl-user-list.json'))?.[1]?.displayName, 'Infra Admin');
	assert.equal(usersIn(sample('sl-user-list.columns.json'))?.[0]?.hasKey, undefined);
	assert.equal(usersIn(sample('sl-user-list.single.json'))?.length, 1);
});

test('what is missing stays unknown', () => {
	assert.deepEqual(usersIn(sample('sl/list-sparse-json.stdout')), [
		{id: 6_100_001, username: 'onlyid', displayName: '', email: '', status: '', hasKey: undefined},
		{id: 6_100_002, username: 'nulls', displayName: '', email: '', status: '', hasKey: undefined},
		{username: 'noid@example.com', displayName: 'No Id', email: 'noid@example.com', status: '', hasKey: true},
	]);
});

test('hostile names are cleaned, hostile usernames are not offered', () => {
	const users = usersIn(sample('sl/list-hostile-json.stdout')) ?? [];
	assert.deepEqual(
		users.map((user) => user.username),
		[
			'newline@example.com',
			'tab@example.com',
			'ansi@example.com',
			String.raw`html<b>&"quote"\back`,
			'rlo@example.com',
			'linesep@example.com',
			'padded',
		],
	);
	for (const user of users) {
		assert.doesNotMatch(user.displayName + user.email, /[\p{Cc}\u2028\u2029\u202E\u2066-\u2069]/u);
	}

	const bad = [
		'a\u001B[31mb',
		'a\u202Eb',
		'a\nb',
		'a\u200Bb',
		'a\u0000b',
		'x'.repeat(10_000),
		'   ',
		7,
		null,
		{},
	];
	assert.deepEqual(usernames(JSON.stringify(bad.map((username) => ({username})))), []);
});

test('usernames come once, with what other forms they have', () => {
	assert.deepEqual(usernames('[{"username": "a"}, {"username": " a "}, {"username": "A"}, "b", null, [1]]'), [
		'a',
		'A',
	]);
	assert.equal(usersIn('[{"username": "a", "id": 1}, {"username": "a", "id": 2}]')?.[0]?.id, 1);
	const forms = usernames(sample('sl/list-usernames-json.stdout')) ?? [];
	for (const form of ["o'brien_1234567@example.com", 'user with space', '-', 'yes', '7654321']) {
		assert.ok(forms.includes(form), form);
	}

	assert.ok(usernames(sample('sl/list-unicode-json.stdout'))?.includes('пётр.иванов'));
});

test('a hundred thousand users are read in a moment', () => {
	const many = JSON.stringify(
		Array.from({length: 100_000}, (_, index) => ({
			id: index,
			username: `1234567_user${index}@example.com`,
			displayName: `User ${index}`,
			email: `user${index}@example.com`,
			apiAuthenticationKeyCount: index % 2,
		})),
	);
	const taken = processorTime(() => {
		assert.equal(usersIn(many)?.length, 100_000);
	});
	assert.ok(taken < 5000, `${taken} ms`);
});

test('a long list is read as a short one is, repeated usernames and all', async () => {
	const long = JSON.stringify(
		Array.from({length: 20_000}, (_, id) => ({
			id,
			username: `1234567_user${id % 11_000}@example.com`,
			displayName: `User ${id}`,
		})),
	);
	assert.ok(long.length > 1_000_000);
	const users = await readUserList(long);
	assert.equal(users?.users.length, 11_000);
	assert.deepEqual(users, parseUserList(long));
});

test('a long list with a notice before it, or cut, is what it is for a short one', async () => {
	const long = JSON.stringify(
		Array.from({length: 20_000}, (_, id) => ({id, username: `1234567_user${id}@example.com`})),
	);
	assert.equal((await readUserList(`Listing users...\n${long}\n`))?.users.length, 20_000);
	assert.equal(await readUserList(long.slice(0, -30)), undefined);
});

test('a name of which something was lost is in the list and known as unreadable', () => {
	assert.deepEqual(
		usersIn(sample('sl-live/fffd-1.stdout'))?.map(({username, isUnreadable}) => [username, isUnreadable]),
		[
			['1234567_half\uFFFDpair@x.example', true],
			['1234567_good@x.example', undefined],
		],
	);
	assert.equal(usersIn(String.raw`[{"username": "lone\ud800surrogate"}]`)?.length, 0);
});

test('rows without a name that can be shown are counted; rows that are all empty are no list', () => {
	assert.equal(
		parseUserList('[{"username": "ada"}, {"id": 1}, {}, {"username": "a\\u001b[31mb"}]')?.leftOut,
		3,
	);
	assert.equal(parseUserList('[{"username": "ada"}, {"username": "ada"}]')?.leftOut, 0);
	assert.equal(parseUserList('[{"username": "ada"}, {}]')?.leftOut, 1);
	assert.equal(parseUserList('[{}, {"id": 1}]')?.leftOut, 2);
	assert.deepEqual(parseUserList('[]'), {users: [], leftOut: 0});
	assert.deepEqual(parseUserList('null'), {users: [], leftOut: 0});
	assert.deepEqual(parseUserList('[{"id": 1}]'), {users: [], leftOut: 1});
	assert.equal(parseUserList('[{}]'), undefined);
	assert.equal(parseUserList('[{}, {}]'), undefined);
});
