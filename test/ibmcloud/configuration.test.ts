import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, test} from 'node:test';
import {configurationPath, configuredLocale} from '../../source/ibmcloud/configuration-file.ts';
import {configurationIn, readConfiguration} from '../../source/ibmcloud/configuration.ts';
import type {Configuration} from '../../source/ibmcloud/types.ts';
import {parseObject} from '../../source/secrets/json.ts';
import {sample} from './samples.ts';

const home = mkdtempSync(path.join(tmpdir(), 'classic-credentials-test-'));
after(() => rmSync(home, {recursive: true, force: true}));

const loggedIn = {
	loggedIn: true,
	user: 'first.last@example.com',
	tokenExpiresAt: 1_790_003_600_000,
	apiKeyLogin: false,
	account: {id: '0123456789abcdef0123456789abcdef', name: 'Example Cluster Account'},
	classicAccount: '1234567',
	group: {id: 'a8a12accd63b437bbd6d58fb8b462ca7', name: 'default'},
	region: 'us-south',
	isPrivate: false,
};

/** A configuration whose token carries these claims. */
function withClaims(claims: unknown, more: object = {}): string {
	const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
	return JSON.stringify({IAMToken: `Bearer e30.${payload}.c2ln`, ...more});
}

/** What a text says as the content of a file. */
function parseConfiguration(text: string): Configuration | undefined {
	const content = parseObject(text);
	return content === undefined ? undefined : configurationIn(content);
}

test('logged in and logged out', () => {
	assert.deepEqual(parseConfiguration(sample('config-dir.config.logged-in.json')), loggedIn);
	assert.deepEqual(parseConfiguration(sample('config-dir.config.logged-out.json')), {
		loggedIn: false,
		region: 'us-south',
		isPrivate: false,
	});
});

test('no token leaves', () => {
	const text = JSON.stringify(parseConfiguration(sample('config-dir.config.logged-in.json')));
	assert.doesNotMatch(text, /eyJ|REFRESH|c2ln/u);
});

test('claims of other logins', () => {
	const claims = JSON.parse(sample('config-dir.iam-token-claims.json')) as object;
	assert.equal(parseConfiguration(withClaims(claims))?.classicAccount, '1234567');
	const apiKey = withClaims({
		sub: 'ServiceId-1',
		grant_type: 'urn:ibm:params:oauth:grant-type:apikey',
		account: {bss: 'x'},
	});
	const configuration = parseConfiguration(apiKey);
	assert.equal(configuration?.user, 'ServiceId-1');
	assert.equal(configuration?.apiKeyLogin, true);
	assert.equal(configuration?.classicAccount, null);
	assert.equal(parseConfiguration(withClaims({account: {ims: 7_654_321}}))?.classicAccount, '7654321');
	assert.equal(parseConfiguration(withClaims({account: {ims: ''}}))?.classicAccount, null);
	assert.equal(parseConfiguration(withClaims({}))?.classicAccount, undefined);
});

test('only a refresh token is a session still; settings explain the output', () => {
	const text = '{"IAMRefreshToken": "x", "APIEndpoint": "https://private.cloud.ibm.com"}';
	assert.deepEqual(parseConfiguration(text), {loggedIn: true, isPrivate: true});
	assert.equal(parseConfiguration('{"IsPrivate": true}')?.isPrivate, true);
	assert.equal(parseConfiguration('{"ResourceGroup": {"GUID": "x", "Name": ""}}')?.group, undefined);
	assert.equal(
		parseConfiguration('{"Account": {"GUID": "x", "Name": "a\\u001b[31mb"}, "IAMToken": "y"}')?.account?.name,
		'ab',
	);
});

test('anything may be in the file', () => {
	const file = path.join(home, 'anything.json');
	for (const text of ['', 'x', '[]', 'null', '{"IAMToken": ']) {
		writeFileSync(file, text);
		assert.equal(readConfiguration(file), undefined, text);
	}

	for (const token of ['x', '...', 'Bearer .%.', 'a.eyJ.b', 7, null, {}, []]) {
		assert.ok(parseConfiguration(JSON.stringify({IAMToken: token, Account: 3, ResourceGroup: 'x'})));
	}
});

test('where the file is', () => {
	assert.equal(configurationPath({IBMCLOUD_CONFIG_HOME: '/a', IBMCLOUD_HOME: '/b'}, '/h'), '/a/config.json');
	assert.equal(configurationPath({IBMCLOUD_HOME: '/b', BLUEMIX_HOME: '/c'}, '/h'), '/b/.bluemix/config.json');
	assert.equal(
		configurationPath({IBMCLOUD_CONFIG_HOME: '', IBMCLOUD_HOME: '', BLUEMIX_HOME: '/c'}, '/h'),
		'/c/.bluemix/config.json',
	);
	assert.equal(configurationPath({}, home), path.join(home, '.bluemix', 'config.json'));
	mkdirSync(path.join(home, '.ibmcloud'));
	assert.equal(configurationPath({}, home), path.join(home, '.ibmcloud', 'config.json'));
});

test('the language that is set', () => {
	const file = path.join(home, 'language.json');
	assert.equal(configuredLocale(file), undefined);
	writeFileSync(file, '{"Locale": "de_DE"}');
	assert.equal(configuredLocale(file), 'de_DE');
	writeFileSync(file, '{"locale": "fr_FR"}');
	assert.equal(configuredLocale(file), 'fr_FR');
	for (const text of ['{}', '{"Locale": 3}', '{"Locale"', '[]']) {
		writeFileSync(file, text);
		assert.equal(configuredLocale(file), undefined, text);
	}
});

test('reading never throws', () => {
	const file = path.join(home, 'config.json');
	assert.equal(readConfiguration(file), undefined);
	assert.equal(readConfiguration(home), undefined);
	writeFileSync(file, '{"Region": "eu-de", "IAMTok');
	assert.equal(readConfiguration(file), undefined);
	writeFileSync(file, sample('config-dir.config.logged-in.json'));
	assert.deepEqual(readConfiguration(file), loggedIn);
	writeFileSync(file, `{"a": "${'x'.repeat(5_000_000)}"}`);
	assert.equal(readConfiguration(file), undefined);
});
