import assert from 'node:assert/strict';
import {test} from 'node:test';
import {nextSteps} from '../../source/plan/next-steps.ts';
import type {Settings, WritingApi} from '../../source/wizard/settings.ts';
import {failure} from '../plan/plans.ts';
import {FakeSession} from '../support/fake-session.ts';
import {asked, give, namesOf, settled, stageOf, toReview} from '../support/session-moves.ts';
import {keysOf} from './contexts.ts';

const describe: WritingApi['describe'] = ({region}, {kind}) => `${kind} in ${region}`;
const ibm: WritingApi = {host: 'containers.cloud.ibm.com', isIbm: true, describe};
const foreign: WritingApi = {host: 'proxy.example', isIbm: false, describe};

async function warningsOf(options: Partial<Settings>): Promise<string[]> {
	const session = new FakeSession().start(options);
	if (options.change === 'unset') {
		await settled();
		give.regions(session, 'us-south');
		await settled();
	} else {
		await toReview(session);
	}

	return keysOf(stageOf(session, 'review').review.warnings).filter((said) => /api/iu.test(said));
}

test('the review says that the API is not yet seen at work, and names a host that is not of IBM', async () => {
	for (const change of ['set', 'unset'] as const) {
		// oxlint-disable no-await-in-loop -- one after the other
		assert.deepEqual(await warningsOf({change, writer: 'api', api: ibm}), ['review.apiUnseen']);
		assert.deepEqual(await warningsOf({change, writer: 'api', api: foreign}), [
			'review.foreignApi',
			'review.apiUnseen',
		]);
		assert.deepEqual(await warningsOf({change, writer: 'cli', api: foreign}), []);
		// oxlint-enable no-await-in-loop
	}
});

test('the safer way to write comes right below Apply, also where a user is replaced', async () => {
	for (const before of [undefined, '7654321_root@example.com']) {
		const fake = new FakeSession();
		if (before !== undefined) {
			fake.credentials.set('us-south group-1', before);
		}

		const session = fake.start({api: ibm});
		// oxlint-disable-next-line no-await-in-loop -- one after the other
		await toReview(session);
		const offered = namesOf(stageOf(session, 'review').review.actions);
		assert.deepEqual(offered.slice(0, 2), ['apply', 'writer:api']);
	}
});

/** Makes a session whose API has asked for the refresh token; returns the ids of the actions offered then. */
async function afterItWasAsked(
	api: WritingApi,
): Promise<{fake: FakeSession; session: ReturnType<FakeSession['start']>; actions: string[]}> {
	const fake = new FakeSession();
	fake.onWrite = () =>
		fake.isRefreshTokenAllowed ? {ok: true, value: undefined} : failure('api-wants-refresh-token');
	const session = fake.start({writer: 'api', api});
	await toReview(session);
	session.act({kind: 'apply'});
	await settled();
	return {fake, session, actions: namesOf(stageOf(session, 'apply').progress.actions)};
}

test('the refresh token is sent on the operator’s own word, and the change is tried again with it', async () => {
	const {fake, session, actions} = await afterItWasAsked(ibm);
	assert.deepEqual(actions, ['retry-failed', 'send-refresh-token', 'finish']);
	assert.equal(fake.isRefreshTokenAllowed, false);
	session.act({kind: 'send-refresh-token'});
	assert.equal((await session.ended).exitStatus, 0);
	assert.equal(fake.writes.length, 2);
});

test('to a host that is not of IBM it is not offered', async () => {
	const {fake, session, actions} = await afterItWasAsked(foreign);
	assert.deepEqual(actions, ['retry-failed', 'finish']);
	session.act({kind: 'send-refresh-token'});
	assert.equal(asked(session), 'apply');
	assert.equal(fake.isRefreshTokenAllowed, false);
});

test('what the API declined is finished by the command, which is named', async () => {
	for (const [kind, via] of [
		['api-declined', '--via=cli'],
		['api-wants-refresh-token', '--via=cli'],
		['api-no-answer', '--via=api'],
		['role-too-low', '--via=api'],
	] as const) {
		const fake = new FakeSession();
		fake.onWrite = () => failure(kind);
		const session = fake.start({writer: 'api', api: ibm});
		// oxlint-disable-next-line no-await-in-loop -- one after the other
		await toReview(session);
		session.act({kind: 'apply'});
		// oxlint-disable-next-line no-await-in-loop -- one after the other
		await settled();
		session.leave();
		// oxlint-disable-next-line no-await-in-loop -- one after the other
		const report = await session.ended;
		assert.ok(report.plan);
		const {finish} = nextSteps(report.plan, report);
		assert.ok(finish[0]?.includes(via), `${kind}: ${finish.join('; ')}`);
	}
});
