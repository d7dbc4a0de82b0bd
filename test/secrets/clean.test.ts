import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	cleanLine,
	cleanSentence,
	cleanTranscript,
	cleanWords,
	errorName,
	stripAnsi,
} from '../../source/secrets/clean.ts';
import {protect} from '../../source/secrets/redact.ts';
import {Secret} from '../../source/secrets/secret.ts';
import {sample} from '../ibmcloud/samples.ts';
import {foundIn} from './spellings.ts';

test('escape sequences of every kind are taken out', () => {
	assert.equal(stripAnsi('a\u001B[31;1mb\u001B[0mc'), 'abc');
	assert.equal(
		stripAnsi('a\u001B]0;title\u0007b\u001B]8;;https://x\u001B\\link\u001B]8;;\u001B\\'),
		'ablink',
	);
	assert.equal(stripAnsi('a\u001BPq#0\u001B\\b\u001B(Bc\u001B7d\u009B2Je\u009Dx\u009Cf'), 'abcdef');
	for (const unfinished of ['\u001B', '\u001B[', '\u001B[31', '\u009B', '\u001BPq', '\u0090q']) {
		assert.equal(stripAnsi(`unfinished ${unfinished}`), 'unfinished ', JSON.stringify(unfinished));
	}

	assert.equal(stripAnsi('unfinished \u001B]0;title\nnext'), 'unfinished \nnext');
	assert.equal(
		stripAnsi(sample('sl/list-pty.stdout')).replaceAll('\r\n', '\n'),
		sample('sl/list-3users.stdout'),
	);
});

test('a line has nothing in it that acts', () => {
	assert.equal(cleanLine('Line One\nLine Two'), 'Line One Line Two');
	assert.equal(cleanLine('Tab\there\tand CR\rback'), 'Tab here and CR back');
	assert.equal(
		cleanLine('red \u001B[31mRED\u001B[0m and \u001B]0;title\u0007 and \u001B[2J clear'),
		'red RED and and clear',
	);
	assert.equal(cleanLine('safe\u202Egnp.exe\u202C \u2066iso\u2069'), 'safegnp.exe iso');
	assert.equal(cleanLine('para\u2028sep\u2029end\u0000nul\u007Fdel\u0085nel'), 'para sep endnuldel nel');
	assert.equal(
		cleanLine('zero\u200Bwidth\u200Djoin\u00A0nbsp\u00ADshy\uFEFFbom'),
		'zerowidthjoin nbspshybom',
	);
	assert.equal(cleanLine('broken \uD800 surrogate'), 'broken \uFFFD surrogate');
	assert.equal(cleanLine('  padded  '), 'padded');
	assert.equal(cleanLine(' \u200B '), '');
	assert.equal(cleanLine('a \u202E\u200B'), 'a');
	assert.equal(cleanLine('田中 太郎 김민준 ليلى 🚀'), '田中 太郎 김민준 ليلى 🚀');
});

test('a long line is cut, by characters and not by halves of them', () => {
	assert.equal(cleanLine('x'.repeat(301)), `${'x'.repeat(299)}…`);
	assert.equal(cleanLine('x'.repeat(300)), 'x'.repeat(300));
	assert.equal(cleanLine('🚀'.repeat(10), 10), '🚀'.repeat(10));
	assert.equal(cleanLine('🚀'.repeat(11), 10), `${'🚀'.repeat(9)}…`);
	assert.equal(cleanLine('a b '.repeat(100), 8), 'a b a b…');
	assert.equal(cleanLine('a b '.repeat(100), 9), 'a b a b…');
	assert.equal([...cleanLine('y'.repeat(5_000_000))].length, 300);
});

test('the words of an error lose the marker and keep the incident', () => {
	assert.equal(
		cleanWords(sample('ks-error.unexpanded-placeholder.P0005.txt')),
		[
			'Creating cluster...',
			'The IAM token exchange request failed with the message: {{.Message}} (P0005)',
			'Contact IBM Cloud support.',
			'Incident ID: 00000000-1111-2222-3333-444444444444',
		].join('\n'),
	);
	assert.equal(
		cleanWords(sample('sl/list-de-config-denied.stderr')),
		'Auflisten der Benutzer fehlgeschlagen.\nSoftLayer_Exception_PermissionDenied: You do not have permission to access this user. (HTTP 403)',
	);
	for (const marker of [
		'FAILED',
		'FEHLGESCHLAGEN',
		'ECHEC',
		'ÉCHEC',
		'ERROR',
		'NON RIUSCITO',
		'COM FALHA',
		'실패',
		'失敗',
		'失败',
	]) {
		assert.equal(cleanWords(`${marker}\n\u001B[31mno\u001B[0m\r\n\n\n`), 'no', marker);
	}

	assert.equal(cleanWords('FAILED to do it'), 'FAILED to do it');
	assert.equal(cleanWords('one\rtwo\u0085three\u2028four\u2029five'), 'one\ntwo\nthree\nfour\nfive');
	assert.equal(cleanWords(''), '');
});

