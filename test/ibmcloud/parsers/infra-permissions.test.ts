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
