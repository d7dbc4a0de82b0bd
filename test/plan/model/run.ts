import {setMaxListeners} from 'node:events';
import {applyPlan} from '../../../source/plan/apply.ts';
import type {Change, Pair, Plan, PlannedScope, ScopeState} from '../../../source/plan/plan.ts';
import {Secret} from '../../../source/secrets/secret.ts';
import {VirtualClock} from './clock.ts';
import type {History, ScopeHistory} from './history.ts';
import type {Ended} from './ended.ts';
import {linkedAccount, regionOf, reviewed, Service} from './service.ts';

/** Runs a history, and returns what was planned, what the service saw, and the results. */
export async function live(
	history: History,
): Promise<{readonly plan: Plan; readonly service: Service; readonly scopes: readonly Ended[]}> {
	const clock = new VirtualClock();
	const service = new Service(history, clock);
	const plan = planOf(history);
	const stop = new AbortController();
	const abort = new AbortController();
	setMaxListeners(0, stop.signal, abort.signal);
	const {interruption} = history;
	if (interruption !== undefined && interruption.kind !== 'death') {
		clock.at(interruption.at, () => {
			stop.abort();
			if (interruption.kind === 'abort') {
				abort.abort();
			}
		});
	}

	const states = plan.scopes.map((): ScopeState[] => []);
	const applied = applyPlan(plan, [...plan.scopes.keys()], service, {
		stop: stop.signal,
		abort: abort.signal,
		wasWritten: () => false,
		onState: (index, state) => states[index]?.push(state),
	});
	await clock.run(applied, interruption?.kind === 'death' ? interruption.at : undefined);
	return {
		plan,
		service,
		scopes: plan.scopes.map((planned, index) => {
			const state = service.scopes.get(planned.scope.region);
			if (state === undefined) {
				throw new Error(`There is no scope in ${planned.scope.region}`);
			}

			const reported = states[index] ?? [];
			const last = reported.at(-1);
			return {
				planned,
				result: last?.kind === 'done' ? last.result : undefined,
				states: reported,
				calls: state.calls,
				history: state.history,
			};
		}),
	};
}

export function planOf({scopes, writer, onlyIfCurrent}: History): Plan {
	return {
		account: reviewed.account,
		linkedAccount,
		restrictedRegions: [],
		writer,
		...(onlyIfCurrent === undefined ? {} : {onlyIfCurrent}),
		scopes: scopes.map((scope, index) => plannedOf(scope, index)),
	};
}

function plannedOf({before, after, key}: ScopeHistory, index: number): PlannedScope {
	const change: Change =
		after === null ? {kind: 'unset'} : {kind: 'set', pair: pairOf(after, key === 'checked')};
	return {
		scope: {region: regionOf(index), group: {id: 'group-1', name: 'default'}},
		change,
		before: {ok: true, value: before},
		effect: 'unknown',
		clusters: [],
	};
}

function pairOf(username: string, isChecked: boolean): Pair {
	const account = /^\d+/.exec(username)?.[0];
	return {
		username,
		apiKey: new Secret('made-up-key'),
		...(account === undefined ? {} : {account}),
		mayBeChecked: true,
		isChecked,
	};
}
