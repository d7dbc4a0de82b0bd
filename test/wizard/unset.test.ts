import assert from 'node:assert/strict';
import {test} from 'node:test';
import {FakeSession, jane} from '../support/fake-session.ts';
import {asked, give, namesOf, settled, stageOf} from '../support/session-moves.ts';

test('removing asks for no user and no key, and for the username where its key cannot be read again', async () => {
	const fake = new FakeSession();
	fake.credentials.set('us-south group-1', jane.username);
	fake.giveUsers([]);
	const session = fake.start({change: 'unset'});
	await settled();
	assert.equal(asked(session), 'region');
	give.regions(session, 'us-south');
	await settled();
	session.reviewShown();
	session.act({kind: 'apply'});
	assert.equal(asked(session), 'confirm');
	const {question} = stageOf(session, 'question');
	assert.equal(question.kind === 'typed-confirm' && question.expected, jane.username);
	session.reply({kind: 'confirmed', text: jane.username});
	const report = await session.ended;
	assert.deepEqual(fake.writes, [
		{region: 'us-south', group: 'default', username: null, fingerprint: undefined},
	]);
	assert.deepEqual(
		report.scopes.map(({state}) => state.kind === 'done' && state.result.kind),
		['removed'],
	);
	assert.equal(report.exitStatus, 0);
});

test('where the account stays the same and the key can be read again, Apply is enough', async () => {
	const fake = new FakeSession();
	fake.credentials.set('us-south group-1', jane.username);
	const session = fake.start({change: 'unset'});
	await settled();
	give.regions(session, 'us-south');
	await settled();
	session.reviewShown();
	session.act({kind: 'apply'});
	assert.equal((await session.ended).exitStatus, 0);
	assert.equal(fake.writes.length, 1);
});

test('removing what another account has set asks for that account’s number', async () => {
	const fake = new FakeSession();
	fake.credentials.set('us-south group-1', '7654321_root@example.com');
	const session = fake.start({change: 'unset'});
	await settled();
	give.regions(session, 'us-south');
	await settled();
	session.reviewShown();
	session.act({kind: 'apply'});
	const {question} = stageOf(session, 'question');
	assert.equal(question.kind === 'typed-confirm' && question.expected, '7654321');
});

test('where none is set there is nothing to apply, and nothing runs', async () => {
	const fake = new FakeSession();
	const session = fake.start({change: 'unset'});
	await settled();
	give.regions(session, 'us-south');
	await settled();
	assert.equal(stageOf(session, 'review').review.change, 'unset');
	assert.deepEqual(stageOf(session, 'review').review.commands, []);
	session.reviewShown();
	assert.ok(!namesOf(stageOf(session, 'review').review.actions).includes('apply'));
	session.act({kind: 'finish'});
	const report = await session.ended;
	assert.equal(report.outcome, 'nothing-to-do');
	assert.equal(report.exitStatus, 0);
	assert.deepEqual(fake.writes, []);
});
