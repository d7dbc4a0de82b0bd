import assert from 'node:assert/strict';
import {test} from 'node:test';
import {pairsOf} from '../../source/plan/plan.ts';
import {Secret} from '../../source/secrets/secret.ts';
import type {Expectation} from '../../source/wizard/expectation.ts';
import type {Session} from '../../source/wizard/session.ts';
import {account, defaultGroup, FakeSession, infraGroup, jane, john, key} from '../support/fake-session.ts';
import {asked, give, namesOf, settled, stageOf} from '../support/session-moves.ts';

const expectation: Expectation = {
	path: 'f.json',
	accountId: account.id,
	scopes: [
		{region: 'us-south', group: defaultGroup, username: jane.username},
		{region: 'eu-de', group: infraGroup, username: john.username},
		{region: 'eu-gb', group: infraGroup, username: john.username},
		{region: 'jp-tok', group: defaultGroup, username: null},
	],
};

const otherKey = 'm2c4a9e1f07b52d8836ea1f4c90d7b3e5582f6a0c1d94e7b38a5f2069de1c7b4';

function places(session: Session): string[] {
	return stageOf(session, 'review').review.scopes.map(({scope}) => `${scope.region} ${scope.group.name}`);
}

/** Makes a session in which all is set as the file says, then changed by `change`. */
function asExpected(change: (credentials: Map<string, string>) => void = () => {}): FakeSession {
	const fake = new FakeSession();
	fake.credentials.set('us-south group-1', jane.username);
	fake.credentials.set('eu-de group-2', john.username);
	fake.credentials.set('eu-gb group-2', john.username);
	change(fake.credentials);
	return fake;
}

test('where all is as the file says no key is asked, and there is nothing to do', async () => {
	const session = asExpected().start({expectation});
	await settled();
	assert.equal(asked(session), 'review');
	const {review} = stageOf(session, 'review');
	assert.deepEqual(places(session), []);
	assert.equal(namesOf(review.actions)[0], 'finish');
	assert.ok(!namesOf(review.actions).includes('change:keys'), 'a key of nobody');
	session.reviewShown();
	session.act({kind: 'finish'});
	const {report} = stageOf(session, 'end');
	assert.deepEqual([report.outcome, report.exitStatus], ['nothing-to-do', 0]);
});

test('each scope is read once, and no user, region or group is asked', async () => {
	const fake = asExpected((credentials) => credentials.clear());
	const session = fake.start({expectation});
	await settled();
	assert.equal(asked(session), 'keys');
	const reads = fake.started.filter((name) => name.startsWith('credential'));
	assert.deepEqual(reads.toSorted(), [
		'credential eu-de group-2',
		'credential eu-gb group-2',
		'credential jp-tok group-1',
		'credential us-south group-1',
	]);
	assert.ok(!fake.started.includes('users'));
});

test('the key of each user is asked once, in the order of the file, and each scope gets its own', async () => {
	const fake = asExpected((credentials) => credentials.clear());
	const session = fake.start({expectation});
	await settled();
	assert.deepEqual(stageOf(session, 'question').question.title.values, {username: jane.username});
	give.key(session);
	await settled();
	assert.deepEqual(stageOf(session, 'question').question.title.values, {username: john.username});
	give.key(session, otherKey);
	await settled();
	assert.deepEqual(places(session), ['us-south default', 'eu-de infra', 'eu-gb infra']);
	const {plan} = stageOf(session, 'review').review;
	assert.ok(plan);
	assert.equal(pairsOf(plan).length, 2);
	session.reviewShown();
	session.act({kind: 'apply'});
	await settled();
	await settled();
	assert.deepEqual(
		fake.writes.map(({region, username}) => [region, username]),
		[
			['us-south', jane.username],
			['eu-de', john.username],
			['eu-gb', john.username],
		],
	);
	const [first, second, third] = fake.writes.map(({fingerprint}) => fingerprint);
	assert.notEqual(first, second);
	assert.equal(second, third);
});

test('only the key of a user who is not set somewhere is asked', async () => {
	const fake = asExpected((credentials) => credentials.set('eu-gb group-2', jane.username));
	const session = fake.start({expectation});
	await settled();
	assert.deepEqual(stageOf(session, 'question').question.title.values, {username: john.username});
	give.key(session, otherKey);
	await settled();
	assert.deepEqual(places(session), ['eu-gb infra']);
	assert.equal(stageOf(session, 'review').review.scopes[0]?.effect, 'other-user');
});

