import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Secret} from '../../../source/secrets/secret.ts';
import type {OfferedAction} from '../../../source/wizard/action.ts';
import {sentence, type Question, type Reply} from '../../../source/wizard/question.ts';
import type {CliError} from '../../../source/ibmcloud/types.ts';
import {report} from '../../plan/plans.ts';
import {StagedSession, say} from '../../support/staged-session.ts';
import {
	chooseOne,
	chooseSeveral,
	doubt,
	doubtful,
	secret,
	text,
	typedConfirm,
	users,
} from '../ink/questions.ts';
import {LineModeHarness} from './harness.ts';
import {keys} from '../../support/keys.ts';

const key = `demokey${'0a'.repeat(30)}`.slice(0, 64);
const ada = '1234567_ada.lovelace@example.com';

const networkError: CliError = {
	kind: 'network',
	command: 'ibmcloud sl user list',
	words: 'dial tcp: no such host',
	exitCode: 1,
};

/** Makes a session that asks one question, named like the step it belongs to. */
function asking(question: Question): {session: StagedSession; harness: LineModeHarness} {
	const position = {number: 1, count: 1, title: say('Infrastructure user')};
	const session = new StagedSession({kind: 'question', step: 'user', question, canGoBack: true}, position);
	return {session, harness: new LineModeHarness(session)};
}

async function replies(question: Question, ...typed: readonly string[]): Promise<readonly Reply[]> {
	const {session, harness} = asking(question);
	for (const line of typed) {
		harness.type(line);
	}

	await harness.until(() => session.replies.length > 0);
	return session.replies;
}

test('a number chooses, and so does a name in full', async () => {
	assert.deepEqual(await replies(chooseOne(), '2\r'), [{kind: 'option', value: users[1]?.value}]);
	assert.deepEqual(await replies(chooseOne(), 'IBM1234567\r'), [{kind: 'option', value: 'IBM1234567'}]);
});

test('options are numbered, details and notes follow in words, and a long list comes in portions', async () => {
	const {harness} = asking(chooseOne());
	await harness.isAsked('Number, or part of a name: ');
	assert.match(harness.said, /^1\. 1234567_ada\.lovelace@example\.com, Ada Lovelace, .*, has an API key$/m);
	assert.match(harness.said, /35 entries; these are the first 20:/);
	assert.match(harness.said, /^20\. /m);
	assert.doesNotMatch(harness.said, /^21\. /m);
	harness.type('more\r');
	await harness.hears('35. ');
});

test('of a few sentences one is chosen by its number', async () => {
	const options = [sentence('stay', say('No, go back')), sentence('quit', say('Yes, quit'))];
	const {session, harness} = asking(chooseOne({options, filter: false}));
	await harness.isAsked('Number: ');
	assert.match(harness.said, /^1\. No, go back\n2\. Yes, quit$/m);
	harness.type('yes, quit\r');
	await harness.until(() => session.replies.length > 0);
	assert.deepEqual(session.replies, [{kind: 'option', value: 'quit'}]);
});

test('a part of a name that finds one option says which, and Enter takes it', async () => {
	const {session, harness} = asking(chooseOne());
	harness.type('lovelace\r');
	await harness.isAsked(`(Enter takes ${ada}): `);
	assert.match(harness.said, /One entry matches “lovelace”:\n1\. 1234567_ada/);
	assert.deepEqual(session.replies, []);
	harness.type('\r');
	await harness.until(() => session.replies.length > 0);
	assert.deepEqual(session.replies, [{kind: 'option', value: ada}]);
});

test('what was typed is taken before anything is asked again: a prompt is said once for each line', async () => {
	const {harness} = asking(chooseOne());
	await harness.isAsked('Number, or part of a name: ');
	harness.type('lovelace\r');
	await harness.isAsked(`(Enter takes ${ada}): `);
	assert.deepEqual(harness.said.match(/^Number, .*$/gm), [
		'Number, or part of a name: lovelace',
		`Number, or part of a name (Enter takes ${ada}): `,
	]);
});

test('a part that finds several narrows, and the numbers count the narrowed list', async () => {
	assert.deepEqual(await replies(chooseOne(), 'user2\r', '2\r'), [
		{kind: 'option', value: '1234567_user20@example.com'},
	]);
});

