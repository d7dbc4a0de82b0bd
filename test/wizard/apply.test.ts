import assert from 'node:assert/strict';
import {test} from 'node:test';
import {failure, FakeSession, jane, john, key} from '../support/fake-session.ts';
import {asked, give, settled, stageOf, toReview} from '../support/session-moves.ts';

const scope = 'us-south group-1';
const otherAccountUser = '7654321_root@example.com';

test('apply does nothing before the complete review has been on the screen', async () => {
	const fake = new FakeSession();
	fake.hold(`credential ${scope}`);
	const session = fake.start();
	await toReview(session);
	session.act('apply');
	fake.give(`credential ${scope}`, {kind: 'none'});
	await settled();
	session.act('apply');
	assert.equal(asked(session), 'review');
	session.reviewShown();
	session.act('apply');
	await session.ended;
	assert.equal(fake.writes.length, 1);
});

test('a review that has changed since it was shown is not applied until it is shown again', async () => {
	const fake = new FakeSession();
	fake.fail(`credential ${scope}`, 'network');
	const session = fake.start();
	await toReview(session);
	fake.give(`credential ${scope}`, {kind: 'set', username: john.username});
	session.act('retry-review');
	await settled();
	session.act('apply');
	assert.equal(asked(session), 'review');
	assert.deepEqual(fake.writes, []);
	session.reviewShown();
	session.act('apply');
	assert.equal(asked(session), 'apply');
});

test('only what the present stage offers can be done', async () => {
	const fake = new FakeSession();
	const session = fake.start();
	await toReview(session);
	const view = session.view();
	for (const id of ['finish', 'demo', 'retry-failed', 'login', 'install:sl', 'create-key', 'nonsense', '']) {
		session.act(id);
		assert.equal(session.view(), view, id);
	}

	assert.deepEqual(fake.interactive, []);
});

test('a session that ended meanwhile is mended first: log in where one stood, then another try', async () => {
	const fake = new FakeSession();
	fake.onWrite = () => failure('session-expired');
	const session = fake.start();
	await toReview(session);
	session.act('apply');
	await settled();
	const offered = (): string[] => stageOf(session, 'apply').progress.actions.map(({id}) => id);
	assert.deepEqual(offered(), ['login', 'login-sso', 'retry-failed', 'finish']);

	session.act('login');
	await settled();
	assert.deepEqual(fake.interactive, ['login -g default -r us-south -c account-1']);
	assert.deepEqual(offered(), ['retry-failed', 'login', 'login-sso', 'finish']);

	session.act('retry-failed');
	await settled();
	assert.deepEqual(offered(), ['login', 'login-sso', 'retry-failed', 'finish']);
});

test('nothing that is typed while it is applied ends or changes anything', async () => {
	const fake = new FakeSession();
	const write = Promise.withResolvers<{ok: true; value: undefined}>();
	fake.onWrite = async () => write.promise;
	const session = fake.start();
	await toReview(session);
	session.act('apply');
	await settled();
	for (const id of ['quit', 'apply', 'change:user', 'finish', 'retry-review']) {
		session.act(id);
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
	session.act('apply');
	assert.equal(asked(session), 'confirm');
	const {question} = stageOf(session, 'question');
	assert.equal(question.kind === 'typed-confirm' && question.expected, '7654321');
	assert.deepEqual(fake.writes, []);
	session.reply({kind: 'confirmed'});
	await session.ended;
	assert.equal(fake.writes.length, 2);
});

test('the confirmation can be left: back is the review, and nothing is set', async () => {
	const fake = new FakeSession();
	fake.credentials.set(scope, otherAccountUser);
	const session = fake.start();
	await toReview(session);
	session.act('apply');
	session.back();
	assert.equal(asked(session), 'review');
	assert.deepEqual(fake.writes, []);
});

test('another user of the same account needs no typing', async () => {
	const fake = new FakeSession();
	fake.credentials.set(scope, john.username);
	const session = fake.start();
	await toReview(session);
	session.act('apply');
	assert.equal(asked(session), 'apply');
});

test('a dry run shows the plan, offers no apply, and changes nothing', async () => {
	const fake = new FakeSession();
	const session = fake.start({isDryRun: true});
	await toReview(session);
	const ids = stageOf(session, 'review').review.actions.map(({id}) => id);
	assert.equal(ids[0], 'finish');
	assert.ok(!ids.includes('apply'));
	session.act('apply');
	session.act('finish');
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
	session.act('apply');
	await settled();
	const ids = stageOf(session, 'apply').progress.actions.map(({id}) => id);
	assert.deepEqual(ids, ['change:key', 'retry-failed', 'finish']);
	session.act('change:key');
	assert.equal(asked(session), 'key');
	fake.onWrite = () => ({ok: true, value: undefined});
	give.key(session, key.toUpperCase());
	await settled();
	session.reviewShown();
	session.act('apply');
	const report = await session.ended;
	assert.equal(report.exitStatus, 0);
	assert.deepEqual(
		fake.writes.map(({username}) => username),
		[jane.username, jane.username],
	);
	assert.notEqual(fake.writes[0]?.fingerprint, fake.writes[1]?.fingerprint);
});

test('what was applied stays in the report when the session is left after an answer was changed', async () => {
	for (const leave of ['quit', 'interrupt'] as const) {
		const fake = new FakeSession();
		fake.onWrite = ({region}) => (region === 'eu-de' ? failure('key-invalid') : {ok: true, value: undefined});
		const session = fake.start();
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		await toReview(session, ['us-south', 'eu-de']);
		session.act('apply');
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		await settled();
		session.act('change:key');
		session.back();
		if (leave === 'quit') {
			session.act('quit');
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
	session.act('apply');
	await settled();
	fake.onWrite = () => ({ok: true, value: undefined});
	session.act('retry-failed');
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
	session.act('apply');
	await settled();
	session.act('finish');
	assert.equal((await session.ended).exitStatus, 3);
});

test('quitting at the review changes nothing', async () => {
	const fake = new FakeSession();
	const session = fake.start();
	await toReview(session);
	session.act('quit');
	const report = await session.ended;
	assert.equal(report.outcome, 'quit');
	assert.equal(report.exitStatus, 1);
	assert.deepEqual(report.scopes, []);
	assert.deepEqual(fake.writes, []);
});
