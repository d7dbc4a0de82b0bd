import assert from 'node:assert/strict';
import {test} from 'node:test';
import {englishTexts} from '../../../source/text/texts.ts';
import {usernameWarnings, userStep} from '../../../source/wizard/steps/user.ts';
import {validateUsername} from '../../../source/wizard/username.ts';
import {recordedRuns} from '../../../source/plan/recorded-runs.ts';
import {line} from '../../plan/journal-lines.ts';
import {FakeSession, jane, john, key} from '../../support/fake-session.ts';
import {namesOf} from '../../support/session-moves.ts';
import {contextOf, keysOf, ofKind} from '../contexts.ts';

async function listed(users: readonly unknown[] = [jane, john]): Promise<FakeSession> {
	const fake = new FakeSession();
	fake.giveUsers(users);
	await Promise.all([fake.reads.users.start(), fake.reads.plugins.start()]);
	return fake;
}

test('the list has username, name and e-mail, says who has a key, and whose account it is where that is another', async () => {
	const fake = await listed([{...jane, displayName: 'Jane', email: 'jane@example.com'}]);
	const question = ofKind(userStep.question(contextOf(fake)), 'choose-one');
	const [option] = question.options;
	assert.deepEqual(option && {...option, notes: keysOf(option.notes)}, {
		value: jane.username,
		label: jane.username,
		details: ['Jane', 'jane@example.com'],
		notes: ['user.hasKey'],
		keywords: [],
	});
	assert.deepEqual(question.hints, []);
	assert.equal(question.filter, true);
});

test('a user without a key, and one who is not active, are marked', async () => {
	const fake = await listed([
		{...jane, hasKey: false, status: 'DISABLED'},
		{...john, hasKey: undefined},
	]);
	const {options} = ofKind(userStep.question(contextOf(fake)), 'choose-one');
	assert.deepEqual(
		options.map(({notes}) => keysOf(notes)),
		[['user.hasNoKey', 'user.status'], []],
	);
});

test('a user of whose name something was lost is in the list, says so, and cannot be chosen', async () => {
	const fake = await listed([{...jane, username: '1234567_half\uFFFDpair', isUnreadable: true}, john]);
	const context = contextOf(fake);
	const [broken, whole] = ofKind(userStep.question(context), 'choose-one').options;
	assert.deepEqual(keysOf(broken?.notes ?? []), ['user.unreadable', 'user.hasKey']);
	assert.equal(broken?.refusal?.key, 'user.unreadable');
	assert.equal(whole?.refusal, undefined);
	assert.equal(userStep.take({kind: 'option', value: '1234567_half\uFFFDpair'}, context), undefined);
	assert.equal(userStep.take({kind: 'text', text: '1234567_half\uFFFDpair'}, context), undefined);
});

test('users that are not in the list are counted below it', async () => {
	const fake = await listed();
	assert.equal(ofKind(userStep.question(contextOf(fake)), 'choose-one').below, undefined);
	fake.giveUsers([jane], 3);
	await fake.reads.users.again();
	const {below} = ofKind(userStep.question(contextOf(fake)), 'choose-one');
	assert.equal(
		englishTexts.say(below ?? {key: 'value.none'}),
		'3 users are not listed, because the name cannot be shown.',
	);
});

test('where the list failed and nothing tells why, a login is offered after another try', async () => {
	const fake = new FakeSession();
	for (const [kind, expected] of [
		['session-expired', ['login', 'login-sso', 'retry-users']],
		['unknown', ['retry-users', 'login', 'login-sso']],
		['permission-denied', ['retry-users', 'login', 'login-sso']],
		['network', ['retry-users']],
		['address-restricted', ['retry-users']],
	] as const) {
		fake.fail('users', kind);
		// oxlint-disable-next-line no-await-in-loop
		await fake.reads.users.again();
		const ids = namesOf(userStep.question(contextOf(fake)).actions);
		assert.deepEqual(
			ids.filter((id) => id !== 'change:listAccount'),
			expected,
			kind,
		);
	}
});

test('the same list gives the same options, so that a filter is prepared once', async () => {
	const fake = await listed();
	const first = ofKind(userStep.question(contextOf(fake)), 'choose-one');
	const second = ofKind(userStep.question(contextOf(fake)), 'choose-one');
	assert.equal(first.options, second.options);
});

test('whom the operator had chosen before is highlighted first', async () => {
	const fake = await listed();
	const earlier = {user: {value: {username: john.username, listed: john}, source: 'chosen'}} as const;
	assert.equal(ofKind(userStep.question(contextOf(fake, {earlier})), 'choose-one').initial, 1);
});

test('while the list is read the question says what is run; where that failed it can be tried again', async () => {
	const fake = new FakeSession();
	fake.hold('users');
	void fake.reads.users.start();
	assert.deepEqual(ofKind(userStep.question(contextOf(fake)), 'choose-one').loading, {
		state: 'loading',
		command: 'ibmcloud users',
		startedAt: 0,
	});
	fake.fail('users', 'network');
	await fake.reads.users.start();
	const failed = ofKind(userStep.question(contextOf(fake)), 'choose-one');
	assert.equal(failed.loading.state, 'failed');
	assert.equal(failed.actions[0]?.action.kind, 'retry-users');
});