test('back shows the whole list again before it leaves the step', async () => {
	const {session, harness} = asking(chooseOne());
	harness.type('user2\r');
	await harness.hears('entries match “user2”');
	harness.type('back\r');
	await harness.until(() => harness.said.split('these are the first 20').length === 3);
	assert.deepEqual(session.calls, []);
	harness.type('back\r');
	await harness.until(() => session.calls.length > 0);
	assert.deepEqual(session.calls, ['back']);
});

test('a text that finds nothing is offered as typed', async () => {
	const {session, harness} = asking(chooseOne());
	harness.type('7654321_other@example.com\r');
	await harness.isAsked('(Enter takes 7654321_other@example.com): ');
	assert.match(harness.said, /Nothing in the list matches/);
	harness.type('\r');
	await harness.until(() => session.replies.length > 0);
	assert.deepEqual(session.replies, [{kind: 'as-typed', text: '7654321_other@example.com'}]);
});

for (const [question, reply] of [
	[doubtful(), {kind: 'as-typed', text: 'lovlace'}],
	[text({validate: () => undefined, doubt}), {kind: 'text', text: 'lovlace'}],
] as const) {
	test(`what may be a slip and finds nothing is said, and an empty line takes it: ${question.kind}`, async () => {
		const {session, harness} = asking(question);
		harness.type('lovlace\r');
		await harness.isAsked('(Enter takes lovlace): ');
		assert.match(harness.said, /Infrastructure user: Is lovlace a username\?/);
		harness.type('\r');
		await harness.until(() => session.replies.length > 0);
		assert.deepEqual(session.replies, [reply]);
	});
}

test('after it is said that a text beside what was found may be a slip, Enter takes the text', async () => {
	const {session, harness} = asking(doubtful());
	harness.type('lovelace\r');
	await harness.isAsked(`(Enter takes ${ada}): `);
	harness.type('2\r');
	await harness.isAsked('(Enter takes lovelace): ');
	assert.match(harness.said, /Is lovelace a username\?/);
	assert.deepEqual(session.replies, []);
	harness.type('\r');
	await harness.until(() => session.replies.length > 0);
	assert.deepEqual(session.replies, [{kind: 'as-typed', text: 'lovelace'}]);
});

test('where a sample is offered, an empty line takes it, and that is said', async () => {
	const sample = new Secret('sample');
	const {session, harness} = asking(secret({sample}));
	await harness.isAsked('Enter takes the sample key): ');
	harness.type('\r');
	await harness.until(() => session.replies.length > 0);
	assert.deepEqual(session.replies, [{kind: 'secret', secret: sample}]);
});

test('as typed is also offered beside what was found', async () => {
	assert.deepEqual(await replies(chooseOne(), 'lovelace\r', '2\r'), [{kind: 'as-typed', text: 'lovelace'}]);
});

test('a text that cannot be the answer is refused with the name of the field', async () => {
	const {harness} = asking(chooseOne());
	harness.type('no such\r');
	await harness.hears('Infrastructure user: A username has no spaces.');
	harness.type('\r');
	await harness.hears('Infrastructure user: Nothing was typed, and there is no default.');
});

test('without a default, the first of a list is not taken by Enter', async () => {
	const {session, harness} = asking(chooseOne());
	harness.type('\r');
	await harness.hears('no default');
	assert.deepEqual(session.replies, []);
});

test('the earlier answer is the default', async () => {
	const {harness} = asking(chooseOne({initial: 4}));
	await harness.isAsked('(Enter takes IBM1234567): ');
});

test('actions are counted on behind the options, and known by their words', async () => {
	const actions: readonly OfferedAction[] = [
		{action: {kind: 'change', step: 'listAccount'}, label: say('List another account')},
	];
	for (const line of ['6\r', 'list another account\r']) {
		const {session, harness} = asking(chooseOne({options: users.slice(0, 5), actions}));
		harness.type(line);
		// oxlint-disable-next-line no-await-in-loop
		await harness.until(() => session.acts.length > 0);
		assert.deepEqual(session.acts, [{kind: 'change', step: 'listAccount'}]);
	}
});

