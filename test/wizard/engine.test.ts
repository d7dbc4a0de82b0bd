import assert from 'node:assert/strict';
import {test} from 'node:test';
import {pairsOf} from '../../source/plan/plan.ts';
import {Secret} from '../../source/secrets/secret.ts';
import type {Answers} from '../../source/wizard/answers.ts';
import type {Session} from '../../source/wizard/session.ts';
import {failure} from '../plan/plans.ts';
import {FakeSession, infraGroup, jane, john, key} from '../support/fake-session.ts';
import {asked, give, settled, stageOf, toReview} from '../support/session-moves.ts';

const fingerprint = new Secret(key).fingerprint;
const noteOfJane = {username: jane.username, command: 'ibmcloud sl user detail 11 --keys'};

function flags(more: Partial<Answers> = {}): Answers {
	return {
		user: {value: {username: jane.username, listed: undefined}, source: 'flag'},
		key: {value: new Secret(key), source: 'flag'},
		region: {value: ['us-south'], source: 'flag'},
		...more,
	};
}

test('from the checks through the steps and the review to a verified end', async () => {
	const fake = new FakeSession();
	const session = fake.start();
	assert.equal(asked(session), 'checks');
	await settled();
	assert.equal(asked(session), 'user');
	give.user(session);
	assert.equal(asked(session), 'key');
	give.key(session);
	assert.equal(asked(session), 'region');
	give.regions(session, 'us-south');
	await settled();
	assert.equal(asked(session), 'review');
	session.reviewShown();
	session.act({kind: 'apply'});
	assert.equal(asked(session), 'apply');
	const report = await session.ended;
	assert.deepEqual(fake.writes, [
		{region: 'us-south', group: 'default', username: jane.username, fingerprint},
	]);
	assert.equal(report.outcome, 'applied');
	assert.equal(report.exitStatus, 0);
	assert.equal(asked(session), 'end');
});

test('the transcript keeps the checks and every answered step, and no key', async () => {
	const session = new FakeSession().start();
	await toReview(session);
	const {transcript} = session.view();
	const labels = transcript.map(({label}) => label.key);
	assert.equal(
		labels.slice(0, 7).every((label) => label.startsWith('check.')),
		true,
	);
	assert.deepEqual(labels.slice(7), ['user.title', 'key.title', 'region.title']);
	assert.equal(new Set(transcript.map(({id}) => id)).size, transcript.length);
	assert.ok(!JSON.stringify(session.view()).includes(key));
});

test('flags answer steps: what they answer is not asked', async () => {
	const session = new FakeSession().start({answers: flags({})});
	await settled();
	assert.equal(asked(session), 'review');
	assert.deepEqual(
		session.view().answered.map(({id, source}) => [id, source?.key]),
		[
			['ready', undefined],
			['user', 'source.flag'],
			['key', 'source.flag'],
			['region', 'source.flag'],
		],
	);
});

test('where no group is targeted it is asked: it is never left to the default silently', async () => {
	const fake = new FakeSession();
	fake.target({region: 'us-south'});
	const session = fake.start({answers: flags()});
	await settled();
	assert.equal(asked(session), 'group');
	give.groups(session, infraGroup.id);
	await settled();
	assert.deepEqual(
		stageOf(session, 'review').review.scopes.map(({scope}) => scope),
		[{region: 'us-south', group: infraGroup}],
	);
});

test('several regions and groups are a scope each', async () => {
	const fake = new FakeSession();
	const group = {value: ['default', 'infra'].map((name) => ({id: undefined, name})), source: 'flag'} as const;
	const session = fake.start({
		answers: flags({region: {value: ['us-south', 'eu-de'], source: 'flag'}, group}),
	});
	await settled();
	session.reviewShown();
	session.act({kind: 'apply'});
	await session.ended;
	assert.deepEqual(fake.writes.map(({region, group: name}) => `${region} ${name}`).toSorted(), [
		'eu-de default',
		'eu-de infra',
		'us-south default',
		'us-south infra',
	]);
});

test('back takes the last answer away; at the first step it does nothing', async () => {
	const session = new FakeSession().start();
	await settled();
	session.back();
	assert.equal(asked(session), 'user');
	give.user(session);
	give.key(session);
	session.back();
	assert.equal(asked(session), 'key');
	session.back();
	assert.equal(asked(session), 'user');
	const {question} = stageOf(session, 'question');
	assert.equal(question.kind === 'choose-one' && question.options[question.initial]?.value, jane.username);
});

test('an edit from the review returns there with the rest kept', async () => {
	const session = new FakeSession().start();
	await toReview(session);
	session.act({kind: 'change', step: 'region'});
	assert.equal(asked(session), 'region');
	give.regions(session, 'eu-de');
	await settled();
	const {review} = stageOf(session, 'review');
	const [pair] = pairsOf({scopes: review.plan?.scopes ?? []});
	assert.equal(pair?.username, jane.username);
	assert.equal(pair.apiKey?.fingerprint, fingerprint);
	assert.deepEqual(
		review.scopes.map(({scope}) => scope.region),
		['eu-de'],
	);
});

