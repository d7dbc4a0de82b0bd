import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseTarget} from '../../../source/ibmcloud/parsers/target.ts';
import type {Target} from '../../../source/ibmcloud/types.ts';
import type {RunResult} from '../../../source/shell/run.ts';
import {failed, printed, sample} from '../samples.ts';

function read(result: RunResult): Target | string {
	const outcome = parseTarget(result, 'ibmcloud target --output json');
	return outcome.ok ? outcome.value : outcome.error.kind;
}

const endpoint = {apiEndpoint: 'https://cloud.ibm.com', isPrivate: false};
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
		apiEndpoint: 'https://private.cloud.ibm.com',
		isPrivate: true,
	});
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
