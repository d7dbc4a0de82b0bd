import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Read} from '../../source/ibmcloud/reads.ts';
import type {Settings} from '../../source/wizard/settings.ts';
import {stageOf} from '../../source/wizard/session/stage.ts';
import {
	beginState,
	contextOf,
	type Event,
	type Given,
	type SideEffect,
	type State,
} from '../../source/wizard/session/state.ts';
import {update} from '../../source/wizard/session/update.ts';
import {defaultSettings} from '../support/default-settings.ts';
import {Secret} from '../../source/secrets/secret.ts';
import {FakeSession, jane, key} from '../support/fake-session.ts';

const scope = {region: 'us-south', group: {id: 'group-1', name: 'default'}} as const;

/** Runs a session that is only its update function: of its effects only reads run, answered at once. */
async function after(
	events: readonly Event[],
	options: Partial<Settings> = {},
): Promise<{state: State; effects: readonly SideEffect[]; given: Given}> {
	const given: Given = {reads: new FakeSession().reads, options: {...defaultSettings, ...options}};
	let state = beginState(given.options, undefined);
	let effects: readonly SideEffect[] = [];
	for (const event of [{kind: 'begin'} as const, ...events]) {
		({state, effects} = update(state, event, given));
		// oxlint-disable no-await-in-loop -- one after the other
		for (let reads = started(effects); reads.length > 0;) {
			await Promise.all(reads.map(async (read) => read.start()));
			const read = update(state, {kind: 'read'}, given);
			state = read.state;
			reads = started(read.effects);
		}
		// oxlint-enable no-await-in-loop
	}

	return {state, effects, given};
}

function started(effects: readonly SideEffect[]): ReadonlyArray<Read<unknown>> {
	return effects.flatMap((effect) => (effect.kind === 'start' ? effect.reads : []));
}

const answers: readonly Event[] = [
	{kind: 'reply', reply: {kind: 'option', value: jane.username}},
	{kind: 'reply', reply: {kind: 'secret', secret: new Secret(key)}},
	{kind: 'reply', reply: {kind: 'options', values: ['us-south']}},
];
const applied: readonly Event[] = [
	...answers,
	{kind: 'review-shown'},
	{kind: 'act', action: {kind: 'apply'}},
];

test('to apply is an effect: the plan, and the scopes whose turn it is', async () => {
	const {state, effects} = await after(applied);
	assert.equal(state.mode.kind, 'applying');
	const [effect, ...others] = effects;
	assert.deepEqual(others, []);
	assert.ok(effect?.kind === 'apply');
	assert.deepEqual(
		effect.turn.plan.scopes.map((planned) => planned.scope),
		[scope],
	);
	assert.deepEqual([effect.turn.open, effect.turn.written], [[0], []]);
});

test('what does not fit gives the same state, and wants nothing done', async () => {
	const {state, given} = await after(answers.slice(0, 2));
	const strange: readonly Event[] = [
		{kind: 'act', action: {kind: 'apply'}},
		{kind: 'reply', reply: {kind: 'confirmed', text: ''}},
		{kind: 'scope', index: 0, state: {kind: 'pending'}},
		{kind: 'turn-ended', at: 0},
		{kind: 'read'},
	];
	for (const event of strange) {
		const {state: same, effects} = update(state, event, given);
		assert.equal(same, state, event.kind);
		assert.deepEqual(effects, [], event.kind);
	}
});

test('one who leaves while a scope is set is waited for once, and then not', async () => {
	const {state, given} = await after([
		...applied,
		{kind: 'scope', index: 0, state: {kind: 'setting', startedAt: 0}},
	]);
	const first = update(state, {kind: 'leave', reason: 'terminated'}, given);
	assert.deepEqual(first.effects, [{kind: 'stop'}]);
	const second = update(first.state, {kind: 'leave', reason: 'interrupted'}, given);
	assert.deepEqual(
		second.effects.map(({kind}) => kind),
		['abort', 'end'],
	);
	const stage = stageOf(second.state, contextOf(second.state, given));
	assert.ok(stage.kind === 'end');
	assert.equal(stage.report.exitStatus, 143);
	assert.deepEqual(
		stage.report.scopes.map(({state: {kind, ...more}}) => [kind, 'result' in more && more.result.kind]),
		[['done', 'unknown']],
	);
	assert.equal(update(second.state, {kind: 'turn-ended', at: 0}, given).state, second.state);
});

test('a key is protected before anything shows its answer', async () => {
	const {effects} = await after(answers.slice(0, 2));
	assert.equal(effects[0]?.kind, 'protect');
});