test('an edit can be given up: everything stays as it was', async () => {
	const session = new FakeSession().start();
	await toReview(session);
	const before = stageOf(session, 'review').review;
	session.act({kind: 'change', step: 'user'});
	session.back();
	assert.deepEqual(stageOf(session, 'review').review, before);
});

test('another user drops the key; the same user keeps it', async () => {
	const session = new FakeSession().start();
	await toReview(session);
	session.act({kind: 'change', step: 'user'});
	give.user(session, jane.username);
	assert.equal(asked(session), 'review');
	session.act({kind: 'change', step: 'user'});
	give.user(session, john.username);
	assert.equal(asked(session), 'key');
});

test('a reply that does not fit the question does nothing', async () => {
	const session = new FakeSession().start();
	await settled();
	const view = session.view();
	session.reply({kind: 'option', value: 'nobody'});
	session.reply({kind: 'secret', secret: new Secret(key)});
	session.reply({kind: 'confirmed', text: ''});
	session.reply({kind: 'as-typed', text: '  '});
	session.reply({kind: 'as-typed', text: key});
	assert.equal(session.view(), view);
});

test('the view is the same object until something changes, and listeners hear of each change', async () => {
	const session = new FakeSession().start();
	await settled();
	assert.equal(session.view(), session.view());
	let heard = 0;
	const stop = session.subscribe(() => heard++);
	give.user(session);
	assert.equal(heard > 0, true);
	stop();
	const before = heard;
	give.key(session);
	assert.equal(heard, before);
});

test('a key that was created is kept when its step is left, and is not created a second time', async () => {
	const fake = new FakeSession();
	fake.giveUsers([{...jane, hasKey: false}, john]);
	let made = 0;
	fake.addApiKey = async () => {
		made += 1;
		return {ok: true, value: new Secret(key)};
	};
	const session = fake.start();
	await settled();
	give.user(session);
	session.act({kind: 'create-key'});
	await settled();
	assert.equal(asked(session), 'region');
	session.back();
	assert.equal(asked(session), 'key');
	session.back();
	give.user(session);
	const {question} = stageOf(session, 'question');
	assert.deepEqual(
		question.actions.map(({label}) => label.key),
		['action.useMadeKey'],
	);
	session.act({kind: 'create-key'});
	assert.equal(asked(session), 'region');
	assert.equal(made, 1);
	session.leave();
	const {unusedKeys} = await session.ended;
	assert.deepEqual(unusedKeys, [noteOfJane]);
});

test('who leaves while a key is being created is told that its fate is not known', async () => {
	const fake = new FakeSession();
	fake.giveUsers([{...jane, hasKey: false}, john]);
	fake.addApiKey = async () => new Promise(() => {});
	const session = fake.start();
	await settled();
	give.user(session);
	session.act({kind: 'create-key'});
	await settled();
	assert.equal(asked(session), 'key');
	session.leave();
	const {unusedKeys, unknownKeys} = await session.ended;
	assert.deepEqual(unusedKeys, []);
	assert.deepEqual(unknownKeys, [noteOfJane]);
});

/** Leads a session to its review, with a key that it created for the user. */
async function reviewedWithCreatedKey(fake: FakeSession, regions: readonly string[]): Promise<Session> {
	fake.giveUsers([{...jane, hasKey: false}, john]);
	fake.addApiKey = async () => ({ok: true, value: new Secret(key)});
	const session = fake.start();
	await settled();
	give.user(session);
	session.act({kind: 'create-key'});
	await settled();
	give.regions(session, ...regions);
	await settled();
	session.reviewShown();
	return session;
}

test('a created key that is set somewhere is not said to be set nowhere, also where the rest was stopped', async () => {
	const fake = new FakeSession();
	const session = await reviewedWithCreatedKey(fake, ['us-south', 'eu-de']);
	fake.onWrite = async ({region}, signal) =>
		region === 'us-south'
			? {ok: true, value: undefined}
			: new Promise((resolve) => {
					signal.addEventListener('abort', () => {
						resolve(failure('cancelled'));
					});
				});
	session.act({kind: 'apply'});
	await settled();
	session.leave();
	session.leave();
	const {outcome, unusedKeys} = await session.ended;
	assert.equal(outcome, 'interrupted');
	assert.deepEqual(unusedKeys, []);
});

test('a created key that could be set nowhere is reported at the end of the run', async () => {
	const fake = new FakeSession();
	const session = await reviewedWithCreatedKey(fake, ['us-south']);
	fake.onWrite = () => failure('key-invalid');
	session.act({kind: 'apply'});
	await settled();
	session.act({kind: 'finish'});
	const {outcome, unusedKeys} = await session.ended;
	assert.equal(outcome, 'applied');
	assert.deepEqual(unusedKeys, [noteOfJane]);
});

test('that no key could be created for one user is not said of another', async () => {
	const fake = new FakeSession();
	fake.giveUsers([
		{...jane, hasKey: false},
		{...john, hasKey: false},
	]);
	const session = fake.start();
	await settled();
	const isTold = (): boolean =>
		stageOf(session, 'question').question.warnings.some(({key: said}) => said === 'error.key-exists');
	give.user(session);
	session.act({kind: 'create-key'});
	await settled();
	assert.equal(isTold(), true);
	session.back();
	give.user(session, john.username);
	assert.equal(asked(session), 'key');
	assert.equal(isTold(), false);
});
