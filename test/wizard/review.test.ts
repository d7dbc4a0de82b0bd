import assert from 'node:assert/strict';
import {test} from 'node:test';
import {reviewSentence, reviewTable} from '../../source/frontends/lines/review-table.ts';
import type {ClassicCluster} from '../../source/ibmcloud/types.ts';
import {recordedRuns} from '../../source/plan/recorded-runs.ts';
import {Secret} from '../../source/secrets/secret.ts';
import {englishTexts} from '../../source/text/texts.ts';
import {line} from '../plan/journal-lines.ts';
import {FakeSession, infraGroup, jane, john, key} from '../support/fake-session.ts';
import {give, namesOf, settled, stageOf, toReview} from '../support/session-moves.ts';
import type {Review} from '../../source/wizard/view.ts';
import {reviewOf} from '../../source/wizard/review/review.ts';
import {contextOf, keysOf} from './contexts.ts';
import {expectedOf, pairsOf} from '../../source/plan/plan.ts';

const clusters: readonly ClassicCluster[] = [
	{id: '1', name: 'here', region: 'us-south', groupId: 'group-1'},
	{id: '2', name: 'by-name', region: 'us-south', groupName: 'default'},
	{id: '3', name: 'other-region', region: 'eu-de', groupId: 'group-1'},
	{id: '4', name: 'other-group', region: 'us-south', groupId: infraGroup.id, groupName: 'infra'},
	{id: '5', name: 'nowhere', groupId: 'group-1'},
];

async function reviewed(prepare: (fake: FakeSession) => void = () => {}, pairCheck = false): Promise<Review> {
	const fake = new FakeSession();
	fake.give('clusters', clusters);
	prepare(fake);
	const session = fake.start(pairCheck ? {pairCheckHost: {host: 'api.example', isIbm: false}} : {});
	await toReview(session);
	return stageOf(session, 'review').review;
}

test('a scope says what is set, what will be, what that means and which clusters it touches', async () => {
	const {scopes} = await reviewed((fake) => fake.credentials.set('us-south group-1', john.username));
	const [scope] = scopes;
	assert.deepEqual(scope?.before, {ok: true, value: john.username});
	assert.equal(scope && expectedOf(scope), jane.username);
	assert.equal(scope?.effect, 'other-user');
	assert.deepEqual(
		scope?.clusters?.map(({name}) => name),
		['here', 'by-name', 'nowhere'],
	);
});

test('apply is the first entry, then the answers that can be changed, then to quit', async () => {
	const {actions} = await reviewed();
	const ids = namesOf(actions);
	assert.equal(ids[0], 'apply');
	assert.equal(ids.at(-1), 'quit');
	for (const id of ['change:user', 'change:key', 'change:region', 'change:group']) {
		assert.ok(ids.includes(id), id);
	}
});

test('the plan is what the review shows', async () => {
	const review = await reviewed();
	const {plan} = review;
	assert.ok(plan);
	assert.deepEqual(plan.account, {id: 'account-1', name: 'Example Account'});
	assert.equal(plan.linkedAccount, '1234567');
	const [pair] = pairsOf(plan);
	assert.equal(pair?.username, jane.username);
	assert.equal(pair.apiKey?.fingerprint, new Secret(key).fingerprint);
	assert.equal(pair.isChecked, false);
	assert.partialDeepStrictEqual(review.scopes, plan.scopes);
	assert.equal(review.scopes.length, plan.scopes.length);
});

test('the key is nowhere in the review', async () => {
	assert.ok(!JSON.stringify(await reviewed()).includes(key));
});

test('a pair that was accepted is checked, and its account counts', async () => {
	const {plan, pairCheck, warnings} = await reviewed((fake) => {
		fake.give(`pair ${jane.username}`, {kind: 'valid', account: '7654321'});
	}, true);
	const [pair] = plan === undefined ? [] : pairsOf(plan);
	assert.equal(pair?.isChecked, true);
	assert.equal(pair.account, '7654321');
	assert.equal(plan?.scopes[0]?.effect, 'other-account');
	assert.equal(pairCheck?.key, 'pair.validFor');
	assert.deepEqual(keysOf(warnings), ['pair.otherAccount', 'pair.foreignHost']);
});

