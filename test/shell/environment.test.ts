import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createAdapter} from '../../source/shell/adapter.ts';
import type {Environment} from '../../source/shell/environment.ts';
import type {RunOptions} from '../../source/shell/run.ts';
import {protect, redact} from '../../source/secrets/redact.ts';
import {Secret} from '../../source/secrets/secret.ts';
import {key, runChild, secret} from './children.ts';

const print = {path: '/usr/bin/env', leading: ['-0']};

/** Returns the environment that a child really has. */
async function childEnvironment(
	own: Environment,
	options: Partial<RunOptions> = {},
	adapter = createAdapter(own),
): Promise<Record<string, string>> {
	const {stdout} = await runChild(print, [], options, adapter);
	return Object.fromEntries(
		stdout
			.split('\0')
			.filter((line) => line !== '')
			.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
	);
}

test('a child has the environment that makes the CLI quiet and stable', async () => {
	const environment = await childEnvironment({
		LC_ALL: 'de_DE.UTF-8',
		IBMCLOUD_COLOR: 'true',
		IBMCLOUD_VERSION_CHECK: 'true',
	});
	assert.deepEqual(environment, {
		IBMCLOUD_VERSION_CHECK: 'false',
		IBMCLOUD_COLOR: 'false',
		IBMCLOUD_ANALYTICS: 'false',
		LC_ALL: 'C',
	});
});

test('what the operator has set otherwise is inherited', async () => {
	const {HOME, HTTPS_PROXY} = await childEnvironment({
		HOME: '/home/somebody',
		HTTPS_PROXY: 'http://proxy:3128',
	});
	assert.deepEqual({HOME, HTTPS_PROXY}, {HOME: '/home/somebody', HTTPS_PROXY: 'http://proxy:3128'});
});

test('nothing that traces, debugs, or is meant for us alone is inherited', async () => {
	const names = [
		'IBMCLOUD_TRACE',
		'BLUEMIX_TRACE',
		'BLUEMIX_COLOR',
		'BLUEMIX_VERSION_CHECK',
		'DEBUG',
		'NODE_DEBUG',
		'NODE_DEBUG_NATIVE',
		'IBMCLOUD_QUIET',
		'IAAS_CLASSIC_USERNAME',
		'IAAS_CLASSIC_API_KEY',
		'IBMCLOUD_CLI',
		'BLUEMIX_CLI',
		'IBMCLOUD_PLUGIN_NAMESPACE',
		'BLUEMIX_PLUGIN_NAMESPACE',
		'IBMCLOUD_MCP_ENABLED',
	];
	const own = Object.fromEntries(names.map((name) => [name, 'true']));
	const environment = await childEnvironment(own);
	assert.deepEqual(
		names.filter((name) => name in environment),
		[],
	);
	const asked = await childEnvironment(own, {environment: {DEBUG: 'asked'}});
	assert.equal(asked['DEBUG'], 'asked', 'but for a command that asks for it');
});

test('no variable that holds a protected secret is inherited, whatever its name', async () => {
	const own = {MY_KEY: key, NOTES: `before ${key} after`, IAAS_CLASSIC_API_KEY: 'other', KEPT: 'x'};
	protect(secret);
	const environment = await childEnvironment(own);
	assert.equal(environment['KEPT'], 'x');
	assert.deepEqual(
		['MY_KEY', 'NOTES', 'IAAS_CLASSIC_API_KEY'].filter((name) => name in environment),
		[],
	);
});

