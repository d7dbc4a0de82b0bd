import {setMaxListeners} from 'node:events';
import type {ApplyDependencies} from '../../plan/apply-dependencies.ts';
import {applyPlan} from '../../plan/apply.ts';
import type {Plan, ScopeProgress, ScopeState} from '../../plan/plan.ts';
import {canBeRetried, resultOf} from '../../plan/status.ts';
import type {ScopeToReview} from '../context.ts';
import {isBusy} from './progress.ts';
import {leftAtOnce} from './leaving.ts';

/** A plan while it is applied: how far every scope is, and the two ways to stop. */
export class ApplicationRun {
	readonly plan: Plan;

	readonly #dependencies: ApplyDependencies;
	readonly #onChange: () => void;
	readonly #stop = new AbortController();
	readonly #abort = new AbortController();
	#scopes: readonly ScopeProgress[];
	#isMended = false;

	/** @param onChange called after each change of a scope's state. */
	constructor(plan: Plan, dependencies: ApplyDependencies, onChange: () => void) {
		this.plan = plan;
		this.#dependencies = dependencies;
		this.#onChange = onChange;
		// Every wait of every scope listens, and Node would warn of more than ten.
		setMaxListeners(0, this.#stop.signal, this.#abort.signal);
		this.#scopes = plan.scopes.map((planned) => ({planned, state: {kind: 'pending'}}));
	}

	get scopes(): readonly ScopeProgress[] {
		return this.#scopes;
	}

	get isBusy(): boolean {
		return isBusy(this.#scopes);
	}

	/** Whether the operator has logged in since scopes failed. */
	get isMended(): boolean {
		return this.#isMended;
	}

	/** The operator has logged in: what failed can be tried again. */
	noteMended(): void {
		this.#isMended = true;
		this.#onChange();
	}

	/**
	 * Applies every scope that has not been applied yet, has failed, or is not known; resolves when none is in flight any
	 * more. What differs, or lies where the target has changed, is not set again without a look at it.
	 */
	async run(): Promise<void> {
		const open = [...this.#scopes.keys()].filter((index) => isOpen(this.#scopes[index]));
		const written = new Set(open.filter((index) => wasWritten(this.#scopes[index])));
		for (const index of open) {
			this.#set(index, {kind: 'pending'});
		}

		this.#isMended = false;
		this.#onChange();
		await applyPlan(this.plan, open, this.#dependencies, {
			stop: this.#stop.signal,
			abort: this.#abort.signal,
			wasWritten: (index) => written.has(index),
			onState: (index, state) => {
				// What was said to be unknown when the session left stays so.
				if (!this.#abort.signal.aborted) {
					this.#set(index, state);
					this.#onChange();
				}
			},
		});
	}

	/** The scopes in which nothing was written because something else was set there than the review had shown. */
	get changedSinceReview(): ScopeToReview[] {
		return this.#scopes.flatMap((progress) => {
			const result = resultOf(progress);
			return result?.kind === 'changed-since-review'
				? [{scope: progress.planned.scope, reviewed: result.reviewed}]
				: [];
		});
	}

	/** Lets what is in flight finish and be read back, and starts nothing new. */
	stop(): void {
		this.#stop.abort();
	}

	/** Ends what is in flight; those scopes are unknown from now on. */
	abort(): void {
		this.#stop.abort();
		this.#abort.abort();
		this.#scopes = this.#scopes.map((scope) => leftAtOnce(scope));
	}

	#set(index: number, state: ScopeState): void {
		this.#scopes = this.#scopes.map((scope, position) => (position === index ? {...scope, state} : scope));
	}
}

/**
 * A scope in which the change may be in force already, so that it is read before anything is set again. A renewal reads
 * back the same whether it is or not: only setting the same pair once more makes it known.
 */
function wasWritten(scope: ScopeProgress | undefined): boolean {
	const result = scope === undefined ? undefined : resultOf(scope);
	return (
		(result?.kind === 'failed' && result.wasSet) ||
		(result?.kind === 'unknown' && scope?.planned.effect !== 'rotation')
	);
}

function isOpen(scope: ScopeProgress | undefined): boolean {
	const result = scope === undefined ? undefined : resultOf(scope);
	return result === undefined || canBeRetried(result);
}