test('several are chosen by numbers or names, with spaces or commas; Enter takes the default', async () => {
	const chosen = [{kind: 'options', values: ['us-south', 'eu-de']}];
	assert.deepEqual(await replies(chooseSeveral(), '1 3\r'), chosen);
	assert.deepEqual(await replies(chooseSeveral(), 'us-south, eu-de\r'), chosen);
	assert.deepEqual(await replies(chooseSeveral(), '1,3,1\r'), chosen);
	assert.deepEqual(await replies(chooseSeveral(), '\r'), [{kind: 'options', values: ['eu-de']}]);
	assert.deepEqual(await replies(chooseSeveral({marked: ['us-south', 'eu-de']}), '\r'), chosen);
});

test('what several parts were taken for is said, and Enter takes it', async () => {
	const {session, harness} = asking(chooseSeveral());
	harness.type('tor01 frankfurt\r');
	await harness.isAsked('(Enter takes us-east and eu-de): ');
	assert.match(harness.said, /taken as: us-east, Washington DC, .*; eu-de, Frankfurt/);
	harness.type('\r');
	await harness.until(() => session.replies.length > 0);
	assert.deepEqual(session.replies, [{kind: 'options', values: ['us-east', 'eu-de']}]);
});

test('a part that means several regions narrows; one that means none is said', async () => {
	const {harness} = asking(chooseSeveral());
	harness.type('us-\r');
	await harness.hears('2 entries match “us-”');
	harness.type('1 mars\r');
	await harness.hears('Infrastructure user: Nothing in the list matches “1 mars”.');
});

test('a secret is never echoed; what was taken out is said, and a doubtful one needs one more Enter', async () => {
	const {session, harness} = asking(secret());
	await harness.isAsked('(not shown as you type): ');
	harness.type('\r');
	await harness.hears('Infrastructure user: The key is missing: paste it.');
	harness.type('a'.repeat(43) + '1\r');
	await harness.hears('44 characters');
	await harness.hears('NOTE  This looks like an IBM Cloud API key.');
	assert.equal(session.replies.length, 0);
	harness.type(`${key.slice(0, 30)} ${key.slice(30)}\r`);
	await harness.until(() => session.replies.length > 0);
	await harness.hears('Spaces and line breaks were taken out.');
	assert.ok(!harness.said.includes(key.slice(0, 20)));
	const reply = session.replies[0];
	assert.ok(reply?.kind === 'secret' && reply.secret.matches((value) => value === key));
});

test('Enter takes a doubtful secret all the same', async () => {
	const value = `${'a'.repeat(43)}1`;
	const [reply] = await replies(secret(), `${value}\r`, '\r');
	assert.ok(reply?.kind === 'secret' && reply.secret.matches((revealed) => revealed === value));
});

test('a pasted secret comes with or without marks, and with line breaks', async () => {
	for (const paste of [
		`${key}\r`,
		`\u001B[200~${key}\r\n\u001B[201~\r`,
		`${key.slice(0, 32)}\r${key.slice(32)}\r`,
	]) {
		// oxlint-disable-next-line no-await-in-loop
		const [reply] = await replies(secret(), paste);
		assert.ok(reply?.kind === 'secret' && reply.secret.matches((value) => value === key));
	}
});

test('words do what they say also where a secret is asked', async () => {
	const {session, harness} = asking(secret());
	harness.type('?\rback\r');
	await harness.until(() => session.calls.length > 0);
	assert.match(harness.said, /Infrastructure user: the user of the classic/);
	assert.deepEqual(session.calls, ['back']);
});

test('a text has a default in words, or is refused with the name of the field', async () => {
	assert.deepEqual(await replies(text({initial: 'ada'}), '\r'), [{kind: 'text', text: 'ada'}]);
	const {harness} = asking(text());
	await harness.isAsked('Infrastructure user: ');
	harness.type('\r');
	await harness.hears('Infrastructure user: Type a username.');
});

test('a confirmation is handed over as it was typed, and what the session says of it is said', async () => {
	const question = typedConfirm({expected: 'back Ünïted'});
	const session = new StagedSession({kind: 'question', step: 'confirm', question, canGoBack: true});
	session.onReply = () => {
		session.ask({...question, mismatch: say('That is not the name.')}, 'confirm');
	};
	const harness = new LineModeHarness(session);
	await harness.isAsked('Confirmation: ');
	harness.type('Back Ünïted\r');
	await harness.hears('Confirmation: That is not the name.');
	harness.type('\r');
	await harness.until(() => harness.said.split('That is not the name.').length === 3);
	assert.deepEqual(session.replies, [
		{kind: 'confirmed', text: 'Back Ünïted'},
		{kind: 'confirmed', text: ''},
	]);
});

