import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ClassicCluster} from '../../source/ibmcloud/types.ts';
import {expectedOf} from '../../source/plan/plan.ts';
import {recordedRuns} from '../../source/plan/recorded-runs.ts';
import type {Settings} from '../../source/wizard/settings.ts';
import type {Session} from '../../source/wizard/session.ts';
import {failure} from '../plan/plans.ts';
import {account, FakeSession, jane, john, key} from '../support/fake-session.ts';
import {asked, give, namesOf, settled, stageOf, toReview} from '../support/session-moves.ts';
import {line} from '../plan/journal-lines.ts';
import {keysOf} from './contexts.ts';

const scope = 'us-south group-1';
const zoe = '7654321_zoe@example.com';
const zoesKey = 'z2c4a9e1f07b52d8836ea1f4c90d7b3e5582f6a0c1d94e7b38a5f2069de1c7b4';
const checked: Partial<Settings> = {pairCheckHost: {host: 'api.example', isIbm: true}};
const enterZoesKey = {kind: 'change', step: 'oldKeys', about: zoe} as const;
const cluster: ClassicCluster = {id: 'c1', name: 'prod-dal', region: 'us-south', groupId: 'group-1'};

function reviewOf(session: Session) {
	return stageOf(session, 'review').review;
}

/** Leads a session to the review of a change that replaces this user. */
async function replacing(username: string, options: Partial<Settings> = checked) {
	const fake = new FakeSession();
	fake.credentials.set(scope, username);
	const session = fake.start(options);
	await toReview(session);
	return {fake, session};
}

/** Enters the key of the replaced user, and types the confirmation. */
async function applyWithWayBack(session: Session): Promise<void> {
	session.act(enterZoesKey);
	give.key(session, zoesKey);
	await settled();
	await applyAndType(session, '7654321');
}

async function applyAndType(session: Session, account_: string): Promise<void> {
	session.reviewShown();
	session.act({kind: 'apply'});
	session.reply({kind: 'confirmed', text: account_});
	await settled();
}

test('the key of a user who is replaced is asked for on the review, and its check says whether it is a way back', async () => {
	const {fake, session} = await replacing(zoe);
	assert.ok(namesOf(reviewOf(session).actions).includes(`change:oldKeys:${zoe}`));
	assert.ok(keysOf(reviewOf(session).dangers).includes('review.wayBack'));
	session.act(enterZoesKey);
	assert.equal(asked(session), 'oldKeys');
	give.key(session, zoesKey);
	await settled();
	assert.ok(fake.started.includes(`pair ${zoe}`));
	assert.ok(keysOf(reviewOf(session).dangers).includes('review.wayBack.held'));
	assert.ok(!namesOf(reviewOf(session).actions).includes(`change:oldKeys:${zoe}`));
	assert.equal(reviewOf(session).plan?.heldKeys?.has(zoe), true);
	assert.ok(!JSON.stringify(session.view()).includes(zoesKey));
});

test('whoever does not have that key is told who does, and comes back to the question or the review', async () => {
	const {session} = await replacing(zoe);
	session.act(enterZoesKey);
	session.act({kind: 'no-key'});
	const {question} = stageOf(session, 'question');
	assert.deepEqual(question.title.values, {username: zoe});
	assert.deepEqual(question.actions, [], 'the user who is to be set stays');
	session.back();
	assert.equal(asked(session), 'oldKeys');
	session.back();
	assert.equal(asked(session), 'review');
});

test('a key that is not accepted is no way back: it is said, and can be entered again', async () => {
	const {fake, session} = await replacing(zoe);
	fake.give(`pair ${zoe}`, {kind: 'refused', words: ''});
	session.act(enterZoesKey);
	give.key(session, zoesKey);
	await settled();
	const {dangers, warnings, actions, plan, blocker} = reviewOf(session);
	assert.ok(keysOf(warnings).includes('oldKeys.useless'));
	assert.ok(keysOf(dangers).includes('review.wayBack'));
	assert.ok(namesOf(actions).includes(`change:oldKeys:${zoe}`));
	assert.equal(plan?.heldKeys?.size, 0);
	assert.equal(blocker, undefined, 'it stands in nobody’s way');
});

