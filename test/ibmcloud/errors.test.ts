import assert from 'node:assert/strict';
import {test} from 'node:test';
import {errorCodeIn} from '../../source/ibmcloud/error-row.ts';
import {isAboutLogin, mayBeAboutLogin} from '../../source/ibmcloud/error-kinds.ts';
import {classify, unreadable} from '../../source/ibmcloud/outcomes.ts';
import type {ErrorKind} from '../../source/ibmcloud/types.ts';
import type {Ending} from '../../source/shell/run.ts';
import {liveSamples} from './live-samples.ts';
import {failed, printed, sample} from './samples.ts';

const kindOf = (text: string, command = 'ibmcloud ks cluster ls'): ErrorKind =>
	classify(failed(text), command).kind;

/** Returns the first words of the command that a sample is named after. */
function commandOf(name: string): string {
	const words = /^(?:sl-user-[a-z]+|ks-[a-z]+(?:-[a-z]+)?|target|login|ks)/u.exec(name)?.[0] ?? '';
	return `ibmcloud ${words.replaceAll('-', ' ')}`;
}

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
		assert.equal(kindOf(sample(name), commandOf(name)), kind, name);
		assert.equal(
			classify(failed('', sample(name)), commandOf(name)).kind,
			kind,
			`${name} on standard output`,
		);
	}
});

test('every failure of the real plug-in has its kind', () => {
	const expected: Record<string, ErrorKind> = {
		'iam/0400': 'session-expired',
		'iam/0408': 'session-expired',
		'iam/0439': 'session-expired',
		'iam/0439short': 'session-expired',
		'iam/0513': 'address-restricted',
		'iam/401': 'session-expired',
		'iam/429': 'rate-limited',
		'iam/503': 'service-unavailable',
		'iam/html': 'service-unavailable',
		'sl/apikey-add-denied': 'permission-denied',
		'sl/apikey-add-exists': 'key-exists',
		'sl/apikey-add-pending': 'user-pending',
		'sl/apikey-refresh-add-fails': 'service-unavailable',
		'sl/list-api-500': 'service-unavailable',
		'sl/list-api-503': 'service-unavailable',
		'sl/list-connection-refused': 'network',
		'sl/list-de-config-denied': 'permission-denied',
		'sl/list-malformed-html-json': 'answer-broken',
		'sl/list-malformed-truncated-json': 'answer-broken',
		'sl/list-not-logged-in': 'permission-denied',
		'sl/list-permission-denied': 'permission-denied',
		'sl/list-timeout': 'network',
		'sl/list-token-expired-401': 'session-expired',
		'sl/list-token-expired-500-refresh-fails': 'session-expired',
		'sl/permissions-denied': 'permission-denied',
		'sl/permissions-not-found-json': 'user-gone',
		'sl-live/cut-1': 'answer-broken',
		'sl-live/denied-2': 'permission-denied',
		'sl-live/drop-1': 'answer-broken',
		'sl-live/e401-1': 'permission-denied',
		'sl-live/e403-1': 'permission-denied',
		'sl-live/e429-1': 'rate-limited',
		'sl-live/e500-1': 'service-unavailable',
		'sl-live/exists-2': 'key-exists',
		'sl-live/html-1': 'answer-broken',
		'sl-live/invalidtoken-1': 'session-expired',
		'sl-live/lost-2': 'answer-broken',
		'sl-live/obj200-1': 'answer-broken',
		'sl-live/refresh-fails-1': 'session-expired',
		'sl-live/tracekey-3': 'network',
	};
	const failures = liveSamples().filter(({result}) => result.exitCode !== 0);
	const found = failures
		.filter(({name}) => name !== 'iam/0407')
		.map(({name, command, result}) => [name, classify(result, command).kind]);
	assert.deepEqual(Object.fromEntries(found), expected);
	// All languages of a sample.
	for (const [name, kind] of found) {
		assert.equal(kind, expected[name ?? ''], name);
	}
});

test('of words that carry neither code nor shape nothing is said but that they may be about the login', () => {
	for (const {language, command, result} of liveSamples().filter(({name}) => name === 'iam/0407')) {
		const error = classify(result, command);
		assert.equal(error.kind, language === 'en_US' ? 'session-expired' : 'unknown', language);
		assert.ok(isAboutLogin(error) || mayBeAboutLogin(error), language);
	}
});

test('what IAM answers is known by its number and its code, whatever the words around them', () => {
	const colons = [': ', ' : ', '：'];
	const commas = [', ', '、', '，'];
	for (const [status, code, kind] of [
		[400, 'BXNIM0408E', 'session-expired'],
		[400, 'BXNIM0415E', 'session-expired'],
		[400, 'BXNIM9999E', 'unknown'],
		[401, 'BXNIM0109E', 'session-expired'],
		[403, 'BXNIM0513E', 'address-restricted'],
		[403, 'BXNIM9999E', 'permission-denied'],
		[408, 'BXNIM9999E', 'service-unavailable'],
		[429, 'BXNIM0137E', 'rate-limited'],
		[500, 'BXNIM0001E', 'service-unavailable'],
		[503, 'BXNIM0001E', 'service-unavailable'],
		[504, 'BXNIM0001E', 'service-unavailable'],
	] as const) {
		for (const colon of colons) {
			for (const comma of commas) {
				const words = `Xxxx xx${colon}${status}${comma}yyyy${colon}${code}${comma}zz${colon}You are not so. 401`;
				assert.equal(kindOf(`XXX\nYyyy.\n\n${words}\n`, 'ibmcloud sl user list'), kind, words);
				assert.equal(kindOf(words, 'ibmcloud iam oauth-tokens --output json'), kind, words);
			}
		}
	}
});

