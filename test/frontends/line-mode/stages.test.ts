import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Progress, Check, Review, Stage} from '../../../source/wizard/view.ts';
import {pair, report} from '../../plan/plans.ts';
import {StagedSession, say} from '../../support/staged-session.ts';
import {chooseOne, users} from '../ink/questions.ts';
import {LineModeHarness} from './harness.ts';

const scope = {region: 'eu-de', group: {id: 'g1', name: 'default'}} as const;
const planned = {
	scope,
	change: {kind: 'unset'},
	before: {ok: true, value: null},
	effect: 'first',
	clusters: [],
} as const;
const adasPair = pair({username: 'ada'});
const newPair = `new: ada, key ${adasPair.apiKey?.fingerprint}`;

function review(change: Partial<Review> = {}): Stage {
	return {
		kind: 'review',
		review: {
			change: 'set',
			writer: 'cli',
			isComplete: true,
			waitingFor: undefined,
			scopes: [{...planned, change: {kind: 'set', pair: adasPair}}],
			pairAccount: '1234567',
			linkedAccount: '1234567',
			pairCheck: undefined,
			commands: [{scopes: [scope], command: 'ibmcloud ks credential set classic'}],
			dangers: [],
			warnings: [],
			blocker: undefined,
			actions: [
				{action: {kind: 'apply'}, label: say('Apply')},
				{action: {kind: 'show-commands'}, label: say('Show the commands')},
				{action: {kind: 'change', step: 'user'}, label: say('Change the user')},
				{action: {kind: 'quit'}, label: say('Quit')},
			],
			plan: undefined,
			...change,
		},
	};
}

function check(id: Check['id'], result?: string, state: Check['state'] = 'fine'): Check {
	const label = say(`check ${id}`);
	return result === undefined ? {id, label, state: 'running'} : {id, label, state, result: say(result)};
}

function checks(...list: readonly Check[]): Stage {
	return {kind: 'checks', checks: list, blocker: undefined};
}

function board(state: Progress['scopes'][number]['state'], change: Partial<Progress> = {}): Stage {
	return {kind: 'apply', progress: {scopes: [{planned, state}], isLeaving: false, actions: [], ...change}};
}

test('each check is said when it comes to its result, and not again as a line of the record', async () => {
	const session = new StagedSession(checks(check('cli'), check('login')));
	const held = new LineModeHarness(session);
	session.show(checks(check('cli'), check('login', 'as ada')));
	await held.hears('OK  check login: as ada\n');
	session.show(checks(check('cli', 'version 2'), check('login', 'as ada')));
	await held.hears('OK  check cli: version 2\n');
	session.show(
		{kind: 'question', step: 'user', question: chooseOne({options: users.slice(0, 2)}), canGoBack: false},
		{
			transcript: [
				{id: '0', about: 'check', state: 'fine', label: say('check cli'), text: say('version 2')},
				{id: '1', about: 'check', state: 'fine', label: say('check login'), text: say('as ada')},
				{id: '2', about: 'answer', state: 'fine', label: say('User'), text: say('from a flag')},
			],
		},
	);
	await held.isAsked(': ');
	assert.equal(held.said.split('check cli').length, 2);
	assert.equal(held.said.split('check login').length, 2);
	assert.match(held.said, /OK {2}User: from a flag/);
});

test('an answer is said, also where it reads like a check that was said', async () => {
	const session = new StagedSession(checks(check('region', 'us-south')));
	const held = new LineModeHarness(session);
	const line = 'OK  check region: us-south\n';
	await held.hears(line);
	const entry = {state: 'fine', label: say('check region'), text: say('us-south')} as const;
	session.show(
		{kind: 'question', step: 'user', question: chooseOne({options: users.slice(0, 2)}), canGoBack: false},
		{
			transcript: [
				{...entry, id: '0', about: 'check'},
				{...entry, id: '1', about: 'answer'},
			],
		},
	);
	await held.hears('Number, or part of a name');
	assert.equal(held.said.split(line).length, 3);
});