test('without the key the gate says that there is no way back, and with it that there is one', async () => {
	const {session} = await replacing(zoe);
	session.act({kind: 'apply'});
	const warnings = (): string[] => keysOf(stageOf(session, 'question').question.warnings);
	assert.deepEqual(warnings(), ['takeover.accounts', 'confirm.noWayBack']);
	session.back();
	session.act(enterZoesKey);
	give.key(session, zoesKey);
	await settled();
	session.reviewShown();
	session.act({kind: 'apply'});
	assert.deepEqual(warnings(), ['takeover.accounts', 'review.wayBack.held']);
});

test('where nobody is replaced no such key is asked for: a first credential, a renewal, no check, a dry run', async () => {
	const offers = async (fake: FakeSession, options: Partial<Settings>): Promise<boolean> => {
		const session = fake.start(options);
		await toReview(session);
		return namesOf(reviewOf(session).actions).some((name) => name.startsWith('change:oldKeys'));
	};
	const renewed = new FakeSession();
	renewed.credentials.set(scope, jane.username);
	const replaced = (): FakeSession => {
		const fake = new FakeSession();
		fake.credentials.set(scope, john.username);
		return fake;
	};
	assert.equal(await offers(replaced(), checked), true);
	assert.equal(await offers(new FakeSession(), checked), false);
	assert.equal(await offers(renewed, checked), false);
	assert.equal(await offers(replaced(), {}), false);
	assert.equal(await offers(replaced(), {...checked, isDryRun: true}), false);
});

test('the end of the run offers the undo: reviewed, confirmed and applied as ever, and both receipts stay', async () => {
	const {fake, session} = await replacing(zoe);
	await applyWithWayBack(session);
	assert.deepEqual(namesOf(stageOf(session, 'apply').progress.actions), ['finish', 'restore']);
	session.act({kind: 'restore'});
	await settled();
	const {scopes, dangers} = reviewOf(session);
	assert.partialDeepStrictEqual(scopes[0], {change: {pair: {username: zoe}}, before: {value: jane.username}});
	assert.equal(scopes[0]?.restores?.account, '7654321');
	assert.deepEqual(keysOf(dangers), ['takeover.restores', 'review.wayBack.held']);
	session.reviewShown();
	session.act({kind: 'apply'});
	session.reply({kind: 'confirmed', text: '7654321'});
	assert.equal(asked(session), 'confirm', 'the account that loses control has to be typed');
	session.reply({kind: 'confirmed', text: '1234567'});
	await settled();
	session.act({kind: 'finish'});
	const report = await session.ended;
	assert.equal(report.exitStatus, 0);
	assert.equal(fake.credentials.get(scope), zoe);
	const changes = [...(report.earlier ?? []), ...report.scopes].map(({planned: {before, change}}) => [
		before.ok ? (before.value ?? undefined) : undefined,
		change.kind === 'set' ? change.pair.username : undefined,
	]);
	assert.deepEqual(changes, [
		[zoe, jane.username],
		[jane.username, zoe],
	]);
});

test('who does not want the undo after all goes back, or quits, and what was applied stays true', async () => {
	const {fake, session} = await replacing(zoe);
	await applyWithWayBack(session);
	session.act({kind: 'restore'});
	await settled();
	session.back();
	assert.deepEqual(namesOf(stageOf(session, 'apply').progress.actions), ['finish', 'restore']);
	session.act({kind: 'restore'});
	await settled();
	session.act({kind: 'quit'});
	const report = await session.ended;
	assert.deepEqual([report.outcome, report.exitStatus], ['applied', 0]);
	assert.equal(fake.credentials.get(scope), jane.username);
});

test('an undo of which a part is applied is not taken back: what was written stays in the report', async () => {
	const {fake, session} = await toReplaceTwo();
	await applyWithWayBack(session);
	session.act({kind: 'restore'});
	await settled();
	fake.credentials.set('eu-de group-1', john.username);
	await applyAndType(session, '1234567');
	assert.equal(fake.credentials.get(scope), zoe);
	assert.equal(reviewOf(session).scopes.length, 1, 'what had changed comes again');
	session.back();
	assert.equal(asked(session), 'review');
	session.act({kind: 'quit'});
	const {earlier = [], scopes} = await session.ended;
	const back = [...earlier, ...scopes].filter(
		({planned: {change}}) => change.kind === 'set' && change.pair.username === zoe,
	);
	assert.equal(back.length, 2);
});

