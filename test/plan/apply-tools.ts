import type {InfraPermissions, Outcome, Credential} from '../../source/ibmcloud/types.ts';
import type {ApplyTools} from '../../source/plan/apply-tools.ts';
import {applyPlan, type ApplyOptions} from '../../source/plan/apply.ts';
import type {Ground} from '../../source/plan/ground.ts';
import type {Plan, Scope, ScopeResult, ScopeState} from '../../source/plan/plan.ts';
import {failure, permissions, set, username} from './plans.ts';

export const ground: Ground = {
	accountId: 'account-1',
	accountName: 'Example Account',
	group: {id: 'group-1', name: 'default'},
};

/** What the tools answer, by region where an answer differs; each call takes one more from a list, the last one stays. */
export interface Answers {
	readonly ground: ReadonlyArray<Ground | undefined>;
	readonly write: (scope: Scope, signal: AbortSignal) => Outcome<void> | Promise<Outcome<void>>;
	readonly read: ReadonlyArray<Outcome<Credential>>;
	readonly permissions: ReadonlyArray<Outcome<InfraPermissions>>;
	readonly record: Outcome<void>;
}

const done: Outcome<void> = {ok: true, value: undefined};

/** Tools over a clock that only sleeping moves, with a log of every call in its order. */
export class FakeTools implements ApplyTools {
	readonly calls: string[] = [];
	/** Called after each call, with the line of the log. */
	onCall: (call: string) => void = () => {};
	readonly #answers: Answers;
	readonly #taken = new Map<string, number>();
	#clock = 0;
	/** All at once, unless a test says otherwise. */
	readonly concurrency: number;

	constructor(answers: Partial<Answers> = {}, concurrency = 64) {
		this.concurrency = concurrency;
		this.#answers = {
			ground: [ground],
			write: () => done,
			read: [set(username)],
			permissions: [{ok: true, value: permissions()}],
			record: done,
			...answers,
		};
	}

	async ground({region}: Scope): Promise<Ground | undefined> {
		this.#log(`ground ${region}`);
		return this.#next(`ground ${region}`, this.#answers.ground);
	}

	async write(scope: Scope, {change}: Plan, signal: AbortSignal): Promise<Outcome<void>> {
		this.#log(`write ${scope.region} ${change.kind === 'set' ? change.pair.username : 'none'}`);
		return this.#answers.write(scope, signal);
	}

	async read({region}: Scope, expected: string | null): Promise<Outcome<Credential>> {
		this.#log(`read ${region} ${expected}`);
		return this.#next(`read ${region}`, this.#answers.read) ?? failure('unreadable');
	}

	async permissions({region}: Scope): Promise<Outcome<InfraPermissions>> {
		this.#log(`permissions ${region}`);
		return this.#next(`permissions ${region}`, this.#answers.permissions) ?? failure('network');
	}

	async record(event: Parameters<ApplyTools['record']>[0]): Promise<Outcome<void>> {
		const result = event.kind === 'end' ? ` ${event.result.kind}` : '';
		this.#log(`record ${event.kind} ${event.planned.scope.region}${result}`);
		return this.#answers.record;
	}

	now(): number {
		return this.#clock;
	}

	async sleep(milliseconds: number): Promise<void> {
		this.#log(`sleep ${milliseconds}`);
		this.#clock += milliseconds;
	}

	#log(call: string): void {
		this.calls.push(call);
		this.onCall(call);
	}

	#next<Value>(name: string, values: readonly Value[]): Value | undefined {
		const index = this.#taken.get(name) ?? 0;
		this.#taken.set(name, index + 1);
		return values[Math.min(index, values.length - 1)];
	}
}

/** Applies a plan and gives the result of every scope, and the states it went through. */
export async function apply(
	plan: Plan,
	tools: FakeTools,
	options: Partial<ApplyOptions> = {},
): Promise<{results: Array<ScopeResult | undefined>; states: string[]}> {
	const results: Array<ScopeResult | undefined> = plan.scopes.map(() => undefined);
	const states: string[] = [];
	const never = new AbortController().signal;
	await applyPlan(plan, [...plan.scopes.keys()], tools, {
		stop: never,
		abort: never,
		wasWritten: () => false,
		onState: (index: number, state: ScopeState) => {
			states.push(`${index} ${state.kind}`);
			if (state.kind === 'done') {
				results[index] = state.result;
			}
		},
		...options,
	});
	return {results, states};
}