test('without sl, a linked account or a public endpoint the username is typed, and it is said why', async () => {
	const fake = new FakeSession();
	const {place} = contextOf(fake);
	const none = contextOf(fake, {place: {...place, classicAccount: null}});
	const isPrivate = contextOf(fake, {place: {...place, isPrivate: true}});
	assert.equal(ofKind(userStep.question(none), 'text').hints[0]?.key, 'user.listSkipped.noClassicAccount');
	assert.equal(
		ofKind(userStep.question(isPrivate), 'text').hints[0]?.key,
		'user.listSkipped.privateEndpoint',
	);
	fake.give('plugins', [{name: 'container-service', version: '1'}]);
	await fake.reads.plugins.start();
	const question = ofKind(userStep.question(contextOf(fake)), 'text');
	assert.equal(question.hints[0]?.key, 'user.listSkipped.noPlugin');
	for (const read of userStep.reads?.(contextOf(fake)) ?? []) {
		void read.start();
	}
	assert.ok(!fake.started.includes('users'));
});

test('where the list itself says that no account is linked, the username is typed', async () => {
	const fake = new FakeSession();
	fake.fail('users', 'no-classic-account');
	await fake.reads.users.start();
	const question = ofKind(userStep.question(contextOf(fake)), 'text');
	assert.equal(question.hints[0]?.key, 'user.listSkipped.noClassicAccount');
});

test('an answer is a row of the list, or a text as typed', async () => {
	const context = contextOf(await listed());
	assert.deepEqual(userStep.take({kind: 'option', value: jane.username}, context), {
		value: {username: jane.username, listed: jane, listAccount: '1234567'},
		source: 'chosen',
	});
	assert.deepEqual(userStep.take({kind: 'as-typed', text: ' 7654321_x@example.com '}, context), {
		value: {username: '7654321_x@example.com', listed: undefined},
		source: 'typed',
	});
	assert.equal(userStep.take({kind: 'as-typed', text: john.username}, context)?.value.listed, john);
	assert.equal(userStep.take({kind: 'text', text: 'IBM278444'}, context)?.value.username, 'IBM278444');
});

test('what cannot be an answer is none', async () => {
	const context = contextOf(await listed());
	assert.equal(userStep.take({kind: 'option', value: 'nobody'}, context), undefined);
	assert.equal(userStep.take({kind: 'text', text: ' '}, context), undefined);
	assert.equal(userStep.take({kind: 'text', text: key}, context), undefined);
	assert.equal(userStep.take({kind: 'options', values: [jane.username]}, context), undefined);
});

test('a text in no list is doubted unless it begins with the number of an account', async () => {
	const question = ofKind(userStep.question(contextOf(await listed())), 'choose-one');
	const doubts = (text: string): string | undefined => question.asTyped?.doubt?.(text)?.key;
	assert.equal(doubts('lovlace'), 'user.doubtful');
	assert.equal(doubts('jane@example.com'), 'user.doubtful');
	assert.equal(doubts('7654321_x@example.com'), undefined);
	assert.equal(doubts(jane.username), undefined);
	const fake = new FakeSession();
	const {place} = contextOf(fake);
	const typed = ofKind(userStep.question(contextOf(fake, {place: {...place, isPrivate: true}})), 'text');
	assert.equal(typed.doubt?.('lovlace')?.key, 'user.doubtful');
	assert.equal(typed.doubt?.('7654321_x@example.com'), undefined);
});

test('a listed user of any name is not doubted', async () => {
	const context = contextOf(await listed([{...jane, username: 'IBM278444'}]));
	const {asTyped} = ofKind(userStep.question(context), 'choose-one');
	assert.equal(asTyped?.doubt?.('IBM278444'), undefined);
});

test('the user of the last run from this machine is marked, and not preselected', async () => {
	const recorded = () => recordedRuns([line({after: john.username})]);
	const question = ofKind(userStep.question(contextOf(await listed(), {recorded})), 'choose-one');
	assert.deepEqual(
		question.options.map(({notes}) => keysOf(notes)),
		[['user.hasKey'], ['user.hasKey', 'ui.lastTime']],
	);
	assert.equal(question.initial, 0);
});

test('what is no username is refused with a reason, and everything else is taken', () => {
	assert.equal(validateUsername('  ')?.key, 'user.empty');
	assert.equal(validateUsername(key)?.key, 'user.looksLikeKey');
	assert.equal(validateUsername('jane\nroot')?.key, 'user.unusableCharacters');
	assert.equal(validateUsername('\u202Ejane')?.key, 'user.unusableCharacters');
	assert.equal(validateUsername('山田')?.key, 'user.unusableCharacters');
	for (const username of [
		jane.username,
		'IBM278444',
		'user@email.com',
		'O’B'.replace('’', "'"),
		'é@example.com',
	]) {
		assert.equal(validateUsername(username), undefined, username);
	}
});

test('a typed username of an unusual form is warned of, a listed one is not', () => {
	assert.deepEqual(keysOf(usernameWarnings('jane@example.com', false)), ['user.unusualForm']);
	assert.deepEqual(usernameWarnings('jane@example.com', true), []);
	assert.deepEqual(usernameWarnings(jane.username, false), []);
	assert.deepEqual(usernameWarnings('IBM278444', false), []);
});

test('the answer in one line', () => {
	assert.equal(englishTexts.say(userStep.describe({username: jane.username, listed: jane})), jane.username);
});
