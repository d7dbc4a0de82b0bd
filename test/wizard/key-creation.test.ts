import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {CliError} from '../../source/ibmcloud/types.ts';
import {Secret} from '../../source/secrets/secret.ts';
import {englishTexts} from '../../source/text/texts.ts';
import type {Question} from '../../source/wizard/question.ts';
import type {Session} from '../../source/wizard/session.ts';
import {failure} from '../plan/plans.ts';
import {FakeSession, jane, john, key} from '../support/fake-session.ts';
import {asked, give, namesOf, settled, stageOf} from '../support/session-moves.ts';
import {keysOf} from './contexts.ts';

const withoutKey = {...jane, hasKey: false};
const look = 'ibmcloud sl user detail 11 --keys';

function questionOf(session: Session): Question {
	return stageOf(session, 'question').question;
}

function actionsOf(session: Session): string[] {
	return namesOf(questionOf(session).actions);
}

/** Makes a session in which creating a key failed like this; the users are listed like this from then on. */
async function afterFailure(
	kind: CliError['kind'],
	listed: readonly unknown[],
): Promise<{session: Session; fake: FakeSession}> {
	const fake = new FakeSession();
	fake.giveUsers([withoutKey, john]);
	fake.addApiKey = async () => {
		fake.giveUsers(listed);
		return failure(kind, 'what sl said');
	};
	const session = fake.start();
	await settled();
	give.user(session);
	session.act({kind: 'create-key'});
	await settled();
	assert.equal(asked(session), 'key');
	return {session, fake};
}

test('a lost answer: it is not known whether there is a key, how to look is said, and the list is read again', async () => {
	const {session, fake} = await afterFailure('network', [withoutKey, john]);
	const {warnings} = questionOf(session);
	assert.deepEqual(keysOf(warnings), ['key.lost', 'key.look', 'value.plain', 'value.plain']);
	assert.deepEqual(warnings[2], {key: 'value.plain', values: {value: look}});
	assert.equal(fake.started.filter((name) => name === 'users').length, 2);
	// The list says that there is none: whether to try again is up to the operator, and makes no second key.
	assert.deepEqual(actionsOf(session), ['create-key']);
	session.leave();
	const {unknownKeys} = await session.ended;
	assert.deepEqual(unknownKeys, [{username: jane.username, command: look}]);
});

test('a lost answer where the list then says that there is a key: no other is offered', async () => {
	const {session} = await afterFailure('timed-out', [jane, john]);
	assert.deepEqual(keysOf(questionOf(session).warnings), [
		'key.lost.exists',
		'key.look',
		'value.plain',
		'value.plain',
	]);
	assert.deepEqual(actionsOf(session), ['no-key']);
});

test('a key that is there already: it is said alone, with how to look, and the list is read again', async () => {
	const {session, fake} = await afterFailure('key-exists', [jane, john]);
	assert.deepEqual(keysOf(questionOf(session).warnings), [
		'error.key-exists',
		'error.key-exists.do',
		'key.look',
		'value.plain',
		'value.plain',
	]);
	assert.ok(!keysOf(questionOf(session).hints).includes('key.oneOnly'));
	assert.deepEqual(actionsOf(session), ['no-key']);
	assert.equal(fake.started.filter((name) => name === 'users').length, 2);
	give.key(session);
	give.regions(session, 'us-south');
	await settled();
	assert.ok(!keysOf(stageOf(session, 'review').review.warnings).includes('key.userHasNone'));
	session.leave();
	assert.deepEqual((await session.ended).unknownKeys, []);
});

test('a user who is gone: another one can be chosen, from a list that was read again', async () => {
	const {session} = await afterFailure('user-gone', [john]);
	assert.deepEqual(keysOf(questionOf(session).warnings), [
		'error.user-gone',
		'error.user-gone.do',
		'value.plain',
	]);
	assert.deepEqual(actionsOf(session), ['change:user']);
	session.act({kind: 'change', step: 'user'});
	assert.equal(asked(session), 'user');
	give.user(session, john.username);
	assert.equal(asked(session), 'key');
	assert.deepEqual(questionOf(session).warnings, []);
});

test('where the creation was declined the user has no key still, and the list need not be read again', async () => {
	const {session, fake} = await afterFailure('permission-denied', [withoutKey, john]);
	assert.deepEqual(keysOf(questionOf(session).warnings), [
		'key.userHasNone',
		'error.permission-denied',
		'error.permission-denied.do',
		'value.plain',
	]);
	assert.deepEqual(actionsOf(session), ['create-key']);
	assert.equal(fake.started.filter((name) => name === 'users').length, 1);
});

test('the key of a user of another account is created there, and looked at there', async () => {
	const other = {id: 'account-2', name: 'Other Account'};
	const fake = new FakeSession();
	fake.give('users of Other Account', {users: [withoutKey], leftOut: 0});
	const created: unknown[] = [];
	fake.addApiKey = async (user) => {
		created.push(user);
		return {ok: true, value: new Secret(key)};
	};
	const session = fake.start({answers: {listAccount: {value: other, source: 'chosen'}}});
	await settled();
	give.user(session);
	session.act({kind: 'create-key'});
	await settled();
	assert.deepEqual(created, [{username: jane.username, id: 11, account: other}]);
	session.leave();
	const {unusedKeys} = await session.ended;
	const back = 'ibmcloud target -c account-1 -g default';
	assert.deepEqual(unusedKeys, [
		{username: jane.username, command: `ibmcloud target -c account-2 && ${look}; ${back}`},
	]);
});

test('who does not have the key is told the ways to it, and comes back to the field', async () => {
	const session = new FakeSession().start();
	await settled();
	give.user(session);
	session.act({kind: 'no-key'});
	const {question} = stageOf(session, 'question');
	const said = question.hints.map((hint) => englishTexts.say(hint)).join('\n');
	assert.match(said, /^ibmcloud sl user detail 11 --keys$/m);
	assert.match(said, /^ibmcloud sl user apikey 11 --refresh$/m);
	assert.match(said, /setup --where-set/);
	assert.deepEqual(namesOf(question.actions), ['change:user']);
	session.back();
	assert.equal(stageOf(session, 'question').question.kind, 'secret');
	session.act({kind: 'no-key'});
	session.reply({kind: 'option', value: 'stay'});
	assert.equal(stageOf(session, 'question').question.kind, 'secret');
	session.act({kind: 'no-key'});
	session.act({kind: 'change', step: 'user'});
	assert.equal(asked(session), 'user');
});
