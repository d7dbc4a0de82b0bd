import assert from 'node:assert/strict';
import {test} from 'node:test';
import {classify} from '../../source/ibmcloud/outcomes.ts';
import type {ErrorKind} from '../../source/ibmcloud/types.ts';
import {writeOutcomeOf} from '../../source/ibmcloud/write-outcome.ts';
import type {Ending} from '../../source/shell/run.ts';
import {english} from '../../source/text/languages/english.ts';
import {failed, printed, realResult, sample} from './samples.ts';

/** Returns how a write ended whose child printed this text. */
function ended(words: string): string {
	return writeOutcomeOf({ok: false, error: classify(failed(words), 'ibmcloud ks credential set classic')})
		.kind;
}

test('a write that ended well is done', () => {
	assert.deepEqual(writeOutcomeOf({ok: true, value: undefined}), {kind: 'done'});
});

test('a refusal is a closed set: nothing was sent, or whoever was asked declined; every other kind is open', () => {
	const unsent: ErrorKind[] = [
		'cli-missing',
		'cli-not-executable',
		'cli-not-started',
		'cli-unsafe',
		'copy-refused',
		'place-unsafe',
		'journal-unwritable',
		'plugin-missing',
		'not-logged-in',
		'no-account-targeted',
		'no-group-targeted',
		'api-not-sent',
		'api-other-account',
	];
	const declined: ErrorKind[] = [
		'session-expired',
		'no-classic-account',
		'permission-denied',
		'role-too-low',
		'key-invalid',
		'key-exists',
		'user-pending',
		'user-gone',
		'address-restricted',
		'user-lacks-permissions',
		'totp-required',
		'api-declined',
		'api-wants-refresh-token',
	];
	const kinds = Object.keys(english).flatMap((name) => /^error\.([a-z-]+)$/u.exec(name)?.[1] ?? []);
	assert.ok(kinds.length > unsent.length + declined.length);
	for (const kind of kinds as ErrorKind[]) {
		const error = {kind, words: '', command: 'c'};
		assert.deepEqual(
			writeOutcomeOf({ok: false, error}),
			unsent.includes(kind)
				? {kind: 'refused', error, wasSent: false}
				: {kind: declined.includes(kind) ? 'refused' : 'open', error},
			kind,
		);
	}
});

test('what a service, a gateway or a network says that lost the answer leaves a write open, in any words', () => {
	for (const words of [
		'FAILED\n504 Gateway Time-out',
		'FAILED\n<html><head><title>504 Gateway Time-out</title></head></html>',
		'FAILED\nPost "https://containers.cloud.ibm.com/global/v1/credentials": EOF',
		'FAILED\nEOF',
		'FAILED\nunexpected EOF',
		'FAILED\nread tcp 10.0.0.1:5000->10.0.0.2:443: i/o timeout',
		'FAILED\nnet/http: request canceled (Client.Timeout exceeded while awaiting headers)',
		'FAILED\nread tcp 10.0.0.1:5000->10.0.0.2:443: read: connection reset by peer',
		'FAILED\nstream error: stream ID 1; INTERNAL_ERROR',
		'FAILED\nhttp2: server sent GOAWAY and closed the connection',
		'FAILED\n500 Internal Server Error',
		'FAILED\nThe server is busy. (HTTP 503)',
		'FAILED\nToo many requests. (HTTP 429)',
		"FAILED\ninvalid character '<' looking for beginning of value",
		'FAILED\nSomething went wrong. (E0A1B)\n\nIncident ID: 11111111-2222-3333-4444-555555555555',
		'FEHLGESCHLAGEN\nZeitüberschreitung beim Warten auf den Service.',
		'失敗',
		'',
	]) {
		assert.equal(ended(words), 'open', words);
	}
});

test('where the connection failed, no other word of the answer closes a write', () => {
	assert.equal(ended(sample('ks-error.iam-unreachable.txt')), 'open');
	assert.equal(ended('FAILED\nInvalid API key\nPost "https://c.example/v1": EOF'), 'open');
});

test('a write is refused where whoever was asked answered and declined', () => {
	for (const words of [
		sample('ks-credential-set-classic.invalid-key.txt'),
		sample('ks-credential-set-classic.not-authorized.txt'),
		sample('ks-error.token-expired.txt'),
		sample('ks.plugin-missing.txt'),
		sample('login.session-inactive.txt'),
		'FAILED\nNot allowed. (HTTP 403)',
		'FEHLGESCHLAGEN\nSoftLayer_Exception_User_Customer_Unauthorized: Invalid API key (HTTP 500)',
	]) {
		assert.equal(ended(words), 'refused', words);
	}
});

test('what says nothing about a credential is not understood as the answer to a write of one', () => {
	assert.equal(ended(sample('ks-error.cluster-not-found.G0004.txt')), 'open');
	assert.equal(ended(sample('ks-error.unexpanded-placeholder.P0005.txt')), 'open');
});

test('a child that never ran has written nothing; one that was stopped may have', () => {
	const expected: Readonly<Record<Exclude<Ending, 'exited'>, 'refused' | 'open'>> = {
		'not-found': 'refused',
		'not-executable': 'refused',
		'not-started': 'refused',
		'timed-out': 'open',
		cancelled: 'open',
		killed: 'open',
		'output-too-large': 'open',
	};
	for (const [ending, kind] of Object.entries(expected)) {
		const result = {...printed(''), ending: ending as Ending, exitCode: undefined};
		assert.equal(
			writeOutcomeOf({ok: false, error: classify(result, 'ibmcloud ks credential set classic')}).kind,
			kind,
			ending,
		);
	}
});

test('of the real failures to create a key the lost ones alone are open', () => {
	for (const name of ['apikey-add-denied', 'apikey-add-exists', 'apikey-add-pending']) {
		assert.equal(
			writeOutcomeOf({ok: false, error: classify(realResult(name), 'ibmcloud ks credential set classic')})
				.kind,
			'refused',
			name,
		);
	}

	const lost = `FAILED\nFailed to add user's API authentication key\nGet "http://127.0.0.1:24960/rest/v3.1/SoftLayer_User_Customer/7002/addApiAuthenticationKey.json": EOF\n`;
	assert.equal(ended(lost), 'open');
});