test('what a sentence means depends on the command that said it', () => {
	const legacy = 'SoftLayer_Exception_InvalidLegacyToken: Invalid API token. (HTTP 401)';
	const unauthorized = 'SoftLayer_Exception_User_Customer_Unauthorized: Invalid API key (HTTP 401)';
	assert.equal(kindOf(legacy, 'ibmcloud sl user list'), 'session-expired');
	assert.equal(kindOf(legacy, 'ibmcloud ks credential set classic'), 'key-invalid');
	assert.equal(kindOf(unauthorized, 'ibmcloud sl user list'), 'permission-denied');
	assert.equal(kindOf(unauthorized, 'ibmcloud ks credential set classic'), 'key-invalid');
	assert.equal(kindOf('Invalid API key', 'ibmcloud sl user list'), 'unknown');
	assert.equal(kindOf('API key not found (BX0415EWQA)', 'ibmcloud ks cluster ls'), 'api-key-unusable');
	const gone = "SoftLayer_Exception_ObjectNotFound: Unable to find object with id of '7002'. (HTTP 404)";
	assert.equal(kindOf(gone, 'ibmcloud sl user apikey 7002 --add'), 'user-gone');
	assert.equal(kindOf(gone, 'ibmcloud sl user list'), 'unknown');
});

test('an answer that breaks off, or is none, is neither a CLI to update nor a key', () => {
	for (const words of [
		'unexpected EOF',
		'EOF',
		'Get "https://api.softlayer.com/rest/v3.1/x.json": EOF',
		'read tcp 10.0.0.1:1->10.0.0.2:443: read: connection reset by peer',
		'json: cannot unmarshal string into Go value of type []datatypes.User_Customer',
		'unexpected end of JSON input',
		"invalid character '<' looking for beginning of value",
		'SoftLayer_Exception_Public: Empty Response (HTTP 200)',
		'SoftLayer_Exception_Public: Internal Error (HTTP 200)',
		'Error response from server. Status code: 403; message: <html>blocked</html>',
		'Error response from server. Status code: 302; message: <!DOCTYPE html>',
	]) {
		assert.equal(
			kindOf(`FAILED\nFailed to list users.\n\n${words}\n`, 'ibmcloud sl user list'),
			'answer-broken',
			words,
		);
	}

	for (const stdout of ['[{}]', '\n[\n    {}\n]\n', '[{ }]', ' <html>log in to the hotel</html>']) {
		assert.equal(unreadable(printed(stdout), 'ibmcloud sl user list').kind, 'answer-broken', stdout);
	}

	for (const stdout of ['[{"id": 1', 'Users: [{}]', 'Users:[{}]', '[{}] and more', 'a < b']) {
		assert.equal(unreadable(printed(stdout), 'ibmcloud sl user list').kind, 'unreadable', stdout);
	}
});

test('a trace that is on says nothing about the failure, and is not among the words', () => {
	const trace =
		'2026/11/25 11:05:39 [DEBUG] Response:  {"error": "Invalid API token", "code": 401} (HTTP 401)';
	const error = classify(failed(`${trace}\nFAILED\nSomething new.\n`), 'ibmcloud sl user list');
	assert.equal(error.kind, 'unknown');
	assert.equal(error.words, 'Something new.');
	assert.equal(classify(failed(trace), 'c').words, '');
	const within = 'It was 2026/11/25 11:05:39 [DEBUG] that failed.';
	assert.equal(classify(failed(within), 'c').words, within);
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
			{stdout: '', stderr: 'half a message (E0051)', ending, exitCode: undefined, durationMs: 1},
			'c',
		);
		assert.deepEqual(error, {kind, words: 'half a message (E0051)', command: 'c'});
	}
});

test('of a child that was given a secret no long run is shown that could be one', () => {
	const result = failed('The key c4a9e1f07b52d8836ea1 is wrong.');
	assert.equal(classify(result, 'c').words, 'The key c4a9e1f07b52d8836ea1 is wrong.');
	assert.equal(classify({...result, isConfidential: true}, 'c').words, 'The key [secret] is wrong.');
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
	assert.equal(classify(failed('', '{"message": "No."}'), 'c').words, 'No.');
	assert.equal(classify(failed('', '{"code": "E0011"}'), 'c').words, '{"code": "E0011"}');
	assert.deepEqual(unreadable(printed('half'), 'c'), {
		kind: 'unreadable',
		words: 'half',
		command: 'c',
		exitCode: 0,
	});
});
