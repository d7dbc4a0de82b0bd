import assert from 'node:assert/strict';
import {test} from 'node:test';
import {errorCodeIn} from '../../source/ibmcloud/error-codes.ts';
import {classify, unreadable} from '../../source/ibmcloud/errors.ts';
import type {ErrorKind} from '../../source/ibmcloud/types.ts';
import type {Ending} from '../../source/shell/run.ts';
import {failed, printed, realCases, realResult, sample} from './samples.ts';

const kindOf = (text: string): ErrorKind => classify(failed(text), 'c').kind;

test('every sample of a failure has its kind', () => {
	const expected: Record<string, ErrorKind> = {
		'ks-cluster-create-classic.E501e.txt': 'creation-restricted',
		'ks-credential-set-classic.invalid-key.txt': 'key-invalid',
		'ks-credential-set-classic.not-authorized.txt': 'user-lacks-permissions',
		'ks-error.cluster-not-found.G0004.txt': 'cluster-not-found',
		'ks-error.iam-unreachable.txt': 'network',
		'ks-error.no-softlayer-account.txt': 'no-classic-account',
		'ks-error.token-expired.txt': 'session-expired',
		'ks-error.unexpanded-placeholder.P0005.txt': 'api-key-unusable',
		'ks-error.worker-orphaned.txt': 'worker-orphaned',
		'ks.plugin-missing.txt': 'plugin-missing',
		'login.session-inactive.txt': 'session-expired',
		'sl-user-apikey.add.exists.txt': 'key-exists',
		'sl-user-list.bad-column.txt': 'unknown',
		'sl-user-list.failed.txt': 'permission-denied',
		'sl-user-list.no-classic-account.txt': 'no-classic-account',
		'target.logged-out.txt': 'not-logged-in',
		'target.linked.no-resource-group.txt': 'no-group-targeted',
	};
	for (const [name, kind] of Object.entries(expected)) {
		assert.equal(kindOf(sample(name)), kind, name);
		assert.equal(classify(failed('', sample(name)), 'c').kind, kind, `${name} on standard output`);
	}
});

test('every failure of the real plug-in has its kind', () => {
	const expected: Record<string, ErrorKind> = {
		'apikey-add-denied': 'permission-denied',
		'apikey-add-exists': 'key-exists',
		'apikey-add-pending': 'user-pending',
		'apikey-refresh-add-fails': 'service-unavailable',
		'list-api-500': 'service-unavailable',
		'list-api-503': 'service-unavailable',
		'list-connection-refused': 'network',
		'list-de-config-denied': 'permission-denied',
		'list-malformed-html-json': 'unreadable',
		'list-malformed-truncated-json': 'unreadable',
		'list-not-logged-in': 'permission-denied',
		'list-permission-denied': 'permission-denied',
		'list-timeout': 'network',
		'list-token-expired-401': 'session-expired',
		'list-token-expired-500-refresh-fails': 'session-expired',
		'permissions-denied': 'permission-denied',
		'permissions-not-found-json': 'user-gone',
	};
	const failures = realCases('').filter((name) => realResult(name).exitCode !== 0);
	assert.deepEqual([...failures].toSorted(), Object.keys(expected).toSorted());
	for (const name of failures) {
		assert.equal(classify(realResult(name), 'c').kind, expected[name], name);
	}
});

test('the other errors of the reference', () => {
	const expected: readonly (readonly [string, ErrorKind])[] = [
		[
			'Status code: 400, error code: BXNIM0408E, message: Provided refresh token is expired',
			'session-expired',
		],
		['Code: BX0415EWQA, API key could not be found', 'api-key-unusable'],
		["BSS Account 'x' was not found.", 'no-account-targeted'],
		["No account targeted, use 'ibmcloud target -c ACCOUNT_ID'", 'no-account-targeted'],
		[
			"can't authenticate the infrastructure user: Time-based One Time Password authentication is required",
			'totp-required',
		],
		["'Item' must be ordered with permission.", 'user-lacks-permissions'],
		[
			'Make sure that you have the Administrator role: The cluster could not be configured with the registry.',
			'registry-role',
		],
		[
			"The worker node instance 'x' can't be found. Review 'y' infrastructure user permissions.",
			'worker-missing',
		],
		['The specified worker node could not be found. (E0011)', 'worker-missing'],
		['Something else that nobody has documented. (E0011)', 'unknown'],
		['Ungültiges API-Token: Invalid API Token', 'key-invalid'],
		['429 Too Many Requests', 'rate-limited'],
		['503 Service Unavailable', 'service-unavailable'],
		['Get "https://x": x509: certificate signed by unknown authority', 'network'],
		['Post "https://x": dial tcp: lookup x: no such host', 'network'],
		['Post "https://x": proxyconnect tcp: EOF', 'network'],
		['Could not refresh IAM token. Please login again', 'session-expired'],
		['You are not authorized to do this (403 Forbidden)', 'role-too-low'],
		["'sl' ist kein registrierter Befehl. Siehe 'ibmcloud help'.", 'plugin-missing'],
		['something new', 'unknown'],
		['', 'unknown'],
	];
	for (const [text, kind] of expected) {
		assert.equal(kindOf(text), kind, text);
	}
});

test('the way a child ended goes before its words', () => {
	const expected: Partial<Record<Ending, ErrorKind>> = {
		'not-found': 'cli-missing',
		'not-executable': 'cli-not-executable',
		'timed-out': 'timed-out',
		cancelled: 'cancelled',
		killed: 'killed',
		'output-too-large': 'output-too-large',
		'not-started': 'cli-not-started',
	};
	for (const [ending, kind] of Object.entries(expected) as [Ending, ErrorKind][]) {
		const error = classify(
			{stdout: '', stderr: 'half a message', ending, exitCode: undefined, durationMs: 1},
			'c',
		);
		assert.deepEqual(error, {kind, words: 'half a message', command: 'c'});
	}
});

test('codes as they are printed', () => {
	assert.equal(errorCodeIn('FAILED\nnone set (x).: not found. (E0051)\n'), 'E0051');
	assert.equal(errorCodeIn('E501e: not supported'), 'E501e');
	assert.equal(errorCodeIn('{"code": "E0051"}'), 'E0051');
	assert.equal(errorCodeIn('error code: BXNIM0439E, message'), 'BXNIM0439E');
	assert.equal(errorCodeIn('a group named (A0001) was not found (G0004)'), 'G0004');
	assert.equal(errorCodeIn('SERVER E0051 12345'), undefined);
	assert.equal(classify(failed(sample('ks-credential-unset.nothing-set.txt')), 'c').code, 'E0051');
});

test('the words are the CLI’s own, and standard output only where there are no others', () => {
	const error = classify(
		failed('FAILED\n\u001B[31mInvalid API key\u001B[0m\n\n', 'Setting...\n'),
		'ibmcloud ks credential set',
	);
	assert.deepEqual(error, {
		kind: 'key-invalid',
		words: 'Invalid API key',
		command: 'ibmcloud ks credential set',
		exitCode: 1,
	});
	assert.equal(classify(failed('FAILED\n', 'only here'), 'c').words, 'only here');
	const answer = JSON.stringify({
		code: 'E0011',
		description: 'Not found.',
		recoveryCLI: 'Look again.',
		incidentID: 'abc',
	});
	assert.equal(classify(failed('', answer), 'c').words, 'Not found. (E0011)\nLook again.\nIncident ID: abc');
	assert.deepEqual(unreadable(printed('half'), 'c'), {
		kind: 'unreadable',
		words: 'half',
		command: 'c',
		exitCode: 0,
	});
});
