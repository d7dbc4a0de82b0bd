import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseCredential} from '../../../source/ibmcloud/parsers/credential.ts';
import type {Credential} from '../../../source/ibmcloud/types.ts';
import type {RunResult} from '../../../source/shell/run.ts';
import {failed, printed, sample} from '../samples.ts';

const command = 'ibmcloud ks credential get --region us-south --output json -q';

function read(result: RunResult, known: readonly string[] = [], group?: string): Credential | string {
	const outcome = parseCredential(result, command, known, group);
	return outcome.ok ? outcome.value : outcome.error.kind;
}

const set = (username: string): Credential => username;
const none: Credential = null;

test('the documented answers', () => {
	assert.deepEqual(read(printed(sample('ks-credential-get.set.txt'))), set('1234567_name@email.com'));
	assert.deepEqual(read(printed(sample('ks-credential-get.set.no-ok.txt'))), set('user@email.com'));
	assert.deepEqual(
		read(printed(sample('ks-credential-get.set.filled.txt'))),
		set('7654321_infra.admin@example.com'),
	);
	for (const name of ['ks-credential-get.unset.txt', 'ks-credential-get.unset.filled.txt']) {
		assert.deepEqual(read(failed(sample(name))), none);
		assert.deepEqual(read(failed('', sample(name))), none);
	}
});

test('the guessed answers: JSON, and a language that is not English', () => {
	assert.deepEqual(
		read(printed(sample('ks-credential-get.set.json'))),
		set('7654321_infra.admin@example.com'),
	);
	assert.deepEqual(read(failed('', sample('ks-credential-get.unset.json'))), none);
	assert.deepEqual(read(printed(sample('ks-credential-get.unset.json'))), none);
	assert.deepEqual(read(failed(sample('ks-credential-get.unset.de.txt'))), none);
	assert.deepEqual(read(printed('{}')), none);
	assert.deepEqual(read(printed('{"apiUser": ""}')), none);
	assert.deepEqual(read(printed('{"apiUser": null}')), none);
	assert.deepEqual(read(printed('{"APIUSER": "IBM278444"}')), set('IBM278444'));
	assert.deepEqual(read(printed('{"apiUser": "  "}')), none);
	for (const name of [
		'infrastructure_username',
		'infrastructureUser',
		'softlayer-username',
		'iaasUsername',
		'username',
		'userName',
		'user',
	]) {
		assert.deepEqual(read(printed(JSON.stringify({[name]: 'a b'}))), set('a b'), name);
	}
});

test('what cannot be read is not "none"', () => {
	for (const text of [
		'',
		'OK\n',
		'null',
		'[]',
		'{"something": "else"}',
		'{"apiUser": "7654321_infra.admin@exam',
		'  {"apiUser": "7654321_infra.admin@exam',
		'[{"apiUser": "x"',
		'{"apiUser": "a\\u001b[31mb"}',
		'{"user": "", "code": "E0011"}',
		'{"user": "guest", "code": "E0011"}',
		'Sign in to this network before you go on.',
	]) {
		assert.equal(read(printed(text)), 'unreadable', text);
	}

	for (const text of [
		'<html><body><h1>Sign in</h1><p>This network asks for a login.</p></body></html>',
		'<!DOCTYPE html>\n<p>Questions: 1234567_name@example.com\n',
		'<p>Questions: <a href="mailto:help@example.com">help@example.com</a></p>',
		'<p>(E0051)</p>',
	]) {
		assert.equal(read(printed(text)), 'answer-broken', text);
	}

	assert.equal(read(failed('FAILED\nsomething else (E0146)')), 'unknown');
	assert.equal(read(failed(sample('ks-error.iam-unreachable.txt'))), 'network');
	assert.equal(read(failed(sample('ks-error.token-expired.txt'))), 'session-expired');
	assert.equal(read({...printed('{}'), ending: 'timed-out', exitCode: undefined}), 'timed-out');
});

const german = (name: string): RunResult =>
	printed(
		`OK\nBerechtigungsnachweise der Infrastruktur für Benutzernamen ${name} für Ressourcengruppe default festgelegt.\n`,
	);

const sentence = (name: string, group: string): RunResult =>
	printed(`Für ${name} in Gruppe ${group} festgelegt.`);

