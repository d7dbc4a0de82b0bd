import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseInfraPermissions} from '../../../source/ibmcloud/parsers/infra-permissions.ts';
import {sample} from '../samples.ts';

const nothing = {missingRequired: [], missingSuggested: []};

test('JSON: whose account, how it was set, what is missing', () => {
	assert.deepEqual(parseInfraPermissions(sample('ks-infra-permissions-get.linked.json')), {
		account: '1234567',
		setBy: 'linked',
		...nothing,
	});
	assert.deepEqual(parseInfraPermissions(sample('ks-infra-permissions-get.manual.json')), {
		account: '7654321',
		setBy: 'manual',
		missingRequired: ['View Virtual Server Details'],
		missingSuggested: ['Add Server'],
	});
});

test('the kind of account in every plausible spelling', () => {
	const setBy = (accountType: string): unknown =>
		parseInfraPermissions(JSON.stringify({account: '1', accountType}))?.setBy;
	assert.equal(setBy('IAAS'), 'manual');
	assert.equal(setBy('manually set IaaS credentials'), 'manual');
	assert.equal(setBy('LINKED'), 'linked');
	assert.equal(setBy('linked account API key'), 'linked');
	assert.equal(setBy('linked or iaas'), 'unknown');
	assert.equal(setBy(''), 'unknown');
});

test('something missing that is not named does not pass as sufficient', () => {
	assert.deepEqual(
		parseInfraPermissions(
			'{"account": 1234567, "networkManagerPermissions": {"required": {"insufficient": true}, "recommended": null}}',
		),
		{
			account: '1234567',
			setBy: 'unknown',
			missingRequired: ['networkManagerPermissions'],
			missingSuggested: [],
		},
	);
});

test('JSON with one thing in it is an answer, and what has another name or form is no group', () => {
	const read = (answer: object): unknown => parseInfraPermissions(JSON.stringify(answer));
	assert.deepEqual(read({accountType: 'iaas'}), {setBy: 'manual', ...nothing});
	assert.deepEqual(read({storagePermissions: {}}), {setBy: 'unknown', ...nothing});
	const missing = {required: {missingPermissions: ['X']}};
	assert.deepEqual(
		read({account: '1234567', details: missing, permissionsOfAll: missing, permissions: 'all'}),
		{account: '1234567', setBy: 'unknown', ...nothing},
	);
	for (const account of ['a1234567', '1234567a', '123', '1'.repeat(13)]) {
		assert.deepEqual(read({account}), {setBy: 'unknown', ...nothing}, account);
	}
});

test('permissions are texts or objects with a name', () => {
	const missingPermissions = ['A', {name: 'B'}, {key: 'C'}, '', {}, 7, 'A'];
	assert.deepEqual(
		parseInfraPermissions(JSON.stringify({networkPermissions: {suggested: {missingPermissions}}})),
		{setBy: 'unknown', missingRequired: [], missingSuggested: ['A', 'B', 'C']},
	);
});

test('each part of the English text is an answer by itself; what only looks like a row is none', () => {
	const header = 'account ID 7654321 with infrastructure access set up by linked account API key.';
	assert.deepEqual(parseInfraPermissions(header), {account: '7654321', setBy: 'linked', ...nothing});
	assert.deepEqual(parseInfraPermissions('No changes are suggested or required.'), {
		setBy: 'unknown',
		...nothing,
	});
	assert.deepEqual(parseInfraPermissions('  Add Server   Required  \r\nAdd IP   suggested'), {
		setBy: 'unknown',
		missingRequired: ['Add Server'],
		missingSuggested: ['Add IP'],
	});
	for (const text of ['A login is required', 'Add Server   required for it']) {
		assert.equal(parseInfraPermissions(text), undefined, text);
	}
});

test('the English text', () => {
	assert.deepEqual(parseInfraPermissions(sample('ks-infra-permissions-get.linked.ok.txt')), {
		setBy: 'linked',
		...nothing,
	});
	assert.deepEqual(parseInfraPermissions(sample('ks-infra-permissions-get.manual.txt')), {
		account: '7654321',
		setBy: 'manual',
		missingRequired: ['View Virtual Server Details'],
		missingSuggested: ['Add Server'],
	});
	assert.deepEqual(parseInfraPermissions(sample('ks-infra-permissions-get.missing.txt')), {
		setBy: 'unknown',
		missingRequired: ['View Virtual Server Details', 'Add Storage', 'Manage Storage'],
		missingSuggested: ['Add Server', 'Cancel Server'],
	});
});

test('nothing is concluded from anything else', () => {
	for (const text of [
		'',
		'OK',
		'{}',
		'[]',
		'null',
		'Fehlende Berechtigungen\n\nKeine Änderungen erforderlich.',
		'{"code": "E0001"}',
	]) {
		assert.equal(parseInfraPermissions(text), undefined, text);
	}
});