test('a sentence of a service is one line without secrets, and without what may be the given one', () => {
	assert.equal(
		cleanSentence('The key\nc4a9e1f07b52d8836ea1 is wrong.', 'POST'),
		'The key [secret] is wrong.',
	);
	assert.equal(cleanSentence('word '.repeat(100), 'POST').length, 300);
});

test('what a command printed is whole: its lines, without the empty ones, up to two hundred', () => {
	assert.equal(cleanTranscript('FAILED\n\n  one \u001B[31mtwo\u001B[0m\n'), 'FAILED\none two');
	const long = cleanTranscript('line\n'.repeat(300)).split('\n');
	assert.equal(long.length, 200);
	assert.equal(cleanTranscript('y'.repeat(501)), `${'y'.repeat(499)}…`);
});

test('of an error only the name of its class is said', () => {
	const named = (name: unknown): string => errorName(Object.assign(new Error('x'), {name}));
	assert.equal(errorName(new TypeError('x')), 'TypeError');
	for (const name of [
		'eTypeError',
		'Type-Error',
		'Error: key',
		'E',
		'A'.repeat(32),
		['TypeError'],
		undefined,
	]) {
		assert.equal(named(name), 'Error', String(name));
	}

	assert.equal(errorName({name: 'TypeError'}), 'Error');
	assert.equal(errorName(undefined), 'Error');
	protect(new Secret('NameThatIsASecretOfMine'));
	assert.equal(named('NameThatIsASecretOfMine'), 'Error');
});

test('endless words are cut, the incident stays', () => {
	const endless = `FAILED\n${'one more line\n'.repeat(100_000)}Incident ID: 00000000-1111-2222-3333-444444444444\n`;
	const lines = cleanWords(endless).split('\n');
	assert.equal(lines.length, 12);
	assert.equal(lines.at(-2), '…');
	assert.equal(lines.at(-1), 'Incident ID: 00000000-1111-2222-3333-444444444444');
	const first = `Incident ID: 00000000-1111-2222-3333-444444444444\n${'one more line\n'.repeat(20)}`;
	assert.deepEqual(cleanWords(first).match(/Incident/g), ['Incident']);
	assert.equal(cleanWords('line\n'.repeat(12)).split('\n').length, 12);
	assert.equal(cleanWords('line\n'.repeat(12)).includes('…'), false);
	const lines2000 = `${'z'.repeat(499)}\n`.repeat(4);
	assert.equal(cleanWords(lines2000), lines2000.trim());
	assert.equal(cleanWords(`${lines2000}z`), `${lines2000}…`);
	assert.ok(cleanWords(`${'z'.repeat(181)}\n`.repeat(11)).endsWith('…'));
});

test('what has the form of a key or a token does not survive in words', () => {
	const key = '0123456789abcdef'.repeat(4);
	const words = cleanWords(
		`Bearer abcdefghijklmnopqrstuvwxyz and eyJraWQiOiJ4In0.eyJpYW0iOiJ4In0.c2ln and key=${key}.`,
	);
	assert.equal(words, 'Bearer [secret] and [secret] and key=[secret].');
	assert.equal(
		cleanWords('{"refresh_token":"opaque-value-1"} X-Auth-Refresh-Token: opaque-value-2'),
		'{"refresh_token":"[secret]"} X-Auth-Refresh-Token: [secret]',
	);
	assert.equal(cleanWords('Invalid API key. Your token expired.'), 'Invalid API key. Your token expired.');
});

const given =
	'ibmcloud ks credential set classic --infrastructure-username=1234567_first_last9@acme.example --region=us-south -q';

