import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readExpectation} from '../../source/documents/read-expectation.ts';
import {englishTexts} from '../../source/text/texts.ts';
import {misfitOf} from '../../source/wizard/expectation.ts';

const group = {id: 'group-1', name: 'default'};

function row(region: string, more: object = {}): Record<string, unknown> {
	return {
		region,
		resourceGroup: group,
		credential: {kind: 'set', username: '1234567_ada@acme.example'},
		classicClusters: [],
		asExpected: null,
		...more,
	};
}

function document(scopes: readonly unknown[], more: object = {}): Record<string, unknown> {
	return {
		schemaVersion: 2,
		exitStatus: 0,
		command: 'status',
		program: '0.1.0',
		time: '2026-11-25T12:00:00.000Z',
		account: {id: 'account-1', name: 'Acme', number: '1234567'},
		operator: 'grace@acme.example',
		expected: null,
		scopes,
		unread: [],
		error: null,
		...more,
	};
}

function said(given: unknown): string {
	const read = readExpectation('f.json', typeof given === 'string' ? given : JSON.stringify(given));
	return read.ok ? 'taken' : englishTexts.say(read.reason);
}

test('a document is what is to be set: a user or none, row by row', () => {
	const read = readExpectation(
		'f.json',
		JSON.stringify(document([row('us-south'), row('eu-de', {credential: {kind: 'none'}})])),
	);
	assert.deepEqual(read, {
		ok: true,
		value: {
			path: 'f.json',
			accountId: 'account-1',
			scopes: [
				{region: 'us-south', group, username: '1234567_ada@acme.example'},
				{region: 'eu-de', group, username: null},
			],
		},
	});
});

test('what --expect has printed can be given back as well', () => {
	assert.equal(said(document([row('us-south', {expected: null, found: 'a', asExpected: false})])), 'taken');
});

const fine = row('us-south');
const refusals: ReadonlyArray<readonly [name: string, given: unknown, said: RegExp]> = [
	['no JSON', '{"secret": "hunter2"', /f\.json, \$: expected the JSON document/],
	['nothing', '', /f\.json, \$: expected the JSON document/],
	['another thing', '[]', /\$: expected a value of the type object/],
	['another version', document([fine], {schemaVersion: 1}), /, schemaVersion: expected 2\./],
	['another document', document([fine], {command: 'history'}), /, command: expected status\./],
	['no rows', document([]), /, scopes: expected at least one scope/],
	['rows of another kind', document([fine], {scopes: {}}), /, scopes: expected .* array/],
	[
		'a region that does not exist',
		document([fine, row('mars')]),
		/, scopes\[1\]\.region: expected us-south \| /,
	],
	[
		'a region of VPC alone',
		document([fine, fine, row('br-sao')]),
		/, scopes\[2\]\.region: expected us-south \| .* \| au-syd\./,
	],
	[
		'a group as a name',
		document([row('eu-de', {resourceGroup: 'default'})]),
		/scopes\[0\]\.resourceGroup: .*object/,
	],
	[
		'another kind of credential',
		document([row('eu-de', {credential: {kind: 'gone'}})]),
		/scopes\[0\]\.credential\.kind: expected none \| set \| unreadable/,
	],
	[
		'a username that is none',
		document([row('eu-de', {credential: {kind: 'set', username: ''}})]),
		/scopes\[0\]\.credential\.username: expected an infrastructure username/,
	],
	[
		'a row twice',
		document([fine, row('eu-de'), fine]),
		/scopes\[2\]: expected each scope once.* scopes\[0\]/,
	],
	[
		'an unknown field in a row',
		document([row('eu-de', {note: 'x'})]),
		/scopes\[0\]\.note: expected no such field/,
	],
	[
		'an unknown field deeper',
		document([row('eu-de', {resourceGroup: {...group, crn: 'x'}})]),
		/scopes\[0\]\.resourceGroup\.crn: expected no such field; the fields here are id and name/,
	],
	['an unknown field above', document([fine], {comment: 'x'}), /f\.json, comment: expected no such field/],
	['no account', document([fine], {account: null}), /, account: expected a value of the type object/],
	[
		'a row that was not read',
		document([
			fine,
			row('eu-de', {
				credential: {
					kind: 'unreadable',
					error: {kind: 'network', code: null, command: 'c', exitCode: 1, words: 'w'},
				},
			}),
		]),
		/scopes\[1\]\.credential: .* could not be read when the file was written/,
	],
	[
		'a row whose user was not read',
		document([row('eu-de', {credential: {kind: 'set', username: null}})]),
		/scopes\[0\]\.credential: .* could not be read when the file was written/,
	],
];

for (const [name, given, expected] of refusals) {
	test(`${name}: refused as a whole, with the place and what was expected`, () => {
		assert.match(said(given), expected);
	});
}

test('what stands in a file is not repeated, wherever it stands', () => {
	const secret = 'k7c4a9e1f07b52d8836ea1f4c90d7b3e5582f6a0c1d94e7b38a5f2069de1c7b4';
	for (const given of [
		secret,
		document([row(secret)]),
		document([row('eu-de', {[secret]: secret})]),
		document([row('eu-de', {key: secret})]),
		document([row('eu-de', {credential: {kind: secret}})]),
		document([row('eu-de', {credential: {kind: 'set', username: secret}})]),
		document([fine], {[secret]: 1}),
	]) {
		const words = said(given);
		assert.notEqual(words, 'taken');
		assert.ok(!words.includes(secret), words);
	}
});

test('thousands of rows are read in the time that they need', () => {
	const many = (count: number): unknown =>
		document(
			Array.from({length: count}, (_, index) => row('eu-de', {resourceGroup: {id: `g${index}`, name: 'g'}})),
		);
	assert.equal(said(many(10_000)), 'taken');
});

test('a file is about one account, and each of its groups is there under its name', () => {
	const expectation = {
		path: 'f.json',
		accountId: 'account-1',
		scopes: [{region: 'eu-de', group, username: null}],
	} as const;
	const groups = [{...group, isDefault: true}];
	const account = {id: 'account-1', name: 'Acme'};
	const place = (...given: [Parameters<typeof misfitOf>[1], Parameters<typeof misfitOf>[2]]): unknown => {
		const misfit = misfitOf(expectation, ...given);
		return misfit === undefined ? undefined : [misfit.key, misfit.values?.['place']];
	};

	assert.equal(place(account, groups), undefined);
	assert.deepEqual(place({id: 'account-2', name: 'Acme'}, groups), ['file.otherAccount', 'account.id']);
	assert.deepEqual(place(undefined, groups), ['file.otherAccount', 'account.id']);
	assert.deepEqual(place(account, []), ['file.noGroup', 'scopes[0].resourceGroup.id']);
	assert.deepEqual(place(account, [{...group, name: 'renamed', isDefault: true}]), [
		'file.groupName',
		'scopes[0].resourceGroup.name',
	]);
});
