import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	parseAccountList,
	parseAccountShow,
	parseResourceGroups,
} from '../../../source/ibmcloud/parsers/accounts.ts';
import {parseClusters} from '../../../source/ibmcloud/parsers/clusters.ts';
import {outcomeOf} from '../../../source/ibmcloud/outcomes.ts';
import {findPlugin, parsePluginList, parseVersion} from '../../../source/ibmcloud/parsers/installed.ts';
import {failed, printed, sample} from '../samples.ts';

test('version', () => {
	assert.equal(parseVersion(sample('version.txt')), '2.0.0');
	assert.equal(parseVersion(`${sample('update-notice.txt')}\n${sample('version.txt')}`), '2.0.0');
	assert.equal(parseVersion('ibmcloud Version 2.34.1 (abc-2026)'), '2.34.1');
	assert.equal(parseVersion('2.34.1'), '2.34.1');
	assert.equal(parseVersion('  v10.20.30 of today'), '10.20.30');
	assert.equal(parseVersion('  ibmcloud.exe version 10.20.30-beta.1+5a84b9b'), '10.20.30-beta.1');
	assert.equal(parseVersion('bx version v0.6.7'), '0.6.7');
	assert.equal(parseVersion('New: ibmcloud version 3.0.0 is there'), undefined);
	assert.equal(parseVersion(sample('update-notice.txt')), undefined);
	assert.equal(parseVersion(''), undefined);
});

test('installed plug-ins', () => {
	const both = [
		{name: 'container-service', version: '1.0.864'},
		{name: 'sl', version: '1.5.9'},
	];
	assert.deepEqual(parsePluginList(sample('plugin-list.json')), both);
	assert.deepEqual(parsePluginList(sample('plugin-list.txt')), both);
	assert.deepEqual(parsePluginList(sample('plugin-list.colored.json')), both.slice(0, 1));
	assert.deepEqual(
		parsePluginList(
			'[{"Name": "kubernetes-service/ks"}, {"name": "other", "Aliases": ["ks"], "version": 2}, {}, null, 3]',
		),
		[
			{name: 'container-service', version: ''},
			{name: 'container-service', version: '2'},
		],
	);
	for (const names of [
		{Name: 'container-service'},
		{Name: 'kubernetes-service'},
		{Name: 'ks'},
		{Name: 'x', Aliases: ['y', 'container-service']},
		{Name: 'x', Aliases: ['kubernetes-service']},
		{Name: 'x', Alias: 'ks'},
		{Name: 'x [ks]'},
	]) {
		assert.equal(parsePluginList(JSON.stringify([names]))?.[0]?.name, 'container-service');
	}

	assert.deepEqual(parsePluginList('sl   10.20.30-beta'), [{name: 'sl', version: '10.20.30-beta'}]);
	assert.equal(parsePluginList('Use version 1.2.3 now'), undefined);
	assert.deepEqual(parsePluginList('[]'), []);
	assert.equal(parsePluginList('OK'), undefined);
	assert.equal(findPlugin(both, 'sl')?.version, '1.5.9');
	assert.equal(findPlugin([], 'container-service'), undefined);
});

test('accounts', () => {
	const unknown = {classicAccount: undefined};
	assert.deepEqual(parseAccountShow(sample('account-show.json')), {classicAccount: '1234567'});
	assert.deepEqual(parseAccountShow('{"account_id": "a", "ims_account_id": ""}'), {classicAccount: null});
	assert.deepEqual(parseAccountShow('{"Account_ID": "a", "ims_account_id": null}'), unknown);
	assert.equal(parseAccountShow('{}'), undefined);
	for (const [id, name, number] of [
		['account_id', 'name', 'ims_account_id'],
		['guid', 'account_name', 'ims_id'],
		['id', 'Account_Name', 'IMS_ID'],
	] as const) {
		const shown = parseAccountShow(JSON.stringify({[id]: 'a', [number]: 1_234_567}));
		assert.deepEqual(shown, {classicAccount: '1234567'}, id);
		const none = parseAccountShow(JSON.stringify({[id]: 'a', [number]: ''}));
		assert.deepEqual(none, {classicAccount: null}, number);
		assert.deepEqual(parseAccountList(JSON.stringify([{[id]: 'a', [name]: 'Ours'}])), [
			{id: 'a', name: 'Ours'},
		]);
	}

	for (const number of ['x1234567', '1234567x', '123', '1'.repeat(13)]) {
		const shown = parseAccountShow(JSON.stringify({account_id: 'a', ims_account_id: number}));
		assert.deepEqual(shown, unknown, number);
	}

	const expected = [
		{id: '0123456789abcdef0123456789abcdef', name: 'Example Cluster Account'},
		{id: 'fedcba9876543210fedcba9876543210', name: 'Old Infrastructure Account'},
	];
	assert.deepEqual(parseAccountList(sample('account-list.json')), expected);
	const other = JSON.stringify([...expected, ...expected].map(({id, name}) => ({Guid: id, Name: name})));
	assert.deepEqual(parseAccountList(other), expected);
	assert.deepEqual(parseAccountList('[{"id": "a", "name": "first"}, {"name": "no id"}, {"id": "a"}]'), [
		{id: 'a', name: 'first'},
	]);
	assert.deepEqual(parseAccountList('null'), []);
	assert.equal(parseAccountList('{}'), undefined);
});

