import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Secret} from '../../source/secrets/secret.ts';
import {answered, beginConversation, steppedBack} from '../../source/wizard/session/conversation.ts';
import {message} from '../../source/text/message.ts';
import type {Answer, Answers, AnswerValues, StepId} from '../../source/wizard/answers.ts';
import {scopesOf} from '../../source/wizard/review/scopes.ts';
import {defaultGroup, FakeSession, infraGroup, jane, john, key} from '../support/fake-session.ts';
import {chosen, contextOf} from './contexts.ts';

const answers: Answers = {
	user: chosen(jane),
	key: {value: new Secret(key), source: 'typed'},
	region: {value: ['us-south'], source: 'chosen'},
};

function withAnswer<Id extends StepId>(before: Answers, id: Id, answer: Answer<AnswerValues[Id]>): Answers {
	return answered(beginConversation(before), id, answer).answers;
}

function withoutAnswer(before: Answers, id: StepId): Answers {
	return steppedBack({...beginConversation(before), asked: [id]}).answers;
}

test('another user drops the key and keeps the rest', () => {
	const changed = withAnswer(answers, 'user', chosen(john));
	assert.deepEqual(Object.keys(changed).toSorted(), ['region', 'user']);
	assert.equal(changed.user?.value.username, john.username);
});

test('the same user keeps the key, however the name was given', () => {
	const typed = {value: {username: jane.username, listed: undefined}, source: 'typed'} as const;
	const changed = withAnswer(answers, 'user', typed);
	assert.equal(changed.key, answers.key);
	assert.equal(changed.user?.source, 'typed');
});

test('another account of the list drops the user, and with it the key', () => {
	const other = {value: {id: 'account-2', name: 'Other'}, source: 'chosen'} as const;
	assert.deepEqual(Object.keys(withAnswer(answers, 'listAccount', other)).toSorted(), [
		'listAccount',
		'region',
	]);
});

test('key, region and group drop nothing', () => {
	const changed = withAnswer(answers, 'region', {value: ['eu-de'], source: 'chosen'});
	assert.equal(changed.user, answers.user);
	assert.equal(changed.key, answers.key);
});

test('taking the user away takes the key along; taking the key away leaves the user', () => {
	assert.deepEqual(Object.keys(withoutAnswer(answers, 'user')), ['region']);
	assert.deepEqual(Object.keys(withoutAnswer(answers, 'key')).toSorted(), ['region', 'user']);
	assert.deepEqual(withoutAnswer({}, 'user'), {});
});

test('answers are replaced, never changed in place', () => {
	const before = {...answers};
	withAnswer(answers, 'user', chosen(john));
	withoutAnswer(answers, 'user');
	assert.deepEqual(answers, before);
});

function scopes(fake: FakeSession, more: Answers): ReturnType<typeof scopesOf> {
	return scopesOf(contextOf(fake, {answers: more}));
}

function named(...names: readonly string[]): NonNullable<Answers['group']> {
	return {value: names.map((name) => ({id: undefined, name})), source: 'flag'};
}

test('scopes are every region with every group; without an answer the targeted group', () => {
	const fake = new FakeSession();
	assert.deepEqual(scopes(fake, answers), {
		kind: 'known',
		scopes: [{region: 'us-south', group: defaultGroup}],
	});
	const group = {value: [defaultGroup, infraGroup], source: 'chosen'} as const;
	const region = {value: ['us-south', 'eu-de'], source: 'chosen'} as const;
	const found = scopes(fake, {region, group});
	assert.deepEqual(
		found.kind === 'known' && found.scopes.map(({region: name, group: {name: in_}}) => `${name} ${in_}`),
		['us-south default', 'eu-de default', 'us-south infra', 'eu-de infra'],
	);
});

test('a group that was only named is looked up, unless it is the targeted one', async () => {
	const fake = new FakeSession();
	assert.equal(scopes(fake, {...answers, group: named('default')}).kind, 'known');
	assert.deepEqual(scopes(fake, {...answers, group: named('infra')}), {kind: 'looking-up'});
	await fake.reads.groups.start();
	assert.deepEqual(scopes(fake, {...answers, group: named('infra')}), {
		kind: 'known',
		scopes: [{region: 'us-south', group: infraGroup}],
	});
	assert.deepEqual(scopes(fake, {...answers, group: named('infra', 'nowhere')}), {
		kind: 'misfit',
		reason: message('group.notFound', {name: 'nowhere'}),
		remedy: 'ibmcloud resource groups',
	});
});

test('a group can be named by its id, and a group that is named twice is one', async () => {
	const fake = new FakeSession();
	await fake.reads.groups.start();
	const found = scopes(fake, {...answers, group: named('infra', infraGroup.id)});
	assert.deepEqual(found, {kind: 'known', scopes: [{region: 'us-south', group: infraGroup}]});
});
