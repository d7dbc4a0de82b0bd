import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseIamToken, parseNewApiKey} from '../../../source/ibmcloud/parsers/secrets.ts';
import type {Outcome} from '../../../source/ibmcloud/types.ts';
import type {Secret} from '../../../source/secrets/secret.ts';
import {failed, printed, realResult, sample} from '../samples.ts';

const valueOf = (outcome: Outcome<Secret>): string =>
	outcome.ok ? outcome.value.reveal() : `error: ${outcome.error.kind}`;
const key = 'FAKEKEY00123456789abcdef0123456789abcdef0123456789abcdef00FAKE00';

test('a new key is what follows the last colon, in any language', () => {
	assert.equal(valueOf(parseNewApiKey(realResult('apikey-add'), 'c')), key);
	assert.equal(valueOf(parseNewApiKey(realResult('apikey-add-de-config'), 'c')), key);
	assert.equal(
		valueOf(parseNewApiKey(printed(sample('sl-user-apikey.add.txt')), 'c')),
		`${'0'.repeat(60)}beef`,
	);
	assert.equal(
		valueOf(parseNewApiKey(printed(sample('sl-user-apikey.refresh.txt')), 'c')),
		`${'0'.repeat(60)}beef`,
	);
	assert.equal(valueOf(parseNewApiKey(printed(`OK\n成功: 新しいキー：${key}\n`), 'c')), key);
	assert.equal(valueOf(parseNewApiKey(printed(`Key: ${key}  \r\n  \r\n`), 'c')), key);
});

test('no key with exit code 0 is a failure', () => {
	assert.equal(valueOf(parseNewApiKey(realResult('apikey-add-empty-key'), 'c')), 'error: key-empty');
	assert.equal(valueOf(parseNewApiKey(printed('OK\n'), 'c')), 'error: unreadable');
	assert.equal(valueOf(parseNewApiKey(printed(''), 'c')), 'error: unreadable');
	assert.equal(valueOf(parseNewApiKey(printed('Key: <nil>'), 'c')), 'error: unreadable');
	assert.equal(valueOf(parseNewApiKey(printed('Key: 15letters-or-so'), 'c')), 'error: unreadable');
	assert.equal(valueOf(parseNewApiKey(printed(`Key: ${key} and more`), 'c')), 'error: unreadable');
	assert.equal(valueOf(parseNewApiKey(printed(`Key: "${key}"`), 'c')), 'error: unreadable');
	assert.equal(valueOf(parseNewApiKey(printed(`Key: <${key}`), 'c')), 'error: unreadable');
	assert.equal(valueOf(parseNewApiKey(printed(key), 'c')), 'error: unreadable');
});

test('why no key was made', () => {
	assert.equal(valueOf(parseNewApiKey(realResult('apikey-add-exists'), 'c')), 'error: key-exists');
	assert.equal(
		valueOf(parseNewApiKey(failed(sample('sl-user-apikey.add.exists.txt')), 'c')),
		'error: key-exists',
	);
	assert.equal(valueOf(parseNewApiKey(realResult('apikey-add-pending'), 'c')), 'error: user-pending');
	assert.equal(valueOf(parseNewApiKey(realResult('apikey-add-denied'), 'c')), 'error: permission-denied');
});

test('a token, without the word before it', () => {
	const token = 'eyJraWQiOiJ-EXAMPLE-.eyJpYW1faWQiOiJ-EXAMPLE-.SIGNATURE';
	assert.equal(valueOf(parseIamToken(printed(sample('iam-oauth-tokens.json')), 'c')), token);
	assert.equal(valueOf(parseIamToken(printed(sample('iam-oauth-tokens.txt')), 'c')), token);
	for (const text of [
		`{"iam_token": "  bearer   ${token} "}`,
		`{"iam_token": "${token}"}`,
		`IAM token [new]:  Bearer   ${token}\nUAA token:  Bearer of-another-service`,
	]) {
		assert.equal(valueOf(parseIamToken(printed(text), 'c')), token, text);
	}

	for (const text of [
		'',
		'{}',
		'{"iam_token": 12345678}',
		'{"iam_token": "7letter"}',
		'{"iam_token": "Bearer abcdefghijk lmnop"}',
		`{"iam_token": "is Bearer ${token}"}`,
		`  {"iam_token": "Bearer ${token}`,
		`Bearers ${token}`,
		'{"iam_token": ""}',
		'{"iam_token": "Bearer a b"}',
		'{"uaa_token": "Bearer abcdefghijk"}',
		'[]',
	]) {
		assert.equal(valueOf(parseIamToken(printed(text), 'c')), 'error: unreadable', text);
	}

	assert.equal(
		valueOf(parseIamToken(failed("Not logged in. Use 'ibmcloud login' to log in."), 'c')),
		'error: not-logged-in',
	);
});

test('no error carries what was printed', () => {
	const outcomes = [
		parseNewApiKey(printed(`Key: ${key} and more words`), 'c'),
		parseNewApiKey({...printed(`Key: ${key}`), ending: 'timed-out', exitCode: undefined}, 'c'),
		parseNewApiKey(failed(`[DEBUG] Response: "${key.slice(0, 50)}"`, `Key: ${key}`), 'c'),
		parseIamToken({...printed(sample('iam-oauth-tokens.txt')), exitCode: 1}, 'c'),
		parseIamToken(printed(`{"iam_token": "Bearer ${key}`), 'c'),
	];
	for (const outcome of outcomes) {
		assert.equal(outcome.ok, false);
		assert.doesNotMatch(JSON.stringify(outcome), /FAKEKEY|EXAMPLE/u);
	}

	const lost = parseNewApiKey(failed('', 'Key: nobody-knows-it'), 'c');
	assert.equal(!lost.ok && lost.error.words, '');
	const said = parseNewApiKey(failed('Half a key, f1e2d3c4b5a697887766, is printed.'), 'c');
	assert.equal(!said.ok && said.error.words, 'Half a key, [secret], is printed.');
});