test('what the CLI logs in and connects with is inherited, although it holds secrets that are protected', async () => {
	protect(new Secret('proxy-password-of-ours'));
	protect(new Secret('ibm-cloud-api-key-of-the-operator'));
	const own = {
		HTTPS_PROXY: 'http://me:proxy-password-of-ours@proxy:3128',
		https_proxy: 'http://me:proxy-password-of-ours@proxy:3128',
		http_proxy: 'http://me:proxy-password-of-ours@proxy:3128',
		IBMCLOUD_API_KEY: 'ibm-cloud-api-key-of-the-operator',
		IBMCLOUD_CR_TOKEN: 'ibm-cloud-api-key-of-the-operator',
		MY_IBMCLOUD_API_KEY: 'ibm-cloud-api-key-of-the-operator',
		IBMCLOUD_API_KEY_OLD: 'ibm-cloud-api-key-of-the-operator',
		NOTES: 'ibm-cloud-api-key-of-the-operator',
	};
	const environment = await childEnvironment(own);
	assert.equal(environment['HTTPS_PROXY'], own.HTTPS_PROXY);
	assert.equal(environment['https_proxy'], own.https_proxy);
	assert.equal(environment['http_proxy'], own.http_proxy);
	assert.equal(environment['IBMCLOUD_API_KEY'], own.IBMCLOUD_API_KEY);
	assert.equal(environment['IBMCLOUD_CR_TOKEN'], own.IBMCLOUD_CR_TOKEN);
	assert.deepEqual(
		['NOTES', 'MY_IBMCLOUD_API_KEY', 'IBMCLOUD_API_KEY_OLD'].filter((name) => name in environment),
		[],
	);
});

test('what is called a key, a token or a password is not shown, and children have it all the same', async () => {
	const secrets = {
		IBMCLOUD_API_KEY: 'Qm8vT1xLw3ZkR7-yH5cNf2Jd9SbGa6Up0Ee4XiVoKt',
		IC_API_KEY: 'zR4tYh7Wq1Xc9Vb3Nm6Lk8Jg5Fd2Sa0Po_iUyTrEwQ',
		MY_SERVICE_TOKEN: 'u7f3k9d2m5x8q1w4e6r0',
		SOFTLAYER_APIKEY: 'a8b2c6d0e4f9a3b7c1d5e8f2a6b0c4d9e3f7a1b5c8d2',
		TOKEN: 'hJ7kL2mN/pQ4rS6tU.vW8xY0zA',
		A_SECRET: 'gH5jK7lM9nB1vC3x',
	};
	const others = {
		TOKEN_FILE: 'words-that-are-no-secret-at-all',
		VAULT_TOKEN: '/home/jane/.vault-token-of-mine',
		A_TOKEN: 'fifteen letters',
	};
	const environment = await childEnvironment({...secrets, ...others});
	for (const [name, value] of Object.entries({...secrets, ...others})) {
		assert.equal(environment[name], value, name);
		const isShown = redact(`${name} is ${value}.`) === `${name} is ${value}.`;
		assert.equal(isShown, name in others, name);
	}
});

test('a slip of the finger that was taken for a key takes no home directory and no PATH away', async () => {
	const own = {HOME: '/home/jane', PATH: '/bin', NOTES: 'jane'};
	protect(new Secret('jane'));
	const environment = await childEnvironment(own);
	assert.equal(environment['HOME'], '/home/jane');
	assert.equal(environment['PATH'], '/bin');
	assert.ok(!('NOTES' in environment));
});

test('a secret argument is no variable of its child either', async () => {
	const {stdout} = await runChild(
		{path: '/bin/sh', leading: ['-c', 'env']},
		[{flag: '--key', secret}],
		{},
		createAdapter({PATH: process.env['PATH'], STRAY: key}),
	);
	assert.doesNotMatch(stdout, /STRAY/);
});

test('a command adds and removes variables of its own', async () => {
	const environment = await childEnvironment(
		{IBMCLOUD_CONFIG_HOME: '/elsewhere', KEPT: 'x'},
		{environment: {IBMCLOUD_CONFIG_HOME: undefined, IBMCLOUD_HOME: '/copy'}},
	);
	assert.equal(environment['IBMCLOUD_HOME'], '/copy');
	assert.equal(environment['KEPT'], 'x');
	assert.ok(!('IBMCLOUD_CONFIG_HOME' in environment));
});