test('the name is found in sentences of other languages', () => {
	assert.deepEqual(read(german('7654321_infra.admin@example.com')), set('7654321_infra.admin@example.com'));
	assert.deepEqual(read(german('<1234567_a+b@example.com>')), set('1234567_a+b@example.com'));
	assert.deepEqual(read(german('IBM278444')), set('IBM278444'));
	assert.deepEqual(read(german("'user@email.com'")), set('user@email.com'));
	assert.deepEqual(read(german('automation01')), 'unreadable');
	assert.deepEqual(read(german('automation01'), ['automation01', 'other']), set('automation01'));
	assert.deepEqual(read(german('user with space'), ['user', 'user with space']), set('user with space'));
	assert.deepEqual(
		read(german("o'brien_1234567@example.com"), ["o'brien_1234567@example.com"]),
		set("o'brien_1234567@example.com"),
	);
	assert.deepEqual(read(german('\u001B[36;1m7654321_x@example.com\u001B[0m')), set('7654321_x@example.com'));
	assert.deepEqual(
		read(
			printed(
				'リソース・グループ「default」のユーザー名「7654321_x@example.com」の資格情報が設定されました。',
			),
		),
		set('7654321_x@example.com'),
	);
});

test('the name of the resource group is not taken for the user', () => {
	assert.deepEqual(
		read(sentence('7654321_x@example.com', 'default'), ['default']),
		set('7654321_x@example.com'),
	);
	assert.deepEqual(read(sentence('7654321_x@example.com', '1234567_team')), set('7654321_x@example.com'));
	assert.deepEqual(read(sentence('robot', 'infra'), ['infra'], 'infra'), 'unreadable');
	assert.deepEqual(read(sentence('1234567_a', '1234567_b')), 'unreadable');
});

test('what stands in brackets within a sentence, or only looks like a name, is no part of it', () => {
	const text = 'Zugang [neu]: 1234567_x@example.com ist gesetzt.';
	assert.deepEqual(read(printed(text)), set('1234567_x@example.com'));
	for (const word of ['v1234_beta', 'XSL123', 'SL123x', 'a\u200Bb@example.com']) {
		assert.equal(read(printed(`Für ${word} festgelegt.`)), 'unreadable', word);
	}
});

test('a known name of no usual form counts where it stands alone', () => {
	for (const text of [
		'Für robot festgelegt.',
		'robot',
		'Benutzer: robot.',
		'Benutzer: robot.\nGruppe: x',
		'„robot“, und nicht robots',
		'robots, a-robot: robot',
		'ユーザー「robot」',
	]) {
		assert.deepEqual(read(printed(text), ['robot', '', 'a  b']), set('robot'), text);
	}

	for (const text of [
		'Für robots festgelegt.',
		'Für robots.',
		'a-robot',
		'robot.x',
		'robot-1',
		'1234567_robot_',
	]) {
		assert.notDeepEqual(read(printed(text), ['robot', '']), set('robot'), text);
	}

	assert.equal(read(printed('Für robot und drone.'), ['robot', 'drone']), 'unreadable');
});

test('a name of a usual form goes before one that is only known, a number before an address', () => {
	assert.deepEqual(read(sentence('SL12345', 'robot'), ['robot']), set('SL12345'));
	assert.deepEqual(read(sentence('1234_team', 'robot'), ['robot']), set('1234_team'));
	assert.deepEqual(
		read(sentence('1234567_ada@example.com', 'team@example.com')),
		set('1234567_ada@example.com'),
	);
	assert.deepEqual(read(sentence('ada@example.com', 'x@y@z')), set('ada@example.com'));
	assert.equal(read(sentence('ada@example.com', 'bob@example.com')), 'unreadable');
	assert.deepEqual(
		read(sentence('ada@example.com', 'bob@example.com'), ['ada@example.com']),
		set('ada@example.com'),
	);
});

test('the sentence of the documentation names any user, with its name written in one word, too', () => {
	const said = (name: string): RunResult =>
		printed(`OK\nInfrastructure credentials for ${name} set for resource group default.`);
	assert.deepEqual(read(said('username robot')), set('robot'));
	assert.deepEqual(read(said('user name <robot two>')), set('robot two'));
	assert.equal(read(said('users robot')), 'unreadable');
});

test('a name is whole or it is not the name', () => {
	const text = printed('Für 7654321_infra.admin@example.com in Gruppe default festgelegt.');
	assert.deepEqual(
		read(text, ['7654321_infra.admin@example.co', 'admin@example.com']),
		set('7654321_infra.admin@example.com'),
	);
	assert.deepEqual(read(text, ['1234567_someone.else@example.com']), set('7654321_infra.admin@example.com'));
});
