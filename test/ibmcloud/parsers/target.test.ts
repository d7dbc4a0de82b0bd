import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isPrivateEndpoint, parseTarget} from '../../../source/ibmcloud/parsers/target.ts';
import type {Target} from '../../../source/ibmcloud/types.ts';
import type {RunResult} from '../../../source/shell/run.ts';
import {failed, printed, sample} from '../samples.ts';

function read(result: RunResult): Target | string {
	const outcome = parseTarget(result, 'ibmcloud target --output json');
	return outcome.ok ? outcome.value : outcome.error.kind;
}

const endpoint = {isPrivate: false};
const account = {id: '0123456789abcdef0123456789abcdef', name: 'Example Cluster Account'};
const session = {loggedIn: true, user: 'first.last@example.com', account, region: 'us-south', ...endpoint};

test('JSON', () => {
	const group = {id: 'a8a12accd63b437bbd6d58fb8b462ca7', name: 'default'};
	assert.deepEqual(read(printed(sample('target.json'))), {...session, group});
	assert.deepEqual(read(printed(sample('target.no-resource-group.json'))), session);
	for (const empty of ['null', '{}', '{"guid": "", "name": ""}']) {
		const text = sample('target.no-resource-group.json').replace(/\}\s*$/u, `, "resource_group": ${empty}}`);
		assert.deepEqual(read(printed(text)), session, empty);
	}

	assert.deepEqual(read(printed('{"api_endpoint": "https://private.cloud.ibm.com", "region": "eu-de"}')), {
		loggedIn: false,
		region: 'eu-de',
		isPrivate: true,
	});
});

test('JSON in which the same fields have other names', () => {
	const part = (more: object): unknown => read(printed(JSON.stringify(more)));
	for (const name of ['user_email', 'email', 'display_name', 'iam_id']) {
		assert.deepEqual(part({user: {[name]: 'ada'}}), {loggedIn: true, user: 'ada'}, name);
	}

	for (const name of ['name', 'id']) {
		assert.deepEqual(part({profile: {[name]: 'robots'}}), {loggedIn: true, user: 'robots'}, name);
	}

	for (const name of ['guid', 'id', 'account_id']) {
		assert.deepEqual(
			part({account: {[name]: 'abc', name: 'Ours'}}),
			{loggedIn: true, account: {id: 'abc', name: 'Ours'}},
			name,
		);
	}

	for (const name of ['ims_account_id', 'ims']) {
		assert.deepEqual(part({account: {[name]: 1_234_567}}), {loggedIn: false, classicAccount: '1234567'});
	}

	for (const name of ['guid', 'id']) {
		const group = {id: 'abc', name: 'payments'};
		assert.deepEqual(part({resource_group: {[name]: 'abc', name: 'payments'}}), {loggedIn: false, group});
	}

	assert.deepEqual(part({region: {name: 'eu-de'}}), {loggedIn: false, region: 'eu-de'});
});

test('an endpoint is private where its host says so', () => {
	for (const address of [
		'https://private.cloud.ibm.com',
		'http://private.cloud.ibm.com',
		'private.cloud.ibm.com',
		'https://us-east.private.cloud.ibm.com',
		'https://a.b-2.private.cloud.ibm.com',
	]) {
		assert.equal(isPrivateEndpoint(address), true, address);
	}

	for (const address of ['https://cloud.ibm.com', 'https://privates.example', 'https://x.example/private.']) {
		assert.equal(isPrivateEndpoint(address), false, address);
	}
});

test('text, with and without a linked account, a group, and lines of older versions', () => {
	const linked = {...session, classicAccount: '1234567'};
	const group = {id: '', name: 'default'};
	assert.deepEqual(read(printed(sample('target.linked.txt'))), {...linked, group});
	assert.deepEqual(read(printed(sample('target-set.group.txt'))), {...linked, group});
	assert.deepEqual(read(printed(sample('target-set.region.txt'))), {...linked, group, region: 'us-east'});
	assert.deepEqual(read(printed(sample('target.linked.no-resource-group.txt'))), linked);
	assert.deepEqual(read(printed(sample('target.old-cli.txt'))), linked);
	const lines = sample('target.linked.txt');
	for (const line of [
		'CF API endpoint:   https://api.us-south.cf.cloud.ibm.com (API version: 2.150.0)',
		'Cloud-Foundry-API:   https://api.eu-de.cf.cloud.ibm.com',
	]) {
		assert.deepEqual(read(printed(`${line}\n${lines}`)), {...linked, group}, line);
	}

	const throughPrivate = lines.replace('https://cloud.ibm.com', 'https://private.cloud.ibm.com');
	assert.notEqual(throughPrivate, lines);
	for (const before of ['', 'Foundry:   https://api.eu-de.cf.cloud.ibm.com\n']) {
		assert.deepEqual(read(printed(`${before}${throughPrivate}`)), {...linked, group, isPrivate: true});
	}

	assert.deepEqual(read(printed(sample('target.no-classic-link.txt'))), {
		...session,
		classicAccount: null,
		group,
	});
});