test('trouble is said with its remedy and numbered actions; what was typed before does none of them', async () => {
	const session = new StagedSession(checks(check('login')));
	const held = new LineModeHarness(session);
	held.type('1\r2\r');
	session.show({
		kind: 'checks',
		checks: [check('login', 'You are not logged in.', 'missing')],
		blocker: {
			exitStatus: 3,
			message: say('You are not logged in.'),
			remedy: 'ibmcloud login',
			error: undefined,
			actions: [
				{action: {kind: 'retry'}, label: say('Check again')},
				{action: {kind: 'quit'}, label: say('Quit')},
			],
		},
	});
	await held.isAsked('Number: ');
	assert.match(held.said, /What to do:\n {2}ibmcloud login\n1\. Check again\n2\. Quit\n/);
	assert.deepEqual(session.acts, []);
	held.type('1\r');
	await held.until(() => session.acts.length > 0);
	assert.deepEqual(session.acts, [{kind: 'retry'}]);
});

test('the review is said once it is complete, and nothing typed before can apply it', async () => {
	const waitingFor = {command: 'ibmcloud ks credential get', startedAt: Date.now() - 4500};
	const session = new StagedSession(review({isComplete: false, waitingFor, actions: []}));
	const held = new LineModeHarness(session);
	held.type('1\r');
	await held.hears('Still reading: ibmcloud ks credential get (5 s)');
	assert.deepEqual(session.calls, []);
	session.show(review());
	held.type('1\r');
	await held.isAsked('Number: ');
	assert.deepEqual(session.acts, []);
	assert.deepEqual(session.calls, ['reviewShown']);
	assert.ok(held.said.indexOf(newPair) < held.said.indexOf('1. Apply'));
	held.type('1\r');
	await held.until(() => session.acts.length > 0);
	assert.deepEqual(session.acts, [{kind: 'apply'}]);
});

test('Enter alone applies nothing, and neither does a number that is not there', async () => {
	const session = new StagedSession(review());
	const held = new LineModeHarness(session);
	await held.isAsked('Number: ');
	held.type('\r');
	held.type('7\r');
	await held.until(() => held.said.split('Type a number from 1 to 4.').length === 3);
	assert.deepEqual(session.acts, []);
});

test('what will run is said to who asks for it, and applies nothing', async () => {
	const session = new StagedSession(review());
	const held = new LineModeHarness(session);
	await held.isAsked('Number: ');
	assert.doesNotMatch(held.said, /credential set classic/);
	held.type('2\r');
	await held.hears('What will run:\n  eu-de / default\n  ibmcloud ks credential set classic\n');
	assert.deepEqual(session.acts, []);
});

test('a review that changes is said whole again, and has to be heard again', async () => {
	const session = new StagedSession(review());
	const held = new LineModeHarness(session);
	await held.isAsked('Number: ');
	session.show(review({warnings: [say('Something else is set now.')]}));
	held.type('1\r');
	await held.until(() => session.calls.length === 2);
	assert.equal(held.said.split(newPair).length, 3);
	assert.deepEqual(session.acts, []);
});

test('a scope is said at each change of its state, and the end does not repeat it', async () => {
	const session = new StagedSession(board({kind: 'pending'}));
	const held = new LineModeHarness(session);
	session.show(board({kind: 'setting', startedAt: Date.now()}));
	await held.hears('eu-de / default  setting...');
	session.show(board({kind: 'reading-back', startedAt: Date.now()}));
	await held.hears('eu-de / default  sent; reading back...');
	const done = {
		kind: 'done',
		durationMs: 900,
		result: {kind: 'verified', username: 'ada', provenBy: 'pair-check'},
	} as const;
	session.show(board(done));
	session.end(report([{planned, state: done}], {plan: undefined}));
	await held.done;
	assert.equal(held.said.split('verified: ada').length, 2);
	assert.doesNotMatch(held.said, /waiting/);
	assert.match(held.said, /Verified: the credential is set\./);
});

test('quit at a board with failures says what was set, and does not claim that nothing was changed', async () => {
	const session = new StagedSession(
		board(
			{kind: 'done', durationMs: 1, result: {kind: 'unknown'}},
			{
				actions: [
					{action: {kind: 'retry-failed'}, label: say('Try again')},
					{action: {kind: 'finish'}, label: say('Finish')},
				],
			},
		),
	);
	const held = new LineModeHarness(session);
	await held.isAsked('Number: ');
	held.type('quit\r');
	await held.until(() => session.acts.length > 0);
	assert.deepEqual(session.acts, [{kind: 'finish'}]);
});

test('where there is no step to go back to, that is said', async () => {
	const session = new StagedSession(review());
	const held = new LineModeHarness(session);
	await held.isAsked('Number: ');
	held.type('back\r');
	await held.hears('There is no step to go back to.');
});
