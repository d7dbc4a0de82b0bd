import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Message} from '../../source/text/message.ts';
import type {Action} from '../../source/wizard/action.ts';
import {failure} from '../plan/plans.ts';
import {FakeSession, jane, john, key} from '../support/fake-session.ts';
import {asked, give, namesOf, settled, stageOf, toReview} from '../support/session-moves.ts';

const scope = 'us-south group-1';
const otherAccountUser = '7654321_root@example.com';

test('apply does nothing before the complete review has been on the screen', async () => {
	const fake = new FakeSession();
	fake.hold(`credential ${scope}`);
	const session = fake.start();
	await toReview(session);
	session.act({kind: 'apply'});
	fake.give(`credential ${scope}`, null);
	await settled();
	session.act({kind: 'apply'});
	assert.equal(asked(session), 'review');
	session.reviewShown();
	session.act({kind: 'apply'});
	await session.ended;
	assert.equal(fake.writes.length, 1);
});

test('a review that has changed since it was shown is not applied until it is shown again', async () => {
	const fake = new FakeSession();
	fake.fail(`credential ${scope}`, 'network');
	const session = fake.start();
	await toReview(session);
	fake.give(`credential ${scope}`, john.username);
	session.act({kind: 'retry-review'});
	await settled();
	session.act({kind: 'apply'});
	assert.equal(asked(session), 'review');
	assert.deepEqual(fake.writes, []);
	session.reviewShown();
	session.act({kind: 'apply'});
	assert.equal(asked(session), 'apply');
});

test('only what the present stage offers can be done', async () => {
	const fake = new FakeSession();
	const session = fake.start();
	await toReview(session);
	const view = session.view();
	const elsewhere: readonly Action[] = [
		{kind: 'finish'},
		{kind: 'demo'},
		{kind: 'retry-failed'},
		{kind: 'login'},
		{kind: 'install', plugin: 'sl'},
		{kind: 'create-key'},
		{kind: 'change', step: 'listAccount'},
	];
	for (const action of elsewhere) {
		session.act(action);
		assert.equal(session.view(), view, action.kind);
	}

	assert.deepEqual(fake.interactive, []);
});

test('a session that ended meanwhile is mended first: log in where one stood, then another try', async () => {
	const fake = new FakeSession();
	fake.onWrite = () => failure('session-expired');
	const session = fake.start();
	await toReview(session);
	session.act({kind: 'apply'});
	await settled();
	const offered = (): string[] => namesOf(stageOf(session, 'apply').progress.actions);
	assert.deepEqual(offered(), ['login', 'login-sso', 'retry-failed', 'finish']);

	session.act({kind: 'login'});
	await settled();
	assert.deepEqual(fake.interactive, ['login -g default -r us-south -c account-1']);
	assert.deepEqual(offered(), ['retry-failed', 'login', 'login-sso', 'finish']);

	session.act({kind: 'retry-failed'});
	await settled();
	assert.deepEqual(offered(), ['login', 'login-sso', 'retry-failed', 'finish']);
});

test('nothing that is typed while it is applied ends or changes anything', async () => {
	const fake = new FakeSession();
	const write = Promise.withResolvers<{ok: true; value: undefined}>();
	fake.onWrite = async () => write.promise;
	const session = fake.start();
	await toReview(session);
	session.act({kind: 'apply'});
	await settled();
	session.act({kind: 'change', step: 'user'});
	for (const kind of ['quit', 'apply', 'finish', 'retry-review'] as const) {
		session.act({kind});
	}

	session.back();
	give.user(session);
	assert.equal(asked(session), 'apply');
	write.resolve({ok: true, value: undefined});
	assert.equal((await session.ended).exitStatus, 0);
	assert.equal(fake.writes.length, 1);
});

test('replacing the credential of another infrastructure account asks for that account’s number, once', async () => {
	const fake = new FakeSession();
	fake.credentials.set(scope, otherAccountUser);
	fake.credentials.set('eu-de group-1', otherAccountUser);
	const session = fake.start();
	await toReview(session, ['us-south', 'eu-de']);
	session.act({kind: 'apply'});
	assert.equal(asked(session), 'confirm');
	const {question} = stageOf(session, 'question');
	assert.equal(question.kind === 'typed-confirm' && question.expected, '7654321');
	assert.deepEqual(fake.writes, []);
	session.reply({kind: 'confirmed', text: '7654321'});
	await session.ended;
	assert.equal(fake.writes.length, 2);
});

test('what was typed is compared after trimming and composing; another text is said to be one, at every try', async () => {
	const fake = new FakeSession();
	const user = '1234567_jose\u0301@example.com';
	fake.credentials.set(scope, user);
	const session = fake.start({change: 'unset'});
	await settled();
	session.reply({kind: 'options', values: ['us-south']});
	await settled();
	session.reviewShown();
	session.act({kind: 'apply'});
	const mismatch = (): Message | undefined => {
		const {question} = stageOf(session, 'question');
		return question.kind === 'typed-confirm' ? question.mismatch : undefined;
	};
	assert.equal(mismatch(), undefined);
	const said = ['', '1234567', user.toUpperCase()].map((text) => {
		session.reply({kind: 'confirmed', text});
		return mismatch();
	});
	assert.deepEqual(
		said.map((one) => one?.key),
		['confirm.mismatch', 'confirm.mismatch', 'confirm.mismatch'],
	);
	assert.equal(new Set(said).size, 3);
	assert.deepEqual(fake.writes, []);
	session.reply({kind: 'confirmed', text: `  ${user.normalize('NFC')}\t`});
	await session.ended;
	assert.equal(fake.writes.length, 1);
});

