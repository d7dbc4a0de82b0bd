import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {WriteOutcome} from '../../source/ibmcloud/types.ts';
import type {ApplyDependencies} from '../../source/plan/apply-dependencies.ts';
import {applyPlan} from '../../source/plan/apply.ts';
import {changedIn, mayStray} from '../../source/plan/default-group.ts';
import {nextSteps} from '../../source/plan/next-steps.ts';
import {
	expectedOf,
	type Plan,
	type PlannedScope,
	type Scope,
	type ScopeProgress,
} from '../../source/plan/plan.ts';
import {statusOfScopes} from '../../source/plan/status.ts';
import {cluster, ended as scopeEnded, failure, none, pair, plan, planned, set, username} from './plans.ts';

const defaultGroup = {id: 'group-1', name: 'default'};
const payments = {id: 'group-2', name: 'payments'};
const old = '1234567_old@example.com';

/** A service that keeps one credential for each group, and whose API may change the default group instead. */
class Service implements Pick<ApplyDependencies, 'read' | 'write'> {
	readonly stored = new Map<string, string>();
	readonly writes: string[] = [];
	outcome: WriteOutcome = {kind: 'done'};
	readonly #strays: boolean;

	constructor(strays: boolean) {
		this.#strays = strays;
	}

	async read({group, region}: Scope): ReturnType<ApplyDependencies['read']> {
		const name = this.stored.get(`${region} ${group.name}`);
		return name === undefined ? none : set(name);
	}

	async write({group, region}: Scope): Promise<WriteOutcome> {
		this.writes.push(`${region} ${group.name}`);
		if (this.outcome.kind !== 'refused') {
			this.stored.set(`${region} ${this.#strays ? defaultGroup.name : group.name}`, username);
		}

		return this.outcome;
	}
}

/** Applies a plan whose scopes have nothing set, and returns how they ended. */
async function applied(service: Service, reviewed: Plan): Promise<ScopeProgress[]> {
	const ended: ScopeProgress[] = reviewed.scopes.map((scope) => ({planned: scope, state: {kind: 'pending'}}));
	const never = new AbortController().signal;
	const tools: ApplyDependencies = {
		target: async () => undefined,
		permissions: async () => failure('role-too-low'),
		record: async () => ({ok: true, value: undefined}),
		concurrency: 8,
		now: () => 0,
		sleep: async () => {},
		read: async (scope) => service.read(scope),
		write: async (scope) => service.write(scope),
	};
	await applyPlan(reviewed, [...reviewed.scopes.keys()], tools, {
		stop: never,
		abort: never,
		wasWritten: () => false,
		onState: (index, state) => {
			const scope = reviewed.scopes[index];
			if (scope !== undefined) {
				ended[index] = {planned: scope, state};
			}
		},
	});
	return ended;
}

function kindsOf(scopes: readonly ScopeProgress[]): unknown[] {
	return scopes.map(({state}) => (state.kind === 'done' ? state.result.kind : state.kind));
}

function planFor(groups: readonly Scope['group'][], more: Partial<Plan> = {}): Plan {
	const scopes = groups.map((group) => planned({scope: {region: 'us-south', group}}));
	return plan(scopes, {writer: 'api', defaultGroup, ...more});
}

test('a change by the API may stray, but for one of the default group, or of a plan that changes that, too', () => {
	const here = planned({scope: {region: 'us-south', group: payments}});
	const byDefault = planned({scope: {region: 'us-south', group: defaultGroup}});
	const elsewhere = planned({scope: {region: 'eu-de', group: defaultGroup}});
	const may = (scope: PlannedScope, scopes: readonly PlannedScope[], more: Partial<Plan> = {}): boolean =>
		mayStray(scope, plan(scopes, {writer: 'api', defaultGroup, ...more}));
	assert.equal(may(here, [here]), true);
	assert.equal(may(here, [here, elsewhere]), true);
	assert.equal(may(here, [here, byDefault]), false);
	assert.equal(may(byDefault, [byDefault]), false);
	assert.equal(may(here, [here], {writer: 'cli'}), false);
	assert.equal(mayStray(here, plan([here], {writer: 'api'})), false);
});

test('where the default group cannot be read, or somebody else changes it meanwhile, nothing is said of it', async () => {
	class Unreadable extends Service {
		override async read(scope: Scope): ReturnType<Service['read']> {
			return scope.group.name === 'default' ? failure('role-too-low') : super.read(scope);
		}
	}
	class Shared extends Service {
		override async write(scope: Scope): Promise<WriteOutcome> {
			this.stored.set('us-south default', old);
			return super.write(scope);
		}
	}
	assert.deepEqual(kindsOf(await applied(new Unreadable(false), planFor([payments]))), ['set-not-proven']);
	assert.deepEqual(kindsOf(await applied(new Shared(false), planFor([payments]))), ['set-not-proven']);
	class Theirs extends Service {
		override outcome: WriteOutcome = {kind: 'refused', error: failure('api-declined').error};
		override async write(scope: Scope): Promise<WriteOutcome> {
			this.stored.set('us-south default', username);
			return super.write(scope);
		}
	}
	assert.deepEqual(kindsOf(await applied(new Theirs(false), planFor([payments]))), ['failed']);
});

