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

function progress(state: Progress['scopes'][number]['state'], change: Partial<Progress> = {}): Stage {
	return {kind: 'apply', progress: {scopes: [{planned, state}], isLeaving: false, actions: [], ...change}};
}

test('each check is said when it comes to its result, and not again as a line of the transcript', async () => {
	const session = new StagedSession(checks(check('cli'), check('login')));
	const harness = new LineModeHarness(session);
	session.show(checks(check('cli'), check('login', 'as ada')));
	await harness.hears('OK  check login: as ada\n');
	session.show(checks(check('cli', 'version 2'), check('login', 'as ada')));
	await harness.hears('OK  check cli: version 2\n');
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
	await harness.isAsked(': ');
	assert.equal(harness.said.split('check cli').length, 2);
	assert.equal(harness.said.split('check login').length, 2);
	assert.match(harness.said, /OK {2}User: from a flag/);
});

test('an answer is said, also where it reads like a check that was said', async () => {
	const session = new StagedSession(checks(check('region', 'us-south')));
	const harness = new LineModeHarness(session);
	const line = 'OK  check region: us-south\n';
	await harness.hears(line);
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
	await harness.hears('Number, or part of a name');
	assert.equal(harness.said.split(line).length, 3);
});

test('a blocker is said with its remedy and numbered actions; what was typed before does none of them', async () => {
	const session = new StagedSession(checks(check('login')));
	const harness = new LineModeHarness(session);
	harness.type('1\r2\r');
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
	await harness.isAsked('Number: ');
	assert.match(harness.said, /What to do:\n {2}ibmcloud login\n1\. Check again\n2\. Quit\n/);
	assert.deepEqual(session.acts, []);
	harness.type('1\r');
	await harness.until(() => session.acts.length > 0);
	assert.deepEqual(session.acts, [{kind: 'retry'}]);
});

test('the review is said once it is complete, and nothing typed before can apply it', async () => {
	const waitingFor = {command: 'ibmcloud ks credential get', startedAt: Date.now() - 4500};
	const session = new StagedSession(review({isComplete: false, waitingFor, actions: []}));
	const harness = new LineModeHarness(session);
	harness.type('1\r');
	await harness.hears('Still reading: ibmcloud ks credential get (5 s)');
	assert.deepEqual(session.calls, []);
	session.show(review());
	harness.type('1\r');
	await harness.isAsked('Number: ');
	assert.deepEqual(session.acts, []);
	assert.deepEqual(session.calls, ['reviewShown']);
	assert.ok(harness.said.indexOf(newPair) < harness.said.indexOf('1. Apply'));
	harness.type('1\r');
	await harness.until(() => session.acts.length > 0);
	assert.deepEqual(session.acts, [{kind: 'apply'}]);
});

test('Enter alone applies nothing, and neither does a number that is not there', async () => {
	const session = new StagedSession(review());
	const harness = new LineModeHarness(session);
	await harness.isAsked('Number: ');
	harness.type('\r');
	harness.type('7\r');
	await harness.until(() => harness.said.split('Type a number from 1 to 4.').length === 3);
	assert.deepEqual(session.acts, []);
});

test('what will run is said to who asks for it, and applies nothing', async () => {
	const session = new StagedSession(review());
	const harness = new LineModeHarness(session);
	await harness.isAsked('Number: ');
	assert.doesNotMatch(harness.said, /credential set classic/);
	harness.type('2\r');
	await harness.hears('What will run:\n  eu-de / default\n  ibmcloud ks credential set classic\n');
	assert.deepEqual(session.acts, []);
});

test('a review that changes is said whole again, and has to be heard again', async () => {
	const session = new StagedSession(review());
	const harness = new LineModeHarness(session);
	await harness.isAsked('Number: ');
	session.show(review({warnings: [say('Something else is set now.')]}));
	harness.type('1\r');
	await harness.until(() => session.calls.length === 2);
	assert.equal(harness.said.split(newPair).length, 3);
	assert.deepEqual(session.acts, []);
});

test('a scope is said at each change of its state, and the end does not repeat it', async () => {
	const session = new StagedSession(progress({kind: 'pending'}));
	const harness = new LineModeHarness(session);
	session.show(progress({kind: 'setting', startedAt: Date.now()}));
	await harness.hears('eu-de / default  setting...');
	session.show(progress({kind: 'reading-back', startedAt: Date.now()}));
	await harness.hears('eu-de / default  sent; reading back...');
	const done = {
		kind: 'done',
		durationMs: 900,
		result: {kind: 'verified', username: 'ada', provenBy: 'pair-check'},
	} as const;
	session.show(progress(done));
	session.end(report([{planned, state: done}], {plan: undefined}));
	await harness.done;
	assert.equal(harness.said.split('verified: ada').length, 2);
	assert.doesNotMatch(harness.said, /waiting/);
	assert.match(harness.said, /Verified: the credential is set\./);
});

test('quit at progress with failures says what was set, and does not claim that nothing was changed', async () => {
	const session = new StagedSession(
		progress(
			{kind: 'done', durationMs: 1, result: {kind: 'unknown'}},
			{
				actions: [
					{action: {kind: 'retry-failed'}, label: say('Try again')},
					{action: {kind: 'finish'}, label: say('Finish')},
				],
			},
		),
	);
	const harness = new LineModeHarness(session);
	await harness.isAsked('Number: ');
	harness.type('quit\r');
	await harness.until(() => session.acts.length > 0);
	assert.deepEqual(session.acts, [{kind: 'finish'}]);
});

test('where there is no step to go back to, that is said', async () => {
	const session = new StagedSession(review());
	const harness = new LineModeHarness(session);
	await harness.isAsked('Number: ');
	harness.type('back\r');
	await harness.hears('There is no step to go back to.');
});