test('the confirmation can be left: back is the review, and nothing is set', async () => {
	const fake = new FakeSession();
	fake.credentials.set(scope, otherAccountUser);
	const session = fake.start();
	await toReview(session);
	session.act({kind: 'apply'});
	session.back();
	assert.equal(asked(session), 'review');
	assert.deepEqual(fake.writes, []);
});

test('another user of the same account needs no typing', async () => {
	const fake = new FakeSession();
	fake.credentials.set(scope, john.username);
	const session = fake.start();
	await toReview(session);
	session.act({kind: 'apply'});
	assert.equal(asked(session), 'apply');
});

test('a dry run shows the plan, offers no apply, and changes nothing', async () => {
	const fake = new FakeSession();
	const session = fake.start({isDryRun: true});
	await toReview(session);
	const ids = namesOf(stageOf(session, 'review').review.actions);
	assert.equal(ids[0], 'finish');
	assert.ok(!ids.includes('apply'));
	session.act({kind: 'apply'});
	session.act({kind: 'finish'});
	const report = await session.ended;
	assert.equal(report.outcome, 'dry-run');
	assert.equal(report.exitStatus, 0);
	assert.equal(report.plan?.scopes.length, 1);
	assert.deepEqual(fake.writes, []);
});

test('a wrong key offers to enter the key again: the other answers stay', async () => {
	const fake = new FakeSession();
	fake.onWrite = () => failure('key-invalid', 'Invalid API key');
	const session = fake.start();
	await toReview(session);
	session.act({kind: 'apply'});
	await settled();
	const ids = namesOf(stageOf(session, 'apply').progress.actions);
	assert.deepEqual(ids, ['change:key', 'retry-failed', 'finish']);
	session.act({kind: 'change', step: 'key'});
	assert.equal(asked(session), 'key');
	fake.onWrite = () => ({ok: true, value: undefined});
	give.key(session, key.toUpperCase());
	await settled();
	session.reviewShown();
	session.act({kind: 'apply'});
	const report = await session.ended;
	assert.equal(report.exitStatus, 0);
	assert.deepEqual(
		fake.writes.map(({username}) => username),
		[jane.username, jane.username],
	);
	assert.notEqual(fake.writes[0]?.fingerprint, fake.writes[1]?.fingerprint);
});

test('what was applied stays in the report when the session is left after an answer was changed', async () => {
	for (const leave of ['quit', 'interrupted'] as const) {
		const fake = new FakeSession();
		fake.onWrite = ({region}) => (region === 'eu-de' ? failure('key-invalid') : {ok: true, value: undefined});
		const session = fake.start();
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		await toReview(session, ['us-south', 'eu-de']);
		session.act({kind: 'apply'});
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		await settled();
		session.act({kind: 'change', step: 'key'});
		session.back();
		if (leave === 'quit') {
			session.act({kind: 'quit'});
		} else {
			session.leave();
		}

		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		const report = await session.ended;
		assert.deepEqual(
			report.scopes.map(({state}) => state.kind === 'done' && state.result.kind),
			['set-not-proven', 'failed'],
		);
		assert.equal(report.exitStatus, leave === 'quit' ? 5 : 130);
	}
});

test('trying again applies what failed and nothing else', async () => {
	const fake = new FakeSession();
	fake.onWrite = ({region}) => (region === 'us-south' ? {ok: true, value: undefined} : failure('network'));
	const session = fake.start();
	await toReview(session, ['us-south', 'eu-de']);
	session.act({kind: 'apply'});
	await settled();
	fake.onWrite = () => ({ok: true, value: undefined});
	session.act({kind: 'retry-failed'});
	assert.equal((await session.ended).exitStatus, 0);
	assert.deepEqual(
		fake.writes.map(({region}) => region),
		['us-south', 'eu-de', 'eu-de'],
	);
});

test('finishing with what failed ends with its status', async () => {
	const fake = new FakeSession();
	fake.onWrite = () => failure('role-too-low');
	const session = fake.start();
	await toReview(session);
	session.act({kind: 'apply'});
	await settled();
	session.act({kind: 'finish'});
	assert.equal((await session.ended).exitStatus, 3);
});

test('quitting at the review asks once, since answers would be lost, and changes nothing', async () => {
	const fake = new FakeSession();
	const session = fake.start();
	await toReview(session);
	session.act({kind: 'quit'});
	assert.equal(asked(session), 'review');
	assert.equal(stageOf(session, 'question').question.title.key, 'quit.question');
	session.reply({kind: 'option', value: 'stay'});
	assert.equal(session.view().stage.kind, 'review');
	session.act({kind: 'quit'});
	session.back();
	assert.equal(session.view().stage.kind, 'review');
	session.act({kind: 'quit'});
	session.reply({kind: 'option', value: 'quit'});
	const report = await session.ended;
	assert.equal(report.outcome, 'quit');
	assert.equal(report.exitStatus, 1);
	assert.deepEqual(report.scopes, []);
	assert.deepEqual(fake.writes, []);
});