test('resource groups: two that differ by case only stay two', () => {
	const expected = [
		{id: 'a1083ff7fbd547f390d2b0f4c8735231', name: 'Default', isDefault: true},
		{id: '594a009f2d4b4128ad1f25b55c991de0', name: 'infra', isDefault: false},
	];
	assert.deepEqual(parseResourceGroups(sample('resource-groups.json')), expected);
	assert.deepEqual(parseResourceGroups(sample('resource-groups.txt')), expected);
	assert.deepEqual(
		parseResourceGroups(
			'[{"id": "1", "name": "default"}, {"id": "2", "name": "Default"}, {"id": "1", "name": "x"}, {"id": "3"}]',
		)?.map((group) => group.name),
		['default', 'Default'],
	);
	assert.deepEqual(
		parseResourceGroups('[{"guid": "1", "name": "infra", "is_default": "true"}, {"name": "x"}]'),
		[{id: '1', name: 'infra', isDefault: true}],
	);
	assert.deepEqual(parseResourceGroups('[]'), []);
	assert.equal(parseResourceGroups('Retrieving...\nOK'), undefined);
});

test('classic clusters and their regions', () => {
	assert.deepEqual(parseClusters(sample('ks-cluster-ls.classic.json')), [
		{
			id: 'bcdefgh0d1a2b3c4d5e6',
			name: 'prod-dal',
			region: 'us-south',
			groupId: 'a8a12accd63b437bbd6d58fb8b462ca7',
			groupName: 'default',
		},
		{
			id: 'bcdefgh0w9x8y7z6v5u4',
			name: 'legacy-tor',
			region: 'us-east',
			groupId: '594a009f2d4b4128ad1f25b55c991de0',
			groupName: 'infra',
		},
	]);
	assert.deepEqual(parseClusters(sample('ks-cluster-ls.classic.empty.json')), []);
	assert.deepEqual(parseClusters('null'), []);
	assert.equal(parseClusters(sample('ks-cluster-ls.classic.txt')), undefined);
	assert.equal(parseClusters(sample('ks-cluster-ls.classic.empty.txt')), undefined);
});

test('clusters whose fields have other names, or are not there', () => {
	const read = (cluster: object): unknown => parseClusters(JSON.stringify([cluster]))?.[0];
	assert.deepEqual(read({clusterID: 'x', resourceGroupID: 'g'}), {id: 'x', name: 'x', groupId: 'g'});
	assert.deepEqual(read({name: 'prod'}), {id: '', name: 'prod'});
	assert.deepEqual(parseClusters('["x", 7, null, {"region": "eu-de"}]'), []);
});

const region = (cluster: object): unknown =>
	parseClusters(JSON.stringify([{id: 'x', ...cluster}]))?.[0]?.region;

test('a cluster says its region in many ways', () => {
	assert.equal(region({region: 'eu-central'}), 'eu-de');
	assert.equal(region({region: 'UK South'}), 'eu-gb');
	assert.equal(region({dataCenter: 'tor01'}), 'us-east');
	assert.equal(region({datacenter: 'tor01'}), 'us-east');
	assert.equal(region({location: 'Paris'}), 'eu-de');
	assert.equal(region({location: 'sao01'}), 'us-south');
	assert.equal(region({workerZones: [null, 'che01']}), 'jp-tok');
	assert.equal(region({region: 'mars-north'}), undefined);
	assert.equal(region({workerZones: 'che01'}), undefined);
	assert.equal(region({}), undefined);
});

test('clusters of another provider are left out', () => {
	const clusters = parseClusters(
		'[{"name": "a", "provider": "vpc-gen2"}, {"name": "b", "provider": "Classic"}, {"name": "c", "provider": ""}, {}]',
	);
	assert.deepEqual(
		clusters?.map((cluster) => cluster.name),
		['b', 'c'],
	);
});

test('an outcome is read by ending, exit code and output, in this order', () => {
	assert.deepEqual(outcomeOf(parseClusters)(printed('[]'), 'c'), {ok: true, value: []});
	const half = outcomeOf(parseClusters)(printed('[{"id": "x"'), 'c');
	assert.equal(half.ok ? '' : half.error.kind, 'unreadable');
	const failure = outcomeOf(parseClusters)(failed(sample('ks.plugin-missing.txt'), '[]'), 'c');
	assert.equal(failure.ok ? '' : failure.error.kind, 'plugin-missing');
});
