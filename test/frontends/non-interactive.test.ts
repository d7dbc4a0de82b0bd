import assert from 'node:assert/strict';
import {test} from 'node:test';
import {runNonInteractive} from '../../source/frontends/non-interactive.ts';
import {Secret} from '../../source/secrets/secret.ts';
import type {Answers} from '../../source/wizard/answers.ts';
import {englishTexts} from '../../source/text/texts.ts';
import {FakeSession, jane, key} from '../support/fake-session.ts';

const answers: Answers = {
	user: {value: {username: jane.username, listed: undefined}, source: 'flag'},
	key: {value: new Secret(key), source: 'flag'},
	region: {value: ['us-south', 'eu-de'], source: 'flag'},
};

const settings = {answers, isInteractive: false};

test('with all answers given everything is applied without a question', async () => {
	const fake = new FakeSession();
	const report = await runNonInteractive(fake.start(settings));
	assert.equal(report.outcome, 'applied');
	assert.equal(report.exitStatus, 0);
	assert.equal(fake.writes.length, 2);
});

test('a scope that cannot be read fails alone, and the others go on', async () => {
	const fake = new FakeSession();
	fake.fail('credential us-south group-1', 'role-too-low', 'FAILED');
	const report = await runNonInteractive(fake.start(settings));
	assert.deepEqual(
		report.scopes.map(({state}) => state.kind === 'done' && state.result.kind),
		['failed', 'set-not-proven'],
	);
	assert.deepEqual(
		fake.writes.map(({region}) => region),
		['eu-de'],
	);
	assert.equal(report.exitStatus, 5);
});

test('taking control from another account needs its number on the command line: --force does not stand for that', async () => {
	for (const replaceAccounts of [[], ['1111111']]) {
		const fake = new FakeSession();
		fake.credentials.set('us-south group-1', '7654321_root@example.com');
		const session = fake.start({...settings, replaceAccounts});
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		const report = await runNonInteractive(session);
		assert.equal(report.exitStatus, 2);
		assert.match(englishTexts.say(report.refusal ?? {key: 'value.none'}), /--replace-account 7654321/);
		assert.match(report.remedy ?? '', /setup .*--replace-account=7654321 --region=us-south/);
		assert.deepEqual(fake.writes, []);
	}
});

test('with its number it is taken, and a number that no scope needs is ignored', async () => {
	const fake = new FakeSession();
	fake.credentials.set('us-south group-1', '7654321_root@example.com');
	const session = fake.start({...settings, replaceAccounts: ['1111111', '7654321']});
	const report = await runNonInteractive(session);
	assert.equal(report.exitStatus, 0);
	assert.equal(fake.writes.length, 2);
});

test('where the clusters cannot be listed, another account’s pair is not set by --force', async () => {
	const fake = new FakeSession();
	fake.fail('clusters', 'role-too-low');
	const user = {value: {username: '7654321_root@example.com', listed: undefined}, source: 'flag'} as const;
	const session = fake.start({...settings, answers: {...answers, user}});
	const report = await runNonInteractive(session);
	assert.equal(report.exitStatus, 2);
	assert.deepEqual(fake.writes, []);
});

test('what the command line demands is held against every scope before the first is written', async () => {
	for (const isDryRun of [false, true]) {
		const fake = new FakeSession();
		fake.credentials.set('eu-de group-1', jane.username);
		const session = fake.start({...settings, onlyIfCurrent: null, isDryRun});
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		const report = await runNonInteractive(session);
		assert.equal(report.exitStatus, 4);
		assert.equal(report.refusal?.key, 'review.notCurrent');
		assert.deepEqual(fake.writes, []);
	}
});

test('what cannot be asked is a refusal that names the flag', async () => {
	const fake = new FakeSession();
	fake.target({region: 'us-south'});
	const report = await runNonInteractive(fake.start(settings));
	assert.equal(report.outcome, 'refused');
	assert.equal(report.exitStatus, 2);
	assert.match(englishTexts.say(report.refusal ?? {key: 'value.none'}), /--resource-group/);
	assert.deepEqual(fake.writes, []);
});

test('a prerequisite that is missing is a refusal with its own status and its remedy', async () => {
	const fake = new FakeSession();
	fake.give('plugins', []);
	const report = await runNonInteractive(fake.start(settings));
	assert.equal(report.exitStatus, 3);
	assert.equal(report.refusal?.key, 'check.container-service.missing');
	assert.equal(report.remedy, 'ibmcloud plugin install container-service');
});

test('a dry run ends with the plan and changes nothing', async () => {
	const fake = new FakeSession();
	const report = await runNonInteractive(fake.start({...settings, isDryRun: true}));
	assert.equal(report.outcome, 'dry-run');
	assert.equal(report.plan?.scopes.length, 2);
	assert.deepEqual(fake.writes, []);
});