test('an account that is named like a word can be confirmed', async () => {
	const {session, harness} = asking(typedConfirm({expected: 'back'}));
	await harness.isAsked(': ');
	harness.type('back\r');
	await harness.until(() => session.replies.length > 0);
	assert.deepEqual(session.calls, []);
});

test('a key in a visible line is refused and never written', async () => {
	const {session, harness} = asking(chooseOne());
	await harness.isAsked(': ');
	harness.type(key.slice(0, 40));
	harness.type(`${key.slice(40)}\r`);
	await harness.hears('Infrastructure user: That looks like an API key');
	harness.type(key);
	await harness.until(() => harness.said.split('That looks like').length === 3);
	harness.type('\r1\r');
	await harness.until(() => session.replies.length > 0);
	assert.ok(!harness.said.includes(key.slice(0, 12)));
	assert.ok(!harness.said.includes(key.slice(-12)));
});

test('while a list is read, words do what they say and answers wait', async () => {
	const loading = chooseOne({
		options: [],
		loading: {state: 'loading', command: 'ibmcloud sl user list', startedAt: Date.now() - 9500},
	});
	const {session, harness} = asking(loading);
	harness.type('back\rIBM1234567\r');
	await harness.until(() => session.calls.includes('back'));
	await harness.hears('Still reading: ibmcloud sl user list (10 s)');
	assert.deepEqual(session.replies, []);
	session.ask(chooseOne());
	await harness.until(() => session.replies.length > 0);
	assert.deepEqual(session.replies, [{kind: 'option', value: 'IBM1234567'}]);
	assert.equal(harness.said.split('Which infrastructure user?').length, 2, 'the question is said once');
});

test('a list that failed says why, and what was typed for the list does not answer the failure', async () => {
	const {session, harness} = asking(
		chooseOne({options: [], loading: {state: 'loading', command: 'list', startedAt: Date.now()}}),
	);
	harness.type('1\r');
	await harness.hears('Which infrastructure user?');
	session.ask(
		chooseOne({
			options: [],
			loading: {state: 'failed', error: networkError},
			actions: [{action: {kind: 'retry-users'}, label: say('Try again')}],
		}),
	);
	await harness.isAsked('Number, or the name in full: ');
	assert.match(
		harness.said,
		/FAILED {2}IBM Cloud could not be reached\.[^]*dial tcp: no such host\n1\. Try again/,
	);
	assert.deepEqual(session.acts, []);
	harness.type('1\r');
	await harness.until(() => session.acts.length > 0);
	assert.deepEqual(session.acts, [{kind: 'retry-users'}]);
});

test('Ctrl-C, Ctrl-D and quit leave; the terminal is cooked again in the end', async () => {
	for (const leaving of [keys['ctrl-c'], keys['ctrl-d'], 'quit\r', `half a line${keys['ctrl-c']}`]) {
		const {session, harness} = asking(chooseOne());
		harness.type(leaving);
		// oxlint-disable-next-line no-await-in-loop
		await harness.until(() => session.calls.includes('leave'));
		assert.equal(harness.input.isRaw, true);
		session.end(report([], {outcome: 'interrupted', exitStatus: 130}));
		// oxlint-disable-next-line no-await-in-loop
		await harness.done;
		harness.lease.giveBack();
		assert.equal(harness.input.isRaw, false);
		assert.match(harness.said, /Stopped\. Nothing was changed\.\n$/);
	}
});

test('nothing that is said has an escape character, whoever wrote it', async () => {
	const {harness} = asking(
		chooseOne({options: [{...(users[0] ?? assert.fail()), details: ['\u001B[31mred\u001B[0m\nline']}]}),
	);
	await harness.isAsked(': ');
	harness.type('\u001B[Aada\u001B[D\r');
	await harness.hears('One entry matches “ada”');
	// `\b` goes back within the line being typed.
	assert.doesNotMatch(harness.said, /[\u0000-\u0007\u0009\u000B-\u001F\u007F-\u009F]/);
});