test('a pair that could not be checked is set all the same, and that is said', async () => {
	const {plan, pairCheck} = await reviewed((fake) => {
		fake.give(`pair ${jane.username}`, {kind: 'skipped', reason: 'network', words: ''});
	}, true);
	assert.equal(plan === undefined ? undefined : pairsOf(plan)[0]?.isChecked, false);
	assert.match(pairCheck?.key ?? '', /^pair\.skipped/);
});

test('a region without a classic cluster is warned of: no new one can be created there', async () => {
	const {warnings} = await reviewed((fake) => fake.give('clusters', []));
	assert.deepEqual(keysOf(warnings), ['review.creationRestricted']);
});

test('a user without a key, and a key of the wrong kind, are warned of once more', async () => {
	const fake = new FakeSession();
	fake.give('clusters', clusters);
	fake.giveUsers([{...jane, hasKey: false}]);
	const session = fake.start();
	await settled();
	give.user(session);
	give.key(session, 'A'.repeat(43) + '1');
	give.regions(session, 'us-south');
	await settled();
	const {warnings} = stageOf(session, 'review').review;
	assert.deepEqual(keysOf(warnings), ['key.looksLikeIbmCloudKey', 'key.userHasNone']);
});

test('a session that ended meanwhile offers to log in', async () => {
	const {blocker} = await reviewed((fake) => fake.fail('credential us-south group-1', 'session-expired'));
	assert.equal(blocker?.message.key, 'error.session-expired');
	assert.deepEqual(namesOf(blocker.actions), ['login', 'login-sso', 'retry-review']);
	assert.equal(blocker.exitStatus, 3);
});

test('where no private copy could be made, the commands to run by hand are given', async () => {
	const {blocker} = await reviewed((fake) => fake.fail('credential us-south group-1', 'copy-refused'));
	assert.match(
		blocker?.remedy ?? '',
		/^ibmcloud ks credential set classic --infrastructure-username=1234567_jane@example\.com .* && /,
	);
	assert.equal(blocker?.exitStatus, 3);
});

test('a pair that was set and proven from here says when, and is set again all the same', async () => {
	const {fingerprint} = new Secret(key);
	const begun = line({keyFingerprint: fingerprint, after: jane.username});
	const recorded = () =>
		recordedRuns([
			begun,
			{...begun, event: 'end', result: 'verified', left: 'known', time: '2026-11-24T10:00:00Z'},
		]);
	const fake = new FakeSession();
	fake.credentials.set('us-south group-1', jane.username);
	fake.credentials.set('eu-de group-1', jane.username);
	const session = fake.start({recorded});
	await toReview(session, ['us-south', 'eu-de']);
	const {review} = stageOf(session, 'review');
	assert.deepEqual(
		review.scopes.map(({provenBefore}) => provenBefore),
		['2026-11-24', undefined],
	);
	const effects = reviewTable(review, englishTexts).rows.map(({cells}) => cells.at(-1)?.text);
	assert.deepEqual(effects, ['set from here on 2026-11-24', 'renewed key']);
	session.act({kind: 'apply'});
	await session.ended;
	assert.equal(fake.writes.length, 2);
});

test('the review of one such scope says it in its sentence', async () => {
	const begun = line({keyFingerprint: new Secret(key).fingerprint, after: jane.username});
	const fake = new FakeSession();
	fake.credentials.set('us-south group-1', jane.username);
	const session = fake.start({
		recorded: () => recordedRuns([begun, {...begun, event: 'end', result: 'verified', left: 'known'}]),
	});
	await toReview(session);
	assert.match(
		reviewSentence(stageOf(session, 'review').review, englishTexts),
		/set from here on 2026-01-01/,
	);
});

test('nothing that is missing means a removal: without a user and a key no scope is changed', () => {
	const region = {value: ['us-south'], source: 'typed'} as const;
	const {scopes, plan} = reviewOf(contextOf(new FakeSession(), {answers: {region}}));
	assert.deepEqual(scopes, []);
	assert.equal(plan, undefined);
});
