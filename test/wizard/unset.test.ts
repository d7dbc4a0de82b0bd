import assert from 'node:assert/strict';
import {test} from 'node:test';
import {FakeSession, jane} from '../support/fake-session.ts';
import {asked, give, settled, stageOf} from '../support/session-moves.ts';

test('removing asks for no user and no key, and for the account’s name where something is set', async () => {
	const fake = new FakeSession();
	fake.credentials.set('us-south group-1', jane.username);
	const session = fake.start({change: 'unset'});
	await settled();
	assert.equal(asked(session), 'region');
	give.regions(session, 'us-south');
	await settled();
	session.reviewShown();
	session.act('apply');
	assert.equal(asked(session), 'confirm');
	session.reply({kind: 'confirmed'});
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

test('removing where none is set needs no typing, runs nothing, and says so', async () => {
	const fake = new FakeSession();
	const session = fake.start({change: 'unset'});
	await settled();
	give.regions(session, 'us-south');
	await settled();
	assert.equal(stageOf(session, 'review').review.change, 'unset');
	assert.deepEqual(stageOf(session, 'review').review.commands, []);
	session.reviewShown();
	session.act('apply');
	assert.notEqual(asked(session), 'confirm');
	const report = await session.ended;
	assert.deepEqual(
		report.scopes.map(({state}) => state.kind === 'done' && state.result),
		[{kind: 'removed', wasNone: true}],
	);
	assert.deepEqual(fake.writes, []);
});

test('where something else is set than was demanded, that scope is left alone', async () => {
	const fake = new FakeSession();
	fake.credentials.set('us-south group-1', jane.username);
	const session = fake.start({
		change: 'unset',
		onlyIfCurrent: '1234567_other@example.com',
		isAttended: false,
	});
	await settled();
	give.regions(session, 'us-south');
	await settled();
	session.reviewShown();
	session.act('apply');
	const report = await session.ended;
	assert.deepEqual(
		report.scopes.map(({state}) => state.kind === 'done' && state.result.kind),
		['not-current'],
	);
	assert.equal(report.exitStatus, 4);
	assert.deepEqual(fake.writes, []);
});
