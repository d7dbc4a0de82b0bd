import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Secret} from '../../source/secrets/secret.ts';
import {account, defaultGroup, FakeSession, jane, key} from '../support/fake-session.ts';
import {asked, give, namesOf, settled, stageOf, toReview} from '../support/session-moves.ts';

test('the first reads run side by side from the first moment, none twice', async () => {
	const fake = new FakeSession();
	fake.start();
	assert.deepEqual(fake.started.toSorted(), ['clusters', 'linked', 'plugins', 'target', 'users', 'version']);
	await settled();
	assert.equal(new Set(fake.started).size, fake.started.length);
});

test('a later step’s read is started while an earlier one is asked', async () => {
	const fake = new FakeSession();
	const session = fake.start();
	await settled();
	assert.equal(asked(session), 'user');
	assert.ok(fake.started.includes('credential us-south group-1'));
});

test('the groups are read once the CLI has said that none is targeted: the file may be another one', async () => {
	const fake = new FakeSession();
	fake.configuration = {loggedIn: true, account};
	fake.hold('target');
	fake.start();
	await settled();
	assert.ok(!fake.started.includes('groups'));
	fake.target({});
	await settled();
	assert.ok(fake.started.includes('groups'));
});

test('no more scopes are read than the review needs: every read is an audited event', async () => {
	const fake = new FakeSession();
	const session = fake.start();
	await toReview(session, ['us-south', 'eu-de']);
	assert.deepEqual(
		fake.started.filter((name) => name.startsWith('credential')),
		['credential us-south group-1', 'credential eu-de group-1'],
	);
});

test('whose account is in force is asked only where something is to be changed', async () => {
	for (const isWhereSet of [false, true]) {
		const fake = new FakeSession();
		fake.credentials.set('us-south group-1', jane.username);
		fake.credentials.set('eu-de group-1', '7654321_other@example.com');
		const session = fake.start({
			isWhereSet,
			answers: {
				user: {value: {username: jane.username, listed: undefined}, source: 'flag'},
				region: {value: ['us-south', 'eu-de'], source: 'flag'},
				group: {value: [defaultGroup], source: 'flag'},
			},
		});
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		await settled();
		give.key(session);
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		await settled();
		assert.equal(session.view().stage.kind, 'review');
		assert.deepEqual(
			fake.started.filter((name) => name.startsWith('permissions')),
			isWhereSet ? [] : ['permissions eu-de group-1'],
		);
	}
});

test('users are not listed where a flag names one', async () => {
	const fake = new FakeSession();
	fake.start({answers: {user: {value: {username: jane.username, listed: undefined}, source: 'flag'}}});
	await settled();
	assert.ok(!fake.started.includes('users'));
});

test('a list that fails is tried again, and no answer is lost', async () => {
	const fake = new FakeSession();
	fake.fail('users', 'network', 'dial tcp');
	const session = fake.start({answers: {region: {value: ['eu-de'], source: 'flag'}}});
	await settled();
	const {question} = stageOf(session, 'question');
	assert.equal(question.kind === 'choose-one' && question.loading.state, 'failed');
	assert.ok(namesOf(question.actions).includes('retry-users'));
	fake.giveUsers([jane]);
	session.act({kind: 'retry-users'});
	await settled();
	give.user(session);
	give.key(session);
	assert.equal(asked(session), 'review');
});

test('the review is complete only when everything is read, and says what it waits for', async () => {
	const fake = new FakeSession();
	fake.hold('credential us-south group-1');
	fake.hold('clusters');
	const session = fake.start();
	await toReview(session);
	const waiting = stageOf(session, 'review').review;
	assert.equal(waiting.isComplete, false);
	assert.equal(waiting.waitingFor?.command, 'ibmcloud clusters');
	assert.equal(waiting.plan, undefined);
	fake.give('clusters', []);
	fake.give('credential us-south group-1', null);
	await settled();
	const complete = stageOf(session, 'review').review;
	assert.equal(complete.isComplete, true);
	assert.equal(complete.waitingFor, undefined);
	assert.deepEqual(complete.scopes[0]?.before, {ok: true, value: null});
});

test('a scope that cannot be read stands in the way, and retrying mends it', async () => {
	const fake = new FakeSession();
	fake.fail('credential us-south group-1', 'network', 'dial tcp');
	const session = fake.start();
	await toReview(session);
	const {blocker, plan, actions} = stageOf(session, 'review').review;
	assert.equal(blocker?.error?.kind, 'network');
	assert.equal(plan, undefined);
	assert.equal(actions[0]?.action.kind, 'retry-review');
	fake.give('credential us-south group-1', null);
	session.act({kind: 'retry-review'});
	await settled();
	assert.equal(stageOf(session, 'review').review.blocker, undefined);
});

test('clusters that cannot be listed are said, and stop nothing', async () => {
	const fake = new FakeSession();
	fake.fail('clusters', 'network');
	const session = fake.start();
	await toReview(session);
	const {warnings, plan} = stageOf(session, 'review').review;
	assert.ok(warnings.some((warning) => warning.key === 'review.clustersUnreadable'));
	assert.notEqual(plan, undefined);
});

test('a group that was only named is looked up; one that does not exist stands in the way', async () => {
	const fake = new FakeSession();
	const group = {value: [{id: undefined, name: 'nowhere'}], source: 'flag'} as const;
	const session = fake.start({answers: {group, key: {value: new Secret(key), source: 'flag'}}});
	await settled();
	assert.ok(fake.started.includes('groups'));
	give.user(session);
	if (asked(session) === 'key') {
		give.key(session);
	}

	give.regions(session, 'us-south');
	await settled();
	assert.equal(stageOf(session, 'review').review.blocker?.message.key, 'group.notFound');
});

test('a pair that the classic API refuses is not set', async () => {
	const fake = new FakeSession();
	fake.give(`pair ${jane.username}`, {kind: 'refused', words: 'Invalid API token.'});
	const session = fake.start({pairCheckHost: {host: 'api.softlayer.com', isIbm: true}});
	await toReview(session);
	const {blocker, plan, actions} = stageOf(session, 'review').review;
	assert.equal(blocker?.words, 'Invalid API token.');
	assert.equal(plan, undefined);
	session.act({kind: 'apply'});
	assert.deepEqual(fake.writes, []);
	// Another key helps; the line of the key shows the problem, too.
	assert.deepEqual(namesOf(actions).slice(0, 2), ['change:key', 'retry-pair']);
	assert.equal(namesOf(actions).filter((name) => name === 'change:key').length, 1);
	const line = session.view().answered.find(({id}) => id === 'key');
	assert.deepEqual([line?.state, line?.text.key], ['missing', 'answered.rejected']);
});

test('the end of a session ends what is still read', async () => {
	const fake = new FakeSession();
	fake.hold('users');
	const session = fake.start();
	await settled();
	session.leave();
	const report = await session.ended;
	assert.equal(report.outcome, 'interrupted');
	assert.equal(report.exitStatus, 130);
});