test('a step back takes the last key alone, and one that a flag has given stays', async () => {
	const session = asExpected((credentials) => credentials.clear()).start({expectation});
	await settled();
	const user = (): unknown => stageOf(session, 'question').question.title.values?.['username'];
	give.key(session);
	assert.equal(user(), john.username);
	session.back();
	assert.equal(user(), jane.username);
	give.key(session);
	give.key(session, otherKey);
	await settled();
	assert.equal(asked(session), 'review');
	session.back();
	assert.equal(user(), john.username);
	session.back();
	assert.equal(user(), jane.username);

	const given = asExpected((credentials) => credentials.clear()).start({
		expectation,
		answers: {keys: {value: new Map([[jane.username, new Secret(key)]]), source: 'flag'}},
	});
	await settled();
	give.key(given, otherKey);
	given.back();
	assert.deepEqual(stageOf(given, 'question').question.title.values, {username: john.username});
});

test('the keys can be entered again from the review, each of them; user, region and group are not offered', async () => {
	const session = asExpected((credentials) => credentials.clear()).start({expectation});
	await settled();
	give.key(session);
	give.key(session, otherKey);
	await settled();
	const changes = namesOf(stageOf(session, 'review').review.actions).filter((name) =>
		name.startsWith('change'),
	);
	assert.deepEqual(changes, ['change:keys']);
	session.act({kind: 'change', step: 'keys'});
	assert.deepEqual(stageOf(session, 'question').question.title.values, {username: jane.username});
	give.key(session, otherKey);
	await settled();
	assert.deepEqual(stageOf(session, 'question').question.title.values, {username: john.username});
	give.key(session, key);
	await settled();
	assert.equal(asked(session), 'review');
});

test('a key that is in no frame and no report: only fingerprints are', async () => {
	const session = asExpected((credentials) => credentials.clear()).start({expectation});
	await settled();
	give.key(session);
	give.key(session, otherKey);
	await settled();
	const all = JSON.stringify(session.view());
	assert.ok(!all.includes(key) && !all.includes(otherKey));
});

test('a scope in which none is expected is reported, and never written', async () => {
	const fake = asExpected((credentials) => credentials.set('jp-tok group-1', john.username));
	const session = fake.start({expectation});
	await settled();
	assert.deepEqual(places(session), []);
	session.reviewShown();
	session.act({kind: 'finish'});
	const {report} = stageOf(session, 'end');
	assert.deepEqual([report.outcome, report.exitStatus], ['nothing-to-do', 4]);
	assert.deepEqual(
		report.plan?.notRemoved?.map(({scope, found}) => [scope.region, found.ok]),
		[['jp-tok', true]],
	);
	assert.deepEqual(fake.writes, []);
});

test('a dry run asks for no key: 4 where something would change, 0 where nothing would', async () => {
	const differs = asExpected((credentials) => credentials.delete('eu-de group-2'));
	for (const [fake, status, outcome] of [
		[differs, 4, 'dry-run'],
		[asExpected(), 0, 'nothing-to-do'],
	] as const) {
		const session = fake.start({expectation, isDryRun: true});
		// oxlint-disable-next-line no-await-in-loop -- one session after the other
		await settled();
		session.reviewShown();
		session.act({kind: 'finish'});
		const {report} = stageOf(session, 'end');
		assert.deepEqual([report.outcome, report.exitStatus], [outcome, status]);
		assert.deepEqual(fake.writes, []);
	}
});

test('a file of another account is refused before anything is read in it', async () => {
	const fake = asExpected();
	const session = fake.start({expectation: {...expectation, accountId: 'account-2'}});
	await settled();
	const {blocker} = stageOf(session, 'review').review;
	assert.deepEqual([blocker?.message.key, blocker?.exitStatus], ['file.otherAccount', 2]);
	assert.ok(!fake.started.some((name) => name.startsWith('credential')));
});

test('what cannot be read stands in the way where somebody can mend it, before any key is asked', async () => {
	const fake = asExpected((credentials) => credentials.clear());
	fake.fail('credential jp-tok group-1', 'network');
	const session = fake.start({expectation});
	await settled();
	const {blocker} = stageOf(session, 'review').review;
	assert.equal(blocker?.message.key, 'error.network');
});
