import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Progress, Review} from '../../../source/wizard/view.ts';
import {StagedSession, say} from '../../support/staged-session.ts';
import {InkHarness} from './harness.ts';
import {keys} from '../../support/keys.ts';

function review(change: Partial<Review> = {}, warnings = 0): Review {
	return {
		change: 'set',
		writer: 'cli',
		isComplete: true,
		waitingFor: undefined,
		scopes: [],
		pairAccount: '1234567',
		linkedAccount: '1234567',
		pairCheck: undefined,
		commands: [],
		dangers: [],
		warnings: Array.from({length: warnings}, (_item, index) => say(`Warning number ${index + 1}.`)),
		blocker: undefined,
		actions: [
			{action: {kind: 'apply'}, label: say('Apply')},
			{action: {kind: 'change', step: 'user'}, label: say('Change the user')},
			{action: {kind: 'quit'}, label: say('Quit')},
		],
		plan: undefined,
		...change,
	};
}

function harnessOf(value: Review, options?: ConstructorParameters<typeof InkHarness>[1]): InkHarness {
	return new InkHarness(new StagedSession({kind: 'review', review: value}), options);
}

test('Enter typed while the review is being read does nothing; Apply is first when it is complete', async () => {
	const terminal = harnessOf(
		review({
			isComplete: false,
			actions: [],
			waitingFor: {command: 'ibmcloud ks credential get', startedAt: Date.now()},
		}),
	);
	await terminal.sees('credential get');
	terminal.type(keys.enter + keys.enter);
	terminal.session.show({kind: 'review', review: review()});
	terminal.type(keys.enter);
	await terminal.sees('❯ Apply');
	assert.deepEqual([terminal.session.acts, terminal.session.calls], [[], ['reviewShown']]);
	terminal.type(keys.enter);
	await terminal.until(() => terminal.session.acts.length === 1);
	assert.deepEqual(terminal.session.acts, [{kind: 'apply'}]);
	await terminal.end();
});

test('a review that does not fit is applied only when its end has been on the screen', async () => {
	const terminal = harnessOf(review({}, 40));
	await terminal.sees('❯ Show the rest (1/3)');
	assert.ok(!terminal.screen().includes('Apply'));
	assert.deepEqual(terminal.session.calls, []);
	// The second Enter was typed before the second part was on the screen.
	terminal.type(keys.enter + keys.enter);
	await terminal.sees('❯ Show the rest (2/3)');
	await terminal.read();
	assert.ok(terminal.screen().includes('(2/3)'));
	terminal.type(keys.enter);
	await terminal.sees('❯ Apply');
	assert.ok(terminal.screen().includes('Warning number 40.'));
	assert.deepEqual([terminal.session.acts, terminal.session.calls], [[], ['reviewShown']]);
	terminal.type(keys['page-up']);
	await terminal.until(() => !terminal.screen().includes('Warning number 40.'));
	terminal.type(keys.enter);
	await terminal.until(() => terminal.session.acts.length === 1);
	assert.deepEqual(terminal.session.acts, [{kind: 'apply'}]);
	await terminal.end();
});

test('the commands are shown in place of the review, and the way back leads to it, not to another step', async () => {
	const scope = {region: 'eu-de', group: {id: 'g1', name: 'default'}} as const;
	const terminal = harnessOf(
		review({
			commands: [{scopes: [scope], command: 'ibmcloud ks credential set classic'}],
			actions: [
				{action: {kind: 'apply'}, label: say('Apply')},
				{action: {kind: 'show-commands'}, label: say('Show the commands')},
			],
		}),
	);
	await terminal.sees('❯ Apply');
	assert.ok(!terminal.screen().includes('credential set'));
	terminal.type(keys.down + keys.enter);
	await terminal.sees('❯ Back to the review');
	assert.match(terminal.screen(), /eu-de \/ default\n +ibmcloud ks credential set classic\n.*process list/u);
	terminal.type(keys.escape);
	await terminal.sees('❯ Apply');
	assert.deepEqual([terminal.session.acts, terminal.session.calls], [[], ['reviewShown', 'reviewShown']]);
	await terminal.end();
});