test('what strayed is a change of the default group, from what was there', () => {
	const change = {kind: 'unset'} as const;
	const strayed = (was: string | null, more: Partial<PlannedScope> = {}): ScopeProgress =>
		scopeEnded(
			{kind: 'wrong-group', insteadOf: payments, group: defaultGroup, was, now: username},
			{scope: {region: 'us-south', group: payments}, clusters: [cluster], ...more},
		);
	const scope = {region: 'us-south', group: defaultGroup} as const;
	const {change: setting} = planned();
	assert.deepEqual(
		{...changedIn(strayed(null), plan([])), change: undefined},
		{scope, change: undefined, before: none, effect: 'first', clusters: undefined},
	);
	assert.equal(changedIn(strayed(null, {change: setting}), plan([])).change, setting);
	assert.deepEqual(changedIn(strayed(old, {change}), plan([], {linkedAccount: '7654321'})), {
		scope,
		change,
		before: set(old),
		effect: 'other-account',
		clusters: undefined,
	});
	assert.equal(changedIn(strayed(old, {change}), plan([])).effect, 'other-user');
	assert.equal(changedIn(strayed('7654321_x@example.com'), plan([])).effect, 'other-account');
	const theirs = {kind: 'set', pair: pair({username: '7654321_y@example.com', account: '7654321'})} as const;
	assert.equal(changedIn(strayed('7654321_x@example.com', {change: theirs}), plan([])).effect, 'other-user');
});

test('where the API changes the default group instead, that is the result, with what was there and is there now', async () => {
	const service = new Service(true);
	service.stored.set('us-south default', old);
	const ended = await applied(service, planFor([payments]));
	assert.deepEqual(ended[0]?.state.kind === 'done' && ended[0].state.result, {
		kind: 'wrong-group',
		insteadOf: payments,
		group: defaultGroup,
		was: old,
		now: username,
	});
	assert.equal(statusOfScopes(ended), 4);
});

test('a change that strayed is undone where it is, and finished by the command', async () => {
	const service = new Service(true);
	service.stored.set('us-south default', old);
	const reviewed = planFor([payments]);
	const scopes = await applied(service, reviewed);
	const steps = nextSteps(reviewed, {scopes, keyReference: {kind: 'environment'}});
	assert.match(steps.undo.join('\n'), new RegExp(`${old}.*--resource-group=default`));
	assert.match(steps.finish.join('\n'), /--via=cli .*--resource-group=payments/);
	assert.deepEqual(steps.undoNeedsKeyOf, [old]);
});

test('an answer that was lost does not hide that the default group was changed', async () => {
	const service = new Service(true);
	service.outcome = {kind: 'open', error: failure('api-no-answer').error};
	assert.deepEqual(kindsOf(await applied(service, planFor([payments]))), ['wrong-group']);
});

test('where the API follows the group, and where the command writes, nothing is said of the default group', async () => {
	assert.deepEqual(kindsOf(await applied(new Service(false), planFor([payments]))), ['set-not-proven']);
	const byCommand = await applied(new Service(true), planFor([payments], {writer: 'cli'}));
	assert.deepEqual(kindsOf(byCommand), ['differs']);
});

test('the user who was in the default group before proves nothing, and a change of both groups is no stray', async () => {
	const service = new Service(false);
	service.stored.set('us-south default', username);
	assert.deepEqual(kindsOf(await applied(service, planFor([payments]))), ['set-not-proven']);
	const both = await applied(new Service(false), planFor([defaultGroup, payments]));
	assert.deepEqual(kindsOf(both), ['set-not-proven', 'set-not-proven']);
});

test('one scope tries it, and the others are left out where it went to the wrong group', async () => {
	const service = new Service(true);
	const regions = ['us-south', 'eu-de', 'au-syd'] as const;
	const scopes = regions.map((region) => planned({scope: {region, group: payments}}));
	const ended = await applied(service, plan(scopes, {writer: 'api', defaultGroup}));
	assert.deepEqual(kindsOf(ended), ['wrong-group', 'not-started', 'not-started']);
	assert.deepEqual(service.writes, ['us-south payments']);
	const followed = await applied(new Service(false), plan(scopes, {writer: 'api', defaultGroup}));
	assert.deepEqual(new Set(kindsOf(followed)), new Set(['set-not-proven']));
	assert.ok(ended.every(({planned: scope}) => expectedOf(scope) === username));
});