test('the end offers the undo of all that this session has replaced, also before a second review', async () => {
	const {fake, session} = await toReplaceTwo();
	session.act(enterZoesKey);
	give.key(session, zoesKey);
	await settled();
	fake.credentials.set('eu-de group-1', jane.username);
	await applyAndType(session, '7654321');
	session.reviewShown();
	session.act({kind: 'apply'});
	await settled();
	assert.deepEqual(namesOf(stageOf(session, 'apply').progress.actions), ['finish', 'restore']);
	session.act({kind: 'restore'});
	await settled();
	assert.deepEqual(
		reviewOf(session).scopes.map((each) => [each.scope.region, expectedOf(each)]),
		[['us-south', zoe]],
	);
});

test('who leaves where only the undo is offered ends a run that is done: 0', async () => {
	const {session} = await replacing(zoe);
	await applyWithWayBack(session);
	assert.deepEqual(namesOf(stageOf(session, 'apply').progress.actions), ['finish', 'restore']);
	session.leave();
	const {outcome, exitStatus} = await session.ended;
	assert.deepEqual([outcome, exitStatus], ['applied', 0]);
});

test('who leaves in the middle of an undo has ended that', async () => {
	const {session} = await replacing(zoe);
	await applyWithWayBack(session);
	session.act({kind: 'restore'});
	await settled();
	session.leave();
	const {outcome, exitStatus} = await session.ended;
	assert.deepEqual([outcome, exitStatus], ['interrupted', 130]);
});

test('the end offers no undo of what somebody else has set meanwhile', async () => {
	const {fake, session} = await replacing(zoe);
	fake.onWrite = () => {
		fake.credentials.set(scope, john.username);
		return failure('timed-out');
	};
	await applyWithWayBack(session);
	const {exitStatus, scopes} = await session.ended;
	assert.equal(exitStatus, 4);
	assert.partialDeepStrictEqual(scopes[0]?.state, {result: {kind: 'differs', found: john.username}});
});

test('what flags allowed and demanded of the run holds for the run, and not for its undo', async () => {
	const {fake, session} = await replacing(zoe, {
		...checked,
		onlyIfCurrent: zoe,
		replaceAccounts: ['7654321', '1234567'],
	});
	session.act(enterZoesKey);
	give.key(session, zoesKey);
	await settled();
	session.reviewShown();
	session.act({kind: 'apply'});
	await settled();
	session.act({kind: 'restore'});
	await settled();
	session.reviewShown();
	session.act({kind: 'apply'});
	assert.equal(asked(session), 'confirm', 'the account that loses control has to be typed');
	session.reply({kind: 'confirmed', text: '1234567'});
	await settled();
	assert.equal(fake.credentials.get(scope), zoe);
});

test('a key for the way back that could not be checked is not said to be wrong', async () => {
	const {fake, session} = await replacing(zoe);
	fake.give(`pair ${zoe}`, {kind: 'skipped', reason: 'network'});
	session.act(enterZoesKey);
	give.key(session, zoesKey);
	await settled();
	const {dangers, warnings} = reviewOf(session);
	assert.ok(!keysOf(warnings).includes('oldKeys.useless'));
	assert.ok(keysOf(warnings).includes('oldKeys.unchecked'));
	assert.ok(keysOf(dangers).includes('review.wayBack'));
});

test('what somebody else has put back meanwhile leaves nothing to do', async () => {
	const {fake, session} = await replacing(zoe);
	await applyWithWayBack(session);
	fake.credentials.set(scope, zoe);
	session.act({kind: 'restore'});
	await settled();
	session.reviewShown();
	session.act({kind: 'finish'});
	const report = await session.ended;
	assert.deepEqual([report.outcome, report.exitStatus, fake.writes.length], ['applied', 0, 1]);
});

test('without the key the run ends as ever', async () => {
	const {session} = await replacing(zoe);
	await applyAndType(session, '7654321');
	assert.equal((await session.ended).exitStatus, 0);
});

/** Makes a run that replaced a user in us-south, over one cluster. */
function recorded(
	before: string | null = zoe,
	more: Parameters<typeof line>[0] = {},
	end: Parameters<typeof line>[0] = {},
) {
	const begun = line({
		before,
		account: {...account, number: '1234567'},
		clusters: [{id: cluster.id, name: cluster.name}],
		...more,
	});
	const ended = {event: 'end', time: '2026-01-01T13:00:00.000Z', result: 'verified', left: 'known'} as const;
	return () => recordedRuns([begun, {...begun, ...ended, ...end}]);
}