test('text in another language', () => {
	const german = [
		'API-Endpunkt:      https://cloud.ibm.com',
		'Region:            us-south',
		'Benutzer:          first.last@example.com',
		'Konto:             Example Cluster Account (0123456789abcdef0123456789abcdef) <-> 1234567',
		"Ressourcengruppe:  Keine Ressourcengruppe, verwenden Sie 'ibmcloud target -g RESSOURCENGRUPPE'",
	].join('\n');
	assert.deepEqual(read(printed(german)), {...session, classicAccount: '1234567'});
});

test('text with full-width colons', () => {
	const chinese = [
		'API 端点：https://cloud.ibm.com',
		'区域：us-south',
		'用户：first.last@example.com',
		'帐户：Example Cluster Account (0123456789abcdef0123456789abcdef) <-> 1234567',
		'资源组：payments: EU',
	].join('\r\n');
	const group = {id: '', name: 'payments: EU'};
	assert.deepEqual(read(printed(chinese)), {...session, classicAccount: '1234567', group});
});

test('text with lines in another order, or with values that look like others', () => {
	const linked = {...session, classicAccount: '1234567'};
	const before = [
		'Profile:           prod-team',
		'API endpoint:      https://cloud.ibm.com',
		'Setup:             my-team-1',
		'Region:            us-south',
		'User:              first.last@example.com',
		'Support:           write to help@example.com',
		'Help:              help@example.com is there',
	].join('\n');
	const accounts = 'Account:Example Cluster Account(0123456789abcdef0123456789abcdef)<->1234567  ';
	assert.deepEqual(read(printed(`${before}\n${accounts}\nResource group: ops@example.com`)), {
		...linked,
		group: {id: '', name: 'ops@example.com'},
	});
	assert.deepEqual(read(printed(`${before}\n${accounts}\nCF endpoint: http://api.example`)), linked);
	const {account: _, ...withoutAccount} = session;
	assert.deepEqual(read(printed(before)), withoutAccount);
	assert.deepEqual(read(printed(`${before}\nAccount: X (${account.id}) is gone`)), withoutAccount);
	assert.deepEqual(read(printed(`Account: X (${account.id})`)), {
		loggedIn: true,
		account: {...account, name: 'X'},
		classicAccount: null,
	});
});

test('a login without an account, and one without an e-mail address', () => {
	const begin = 'API endpoint:   https://cloud.ibm.com\nRegion:   us-south\n';
	assert.deepEqual(read(printed(`${begin}User:   first.last@example.com\nAccount:   No account\n`)), {
		loggedIn: true,
		user: 'first.last@example.com',
		region: 'us-south',
		...endpoint,
	});
	assert.deepEqual(read(printed(`${begin}User:   ServiceId-12ab\n`)), {
		loggedIn: true,
		user: 'ServiceId-12ab',
		region: 'us-south',
		...endpoint,
	});
});

test('not logged in is an answer', () => {
	const expected = {loggedIn: false, region: 'us-south', ...endpoint};
	const text = sample('target.logged-out.txt');
	const lines = text.split('\n');
	assert.deepEqual(read(printed(text)), expected);
	assert.deepEqual(read(failed(text, text)), expected);
	assert.deepEqual(read(failed(lines.slice(2).join('\n'), lines.slice(0, 2).join('\n'))), expected);
	assert.deepEqual(read(failed("FEHLGESCHLAGEN\nNicht angemeldet. Verwenden Sie 'ibmcloud login'.")), {
		loggedIn: false,
	});
});

test('failures stay failures', () => {
	assert.equal(read(failed(sample('login.session-inactive.txt'))), 'session-expired');
	assert.equal(read(failed(sample('ks-error.iam-unreachable.txt'))), 'network');
	assert.equal(read(printed('')), 'unreadable');
	assert.equal(read(printed('OK')), 'unreadable');
	assert.equal(
		read(printed('<html><a href="https://portal.example.com">Sign in</a></html>')),
		'answer-broken',
	);
	assert.equal(read({...printed(''), ending: 'not-found', exitCode: undefined}), 'cli-missing');
});