test('the words of a command that was given a secret lose every long run that could be one in an unknown encoding', () => {
	const key = 'c4a9e1f07b52d8836ea1f4c90d7b3e5582f6a0c1d94e7b38a5f2069de1c7b4a0';
	for (const spell of [
		(value: string) => [...value].toReversed().join(''),
		(value: string) => Buffer.from(Buffer.from(value).toString('base64')).toString('base64'),
		(value: string) => value.replaceAll(/[a-f]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 13)),
		(value: string) => [...Buffer.from(value)].map((code) => (code ^ 0x55).toString(16)).join(''),
		(value: string) => [...Buffer.from(value)].map((code) => code.toString(8)).join(''),
	]) {
		const run = spell(key);
		for (const part of [run, run.slice(0, 24), run.slice(-24)]) {
			assert.equal(
				cleanWords(`The key ${part} is not valid (E0003)`, given),
				'The key [secret] is not valid (E0003)',
			);
		}
	}
});

test('and keep what an operator needs: codes, classes, numbers of incidents and accounts, and what was asked', () => {
	for (const words of [
		'SoftLayer_Exception_User_Customer_Unauthorized: Invalid API key. (HTTP 401)',
		'error code: BXNIM0513E, message: You are not authorized to use this API from this IP address',
		'The user 1234567_first_last9@acme.example is not known in us-south (E0011)',
		'Incident ID: 00000000-1111-2222-3333-444444444444',
		'No credentials in resource group 0123456789abcdef0123456789abcdef.',
		'Get "http://127.0.0.1:24960/rest/v3.1/SoftLayer_User_Customer/7002/addApiAuthenticationKey.json": EOF',
		'dial tcp: lookup containers.cloud.ibm.com on 10.0.80.11:53: no such host',
	]) {
		assert.equal(cleanWords(words, given), words);
	}
});

test('a token is one in two parts, too, and behind any number of blanks', () => {
	assert.equal(cleanTranscript('cut eyJraWQiOiJ4In0.eyJpYW0iOiJ4In0 here'), 'cut [secret] here');
	assert.equal(cleanTranscript('cut eyJraWQiOiJ4In0.eyJpYW0iOiJ4In0.c2ln here'), 'cut [secret] here');
	assert.equal(cleanTranscript('Bearer   abcdefghijklmnop'), 'Bearer [secret]');
});

test('a value is one whose name says so, however the name is written', () => {
	for (const name of [
		'refresh_token',
		'refresh-token',
		'accessToken',
		'api_key',
		'API-Key',
		'apikey',
		'password',
		'passwd',
		'passcode',
	]) {
		assert.equal(cleanTranscript(`${name}=opaque-value end`), `${name}=[secret] end`);
		assert.equal(cleanTranscript(`"${name}" : "opaque-value"`), `"${name}" : "[secret]"`);
	}
});

test('of long runs a number and a word stay, and what is longer than either does not', () => {
	const masked = (run: string): string => cleanSentence(`x ${run} y`, 'ibmcloud ks');
	for (const run of ['1234567890123456', '1'.repeat(19), 'a'.repeat(39), 'a1'.repeat(7)]) {
		assert.equal(masked(run), `x ${run} y`);
	}

	for (const run of ['1'.repeat(20), 'a'.repeat(40), 'a1'.repeat(8)]) {
		assert.equal(masked(run), 'x [secret] y', run);
	}
});

test('the name of a class hides no secret that is joined to it', () => {
	assert.equal(cleanSentence('SoftLayer_Exception_Public2', ''), '[secret]');
	for (const run of ['c4a9e1f07b52_Soft_Layer', 'Soft_Layer_c4a9e1f07b52']) {
		assert.equal(cleanSentence(`x ${run} y`, 'ibmcloud ks'), 'x [secret] y', run);
	}
});

test('a secret is looked for in what is shown: cleaned, cut and joined', () => {
	const key = '9e1c7b4a0f2069d5a8b3e7d4c1f6a0e2c4a9e1f07b52d8836ea1f4c90d7b3e55';
	protect(new Secret(key));
	const colored = [...key].map((letter) => `\u001B[31m${letter}\u001B[0m`).join('\u200B');
	assert.equal(cleanLine(`key ${colored} end`), 'key [secret] end');
	assert.equal(cleanWords(`key ${colored} end`), 'key [secret] end');
	assert.equal(cleanWords(`key ${key.slice(0, 32)}\n${key.slice(32)} end`), 'key [secret] end');
	const far = 'x '.repeat(200_000);
	assert.equal(foundIn(cleanWords(`${key.slice(0, 32)}${far}\n${far}\n${key.slice(32)}`), key), undefined);
	assert.equal(foundIn(cleanTranscript(`${'y '.repeat(246)}${key}\n${key}`), key), undefined);
	assert.equal(foundIn(cleanLine(`${'y '.repeat(145)}${key}`), key), undefined);
});