test('jumping to the end is not reading it all', async () => {
	const terminal = harnessOf(review({}, 40));
	await terminal.sees('❯ Show the rest (1/3)');
	terminal.type(keys.end);
	await terminal.sees('Warning number 40.');
	await terminal.sees('❯ Show the rest');
	assert.deepEqual(terminal.session.calls, []);
	terminal.type(keys.enter);
	await terminal.sees('❯ Show the rest (2/3)');
	terminal.type(keys.enter);
	await terminal.sees('❯ Apply');
	assert.deepEqual(terminal.session.calls, ['reviewShown']);
	await terminal.end();
});

test('a review in a window that is too small has not been shown', async () => {
	const terminal = harnessOf(review(), {columns: 39});
	await terminal.sees('too small');
	await terminal.read();
	terminal.type(keys.enter);
	await terminal.read();
	assert.deepEqual([terminal.session.acts, terminal.session.calls], [[], []]);
	terminal.output.resize(40, 12);
	await terminal.sees('❯ Apply');
	assert.deepEqual(terminal.session.calls, ['reviewShown']);
	await terminal.end();
});

test('a blocker offers what mends it first', async () => {
	const terminal = harnessOf(
		review({
			blocker: {
				exitStatus: 3,
				message: say('The scope cannot be read.'),
				remedy: undefined,
				error: undefined,
				actions: [{action: {kind: 'retry-review'}, label: say('Try again')}],
			},
			actions: [
				{action: {kind: 'retry-review'}, label: say('Try again')},
				{action: {kind: 'change', step: 'user'}, label: say('Change the user')},
				{action: {kind: 'quit'}, label: say('Quit')},
			],
		}),
	);
	await terminal.sees('❯ Try again');
	terminal.type(keys.up + keys.enter);
	await terminal.until(() => terminal.session.acts.length === 1);
	assert.deepEqual(terminal.session.acts, [{kind: 'quit'}]);
	await terminal.end();
});

test('while applying, Esc and Enter do nothing; what is offered then is not taken by an earlier Enter', async () => {
	const board: Progress = {scopes: [], isLeaving: false, actions: []};
	const terminal = new InkHarness(new StagedSession({kind: 'apply', progress: board}));
	await terminal.sees('Ctrl-C quit');
	terminal.type(keys.enter);
	terminal.type(keys.escape);
	terminal.session.show({
		kind: 'apply',
		progress: {
			...board,
			actions: [
				{action: {kind: 'retry-failed'}, label: say('Try again')},
				{action: {kind: 'finish'}, label: say('Finish')},
			],
		},
	});
	terminal.type(keys.enter);
	await terminal.sees('❯ Try again');
	await terminal.read();
	assert.deepEqual([terminal.session.acts, terminal.session.calls], [[], []]);
	terminal.type(keys.down + keys.enter);
	await terminal.until(() => terminal.session.acts.length === 1);
	assert.deepEqual(terminal.session.acts, [{kind: 'finish'}]);
	await terminal.end();
});

test('no frame is as high as its window, in any size', async () => {
	const sizes = [
		[40, 12],
		[40, 15],
		[60, 18],
		[80, 24],
		[120, 40],
	] as const;
	const reviews = [review({}, 60), review({isComplete: false, actions: []}, 60)];
	const cases = reviews.flatMap((value) => sizes.map(([columns, rows]) => ({value, columns, rows})));
	for (const {value, columns, rows} of cases) {
		const terminal = harnessOf(value, {columns, rows});
		// oxlint-disable-next-line no-await-in-loop
		await terminal.sees('Show the rest');
		assert.equal(terminal.rows().at(-1), '', `${columns}×${rows}`);
		assert.ok(
			terminal.rows().some((row) => row.startsWith('Enter choose')),
			`${columns}×${rows}`,
		);
		// oxlint-disable-next-line no-await-in-loop
		await terminal.end();
	}
});
