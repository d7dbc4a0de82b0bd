import assert from 'node:assert/strict';
import {test} from 'node:test';
import {accountNumberOf, looksLikeInfrastructureUsername} from '../../../source/ibmcloud/facts/accounts.ts';
import {looksLikeAKey, looksLikeIbmCloudApiKey} from '../../../source/ibmcloud/facts/keys.ts';
import {links} from '../../../source/ibmcloud/facts/links.ts';
import {
	isManagedByAccessGroups,
	permissionKeyOf,
	permissionKeys,
} from '../../../source/ibmcloud/facts/permissions.ts';
import {
	dataCentresOf,
	normaliseRegion,
	regionNames,
	regionOfDataCentre,
	regions,
} from '../../../source/ibmcloud/facts/regions.ts';
import {parseUserList} from '../../../source/ibmcloud/parsers/user-list.ts';
import {sample} from '../samples.ts';

test('a region in every spelling', () => {
	const expected: readonly (readonly [string, string | undefined])[] = [
		['us-south', 'us-south'],
		['US South', 'us-south'],
		['US-East', 'us-east'],
		['eu-central', 'eu-de'],
		['EU Central', 'eu-de'],
		['uk-south', 'eu-gb'],
		['ap-north', 'jp-tok'],
		['AP South', 'au-syd'],
		['dal10', 'us-south'],
		['TOR01', 'us-east'],
		['Toronto', 'us-east'],
		['Montreal', 'us-east'],
		['Montréal', 'us-east'],
		['sao paulo', 'us-south'],
		['São Paulo', 'us-south'],
		['Washington', 'us-east'],
		['Washington, D.C.', 'us-east'],
		['paris', 'eu-de'],
		['Chennai', 'jp-tok'],
		['Dallas 10', 'us-south'],
		['dal', 'us-south'],
		['dal05', 'us-south'],
		['osa21', 'jp-osa'],
		['us-dal', 'us-south'],
		['us-wdc', 'us-east'],
		['de-fra', 'eu-de'],
		['uk-lon', 'eu-gb'],
		['us-south-hou02', 'us-south'],
		['eu-gb-lon02', 'eu-gb'],
		['ca-tor-tor01', undefined],
		['ca-tor', undefined],
		['eu-es', undefined],
		['br-sao', undefined],
		['in-che', undefined],
		['hkg02', undefined],
		['xx', undefined],
		['', undefined],
	];
	for (const [text, region] of expected) {
		assert.equal(normaliseRegion(text), region, text);
	}
});

test('the regions, each data center in one of them', () => {
	assert.deepEqual(regionNames, ['us-south', 'us-east', 'eu-de', 'eu-gb', 'jp-tok', 'jp-osa', 'au-syd']);
	for (const region of regions) {
		for (const name of dataCentresOf(region)) {
			assert.equal(regionOfDataCentre(name), region.name);
		}
	}

	assert.equal(regionOfDataCentre('us-south'), undefined);
});

test('the account number of a username', () => {
	assert.equal(accountNumberOf('1234567_name@email.com'), '1234567');
	assert.equal(accountNumberOf('12345_x'), '12345');
	for (const username of [
		'1234_x',
		'1234567890_x',
		'IBM278444',
		'c000954_svc4',
		"o'brien_1234567@example.com",
		'7654321',
		'1234567_',
		'',
	]) {
		assert.equal(accountNumberOf(username), undefined, username);
	}

	assert.equal(looksLikeInfrastructureUsername('1234567_name@email.com'), true);
	assert.equal(looksLikeInfrastructureUsername('SL12345'), true);
	assert.equal(looksLikeInfrastructureUsername('name@email.com'), false);
});

test('what looks like a key, and what only is long', () => {
	const classic = `${'0'.repeat(60)}beef`;
	const cloud = 'aBcDeFgHiJkLmNoPqRsTuVwXyZ-0123456789_aBcDeF';
	assert.equal(cloud.length, 44);
	assert.equal(looksLikeIbmCloudApiKey(cloud), true);
	assert.equal(looksLikeIbmCloudApiKey(classic), false);
	for (const text of [
		classic,
		cloud,
		` key: ${classic}.`,
		`name@email.com ${cloud}`,
		`name@email.com${classic}`,
		`${classic}@x`,
	]) {
		assert.equal(looksLikeAKey(text), true, text);
	}

	for (const text of [
		'0123456789abcdef0123456789abcdef',
		'00000000-1111-2222-3333-444444444444',
		'a-very-long-name-of-a-resource-group-without-digits',
		'1234567_a_very_long_name_of_a_person_in_a_department_42@example.com',
		'1234567890'.repeat(5),
		'',
	]) {
		assert.equal(looksLikeAKey(text), false, text);
	}
});

test('no username, name or address that was seen passes for a key', () => {
	for (const name of ['list-usernames-json', 'list-unicode-json', 'list-3users-json']) {
		for (const user of parseUserList(sample(`sl/${name}.stdout`))?.users ?? []) {
			assert.equal(looksLikeAKey(`${user.username} ${user.displayName} ${user.email}`), false, user.username);
		}
	}
});

test('permissions', () => {
	assert.deepEqual(
		permissionKeys.filter((key) => isManagedByAccessGroups(key)),
		['TICKET_ADD', 'TICKET_EDIT', 'TICKET_VIEW'],
	);
	const documented = {
		'IPMI Remote Management': 'REMOTE_MANAGEMENT',
		'Add Server': 'SERVER_ADD',
		'Cancel Server': 'SERVER_CANCEL',
		'OS Reloads and Rescue Kernel': 'SERVER_RELOAD',
		'View Virtual Server Details': 'VIRTUAL_GUEST_VIEW',
		'View Hardware Details': 'HARDWARE_VIEW',
		'Add Support Case': 'TICKET_ADD',
		'Edit Support Case': 'TICKET_EDIT',
		'View Support Case': 'TICKET_VIEW',
		'Access All Virtual': 'ACCESS_ALL_GUEST',
		'Access All Hardware': 'ACCESS_ALL_HARDWARE',
		'Add Compute with Public Network Port': 'PUBLIC_NETWORK_COMPUTE',
		'Manage DNS': 'DNS_MANAGE',
		'Edit Hostname/Domain': 'HOSTNAME_EDIT',
		'Add IP Addresses': 'IP_ADD',
		'Manage Network Subnet Routes': 'NETWORK_ROUTE_MANAGE',
		'Manage Port Control': 'PORT_CONTROL',
		'Manage Certificates (SSL)': 'SECURITY_CERTIFICATE_MANAGE',
		'View Certificates (SSL)': 'SECURITY_CERTIFICATE_VIEW',
		'Add/Upgrade Storage (Storage Layer)': 'ADD_SERVICE_STORAGE',
		'Storage Manage': 'NAS_MANAGE',
	};
	assert.equal(Object.keys(documented).length, permissionKeys.length);
	for (const [label, key] of Object.entries(documented)) {
		assert.equal(permissionKeyOf(label), key);
	}

	assert.equal(permissionKeyOf(' add/upgrade  storage (StorageLayer)'), 'ADD_SERVICE_STORAGE');
	assert.equal(permissionKeyOf('SERVER_ADD'), 'SERVER_ADD');
	assert.equal(permissionKeyOf('Something new'), undefined);
});

test('links are pages of IBM', () => {
	for (const link of Object.values(links)) {
		assert.match(link, /^https:\/\/(?:cloud\.ibm\.com\/docs|ibm\.biz)\//u);
	}
});