test('the next session offers to restore who was replaced from here, asks for that key, and can be left again', async () => {
	const fake = new FakeSession();
	fake.credentials.set(scope, jane.username);
	const session = fake.start({...checked, recorded: recorded()});
	await settled();
	const offer = stageOf(session, 'question').question.actions.find(({action}) => action.kind === 'restore');
	assert.deepEqual(offer?.label.values, {
		scopes: ['us-south / default'],
		count: 1,
		time: '2026-01-01 13:00 UTC',
		usernames: [zoe],
	});
	session.act({kind: 'restore'});
	await settled();
	assert.equal(asked(session), 'keys');
	session.act({kind: 'no-key'});
	assert.deepEqual(stageOf(session, 'question').question.title.values, {username: zoe});
	session.back();
	session.back();
	assert.equal(asked(session), 'user');
	session.act({kind: 'restore'});
	await settled();
	give.key(session, zoesKey);
	await settled();
	assert.deepEqual(
		reviewOf(session).scopes.map((each) => expectedOf(each)),
		[zoe],
	);
	await applyAndType(session, '1234567');
	assert.equal(fake.credentials.get(scope), zoe);
});

test('nothing is offered where nobody was replaced from here, it was undone, or it was another account', async () => {
	const offers = async (runs: Settings['recorded']): Promise<boolean> => {
		const session = new FakeSession().start({...checked, recorded: runs});
		await settled();
		return namesOf(stageOf(session, 'question').question.actions).includes('restore');
	};
	assert.equal(await offers(recorded()), true);
	assert.equal(await offers(() => []), false);
	assert.equal(await offers(recorded(null)), false);
	assert.equal(await offers(recorded(zoe, {}, {result: 'differs', found: john.username})), false);
	assert.equal(await offers(recorded(zoe, {account: {id: 'account-2', name: 'Other'}})), false);
	const undone = recorded(jane.username, {run: 'later', after: zoe});
	assert.equal(await offers(() => [...recorded()(), ...undone()]), false);
});

test('a change that leads back says so, and can only orphan clusters that came since', async () => {
	const review = async (clusters: readonly ClassicCluster[], runs: Settings['recorded']) => {
		const fake = new FakeSession();
		fake.credentials.set(scope, zoe);
		fake.give('clusters', clusters);
		const session = fake.start({...checked, recorded: runs});
		await toReview(session);
		return reviewOf(session);
	};
	const mistake = recorded(jane.username, {after: zoe});
	const back = await review([cluster], mistake);
	assert.partialDeepStrictEqual(back.scopes[0]?.restores, {account: '1234567', since: []});
	assert.deepEqual(keysOf(back.dangers), ['takeover.restores', 'review.wayBack']);
	const later = {...cluster, id: 'c2', name: 'new-dal'};
	const {dangers} = await review([cluster, later], mistake);
	assert.deepEqual(dangers.find(({key: name}) => name === 'takeover.clusters')?.values?.['clusters'], [
		'new-dal',
	]);
	const first = await review([cluster], () => []);
	assert.equal(first.scopes[0]?.restores, undefined);
	assert.deepEqual(keysOf(first.dangers), ['takeover.accounts', 'takeover.clusters', 'review.wayBack']);
	const since = await review([cluster], recorded(jane.username, {after: john.username}));
	assert.equal(since.scopes[0]?.restores, undefined, 'somebody else was set since');
});

test('the key that is set is nowhere in what is restored', async () => {
	const {session} = await replacing(zoe);
	await applyWithWayBack(session);
	session.act({kind: 'restore'});
	await settled();
	const view = JSON.stringify(session.view());
	assert.ok(!view.includes(zoesKey) && !view.includes(key));
});

/** Goes to the review of two scopes in which the same user is replaced. */
async function toReplaceTwo() {
	const fake = new FakeSession();
	fake.credentials.set(scope, zoe);
	fake.credentials.set('eu-de group-1', zoe);
	const session = fake.start(checked);
	await toReview(session, ['us-south', 'eu-de']);
	return {fake, session};
}
