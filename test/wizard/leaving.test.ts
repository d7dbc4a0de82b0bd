import assert from 'node:assert/strict';
import {test} from 'node:test';
import {exitStatus} from '../../source/plan/status.ts';
import type {Session} from '../../source/wizard/session.ts';
import type {Report} from '../../source/wizard/view.ts';
import {Secret} from '../../source/secrets/secret.ts';
import {failure} from '../plan/plans.ts';
import {FakeSession, jane, key} from '../support/fake-session.ts';
import {asked, give, settled, stageOf, toReview} from '../support/session-moves.ts';

/** Makes a session that is setting its first scope; returns what ends that write as well. */
async function applying(
	regions: readonly string[] = ['us-south'],
): Promise<{fake: FakeSession; session: Session; finishWrite: () => void}> {
	const fake = new FakeSession();
	const write = Promise.withResolvers<undefined>();
	fake.onWrite = async (_scope, signal) =>
		Promise.race([
			write.promise.then(() => ({ok: true, value: undefined}) as const),
			new Promise<ReturnType<typeof failure>>((resolve) => {
				signal.addEventListener('abort', () => {
					resolve(failure('cancelled'));
				});
			}),
		]);
	const session = fake.start();
	await toReview(session, regions);
	session.act({kind: 'apply'});
	await settled();
	return {
		fake,
		session,
		finishWrite: () => {
			write.resolve(undefined);
		},
	};
}

function resultsOf(report: Report): unknown[] {
	return report.scopes.map(({state}) => (state.kind === 'done' ? state.result.kind : state.kind));
}

test('leaving while nothing is applied ends the session, by what made it leave', async () => {
	const statuses = {interrupted: 130, quit: 131, terminated: 143, hangUp: 129} as const;
	for (const [reason, status] of Object.entries(statuses)) {
		const session = new FakeSession().start();
		session.leave(reason as keyof typeof statuses);
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		const report = await session.ended;
		assert.equal(report.outcome, 'interrupted');
		assert.equal(report.exitStatus, status);
		assert.deepEqual(report.scopes, []);
	}
});

test('the first wish to leave while applying finishes what is in flight and reads it back', async () => {
	const {session, finishWrite} = await applying();
	session.leave();
	assert.equal(stageOf(session, 'apply').progress.isLeaving, true);
	assert.deepEqual(stageOf(session, 'apply').progress.actions, []);
	finishWrite();
	const report = await session.ended;
	assert.deepEqual(resultsOf(report), ['set-not-proven']);
	assert.equal(report.outcome, 'interrupted');
	assert.equal(report.exitStatus, exitStatus.interrupted);
});

test('the second leaves at once: what was in flight is unknown, and its child is ended', async () => {
	const {session} = await applying(['us-south', 'eu-de']);
	session.leave('terminated');
	session.leave();
	const report = await session.ended;
	assert.deepEqual(resultsOf(report), ['unknown', 'unknown']);
	assert.equal(report.exitStatus, exitStatus.terminated);
	await settled();
	assert.deepEqual(resultsOf(report), ['unknown', 'unknown']);
});

test('the second leaves at once: where a scope was only read once more, nothing was begun', async () => {
	for (const onlyIfCurrent of [undefined, null]) {
		const fake = new FakeSession();
		fake.onReadAgain = async () => new Promise(() => {});
		const session = fake.start(onlyIfCurrent === undefined ? {} : {onlyIfCurrent});
		// oxlint-disable no-await-in-loop -- one session after the other
		await toReview(session, ['us-south', 'eu-de']);
		session.act({kind: 'apply'});
		await settled();
		const {scopes} = stageOf(session, 'apply').progress;
		assert.deepEqual(
			scopes.map(({state}) => state.kind),
			['reading', 'reading'],
		);
		session.leave();
		session.leave();
		const report = await session.ended;
		// oxlint-enable no-await-in-loop
		assert.deepEqual(resultsOf(report), ['not-started', 'not-started']);
		assert.deepEqual(fake.writes, []);
	}
});

test('leaving after everything has been applied keeps what was done', async () => {
	const fake = new FakeSession();
	fake.onWrite = () => failure('network');
	const session = fake.start();
	await toReview(session);
	session.act({kind: 'apply'});
	await settled();
	session.leave();
	const report = await session.ended;
	assert.deepEqual(resultsOf(report), ['failed']);
	assert.equal(report.exitStatus, exitStatus.interrupted);
});

test('after the end nothing does anything', async () => {
	const fake = new FakeSession();
	const session = fake.start();
	await toReview(session);
	session.leave();
	await session.ended;
	const view = session.view();
	session.leave('terminated');
	session.back();
	session.act({kind: 'apply'});
	session.reviewShown();
	session.reply({kind: 'confirmed', text: ''});
	assert.equal(session.view(), view);
	assert.deepEqual(fake.writes, []);
});

test('at a question, quit asks once where something was answered, and ends at once where nothing was', async () => {
	const untouched = new FakeSession().start();
	await settled();
	untouched.act({kind: 'quit'});
	assert.equal((await untouched.ended).exitStatus, 1);

	const session = new FakeSession().start();
	await settled();
	give.user(session);
	session.act({kind: 'quit'});
	assert.equal(stageOf(session, 'question').question.title.key, 'quit.question');
	assert.equal(asked(session), 'key');
	session.reply({kind: 'option', value: 'stay'});
	assert.equal(stageOf(session, 'question').question.kind, 'secret');
	session.act({kind: 'quit'});
	session.act({kind: 'quit'});
	const report = await session.ended;
	assert.deepEqual([report.outcome, report.exitStatus], ['quit', 1]);
});

test('answers that came by flag are not lost, so nothing is asked about them', async () => {
	const fake = new FakeSession();
	const session = fake.start({
		answers: {
			user: {value: {username: jane.username, listed: undefined}, source: 'flag'},
			key: {value: new Secret(key), source: 'flag'},
			region: {value: ['us-south'], source: 'flag'},
		},
	});
	await settled();
	session.act({kind: 'quit'});
	assert.equal((await session.ended).outcome, 'quit');
});

test('Ctrl-C ends at once, also while it is asked whether to quit', async () => {
	const session = new FakeSession().start();
	await settled();
	give.user(session);
	session.act({kind: 'quit'});
	session.leave();
	assert.equal((await session.ended).exitStatus, 130);
});
