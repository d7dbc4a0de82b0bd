import type {
	CliError,
	Credential,
	InfraPermissions,
	Outcome,
	WriteOutcome,
} from '../../../source/ibmcloud/types.ts';
import type {ApplyDependencies, ApplyEvent, CurrentTarget} from '../../../source/plan/apply-dependencies.ts';
import type {JournalEntry} from '../../../source/plan/journal-entry.ts';
import type {Change, Plan, Scope} from '../../../source/plan/plan.ts';
import {runRecorder} from '../../../source/plan/record.ts';
import type {VirtualClock} from './clock.ts';
import type {History, ScopeHistory} from './history.ts';

/** What one call saw or did in the service. */
export type Call =
	| {
			readonly kind: 'read';
			readonly startedAt: number;
			readonly at: number;
			/** Undefined if the call failed. */
			readonly value: Stored | undefined;
	  }
	| {readonly kind: 'permissions'; readonly at: number; readonly value: string | undefined}
	| {readonly kind: 'write'; readonly at: number}
	| {readonly kind: 'planned'; readonly at: number}
	| {readonly kind: 'begin'; readonly at: number; readonly before: string | null | undefined}
	| {readonly kind: 'end'; readonly at: number; readonly result: string};

/** The username stored for a scope, or none. */
export type Stored = string | null;

interface ScopeState {
	readonly history: ScopeHistory;
	stored: Stored;
	isKeyRight: boolean;
	/** What `infra-permissions` said until the last change, and when that was. */
	earlier: InfraPermissions | 'unusable';
	changedAt: number;
	readonly calls: Call[];
	reads: number;
	permissionReads: number;
}

/** The account that is linked, and orders machines where none is set. */
export const linkedAccount = '1111111';

export const reviewed: CurrentTarget = {
	account: {id: 'account-1', name: 'Example Account'},
	group: {id: 'group-1', name: 'default'},
};

const elsewhere: CurrentTarget = {...reviewed, account: {id: 'account-2', name: 'Other Account'}};

/**
 * A service that keeps credentials, with colleagues who change them, and its own way with each write. As the
 * dependencies of apply, it answers from its state, whatever the order of the calls.
 */
export class Service implements ApplyDependencies {
	readonly concurrency: number;
	readonly scopes: ReadonlyMap<string, ScopeState>;
	/** Every look at the target, in order. */
	readonly looks: Array<{readonly at: number; readonly isReviewed: boolean}> = [];
	/** The lines of the journal, as they would be found after this moment. */
	readonly entries: JournalEntry[] = [];
	readonly #recorder = runRecorder(
		{
			newRun: () => ({
				run: 'run',
				append: async (entry) => {
					this.entries.push(entry);
					return {ok: true, value: undefined};
				},
				close: async () => {},
			}),
		},
		{pid: 1, program: '0', operator: () => undefined, now: () => this.#clock.now},
	);
	readonly #clock: VirtualClock;
	readonly #history: History;

	constructor(history: History, clock: VirtualClock) {
		this.#clock = clock;
		this.#history = history;
		this.concurrency = history.concurrency;
		this.scopes = new Map(history.scopes.map((scope, index) => [regionOf(index), stateOf(scope)]));
		for (const [region, {history: scope}] of this.scopes) {
			for (const {at, username} of scope.colleagues) {
				clock.at(at, () => {
					this.#store(region, username, true);
				});
			}
		}
	}

	async target(): Promise<CurrentTarget | undefined> {
		await this.#clock.wait(1);
		const {retargetAt} = this.#history;
		const isReviewed = retargetAt === undefined || this.#clock.now < retargetAt;
		this.looks.push({at: this.#clock.now, isReviewed});
		return isReviewed ? reviewed : elsewhere;
	}

	async read({region}: Scope, _expected: string | null, signal: AbortSignal): Promise<Outcome<Credential>> {
		const state = this.#state(region);
		const number = state.reads++;
		const startedAt = this.#clock.now;
		await this.#clock.wait(20, signal);
		const isFailing = signal.aborted || state.history.failingReads.includes(number);
		const value = isFailing ? undefined : state.stored;
		state.calls.push({kind: 'read', startedAt, at: this.#clock.now, value});
		return isFailing ? {ok: false, error: error('network')} : {ok: true, value: state.stored};
	}

	async permissions({region}: Scope, signal: AbortSignal): Promise<Outcome<InfraPermissions>> {
		const state = this.#state(region);
		const number = state.permissionReads++;
		await this.#clock.wait(25, signal);
		const isLagging = this.#clock.now - state.changedAt < state.history.permissionLag;
		const said = isLagging ? state.earlier : permissionsOf(state);
		const isFailing =
			signal.aborted || said === 'unusable' || state.history.failingPermissions.includes(number);
		state.calls.push({
			kind: 'permissions',
			at: this.#clock.now,
			value: isFailing ? undefined : JSON.stringify(said),
		});
		return isFailing ? {ok: false, error: error('network')} : {ok: true, value: said};
	}

	async write({region}: Scope, change: Change, _plan: unknown, signal: AbortSignal): Promise<WriteOutcome> {
		const state = this.#state(region);
		const {write, key} = state.history;
		state.calls.push({kind: 'write', at: this.#clock.now});
		if (write.effectAfter !== undefined) {
			// A write that was sent takes effect even if nobody listens any more.
			this.#clock.at(this.#clock.now + write.effectAfter, () => {
				this.#store(region, change.kind === 'set' ? change.pair.username : null, key !== 'wrong');
			});
		}

		await this.#clock.wait(write.answerAfter, signal);
		if (write.answer === 'unsent') {
			return {kind: 'refused', error: error('unknown'), wasSent: false};
		}

		return write.answer === 'done' && !signal.aborted
			? {kind: 'done'}
			: {kind: write.answer === 'refused' ? 'refused' : 'open', error: error('unknown')};
	}

	async record(event: ApplyEvent, plan: Plan): Promise<Outcome<void>> {
		await this.#clock.wait(2);
		await this.#recorder.record(event, plan);
		const {calls} = this.#state(event.planned.scope.region);
		if (event.kind === 'begin') {
			const {before} = event.planned;
			const name = before.ok ? before.value : undefined;
			calls.push({kind: 'begin', at: this.#clock.now, before: name});
		} else if (event.kind === 'end') {
			calls.push({kind: 'end', at: this.#clock.now, result: event.result.kind});
		} else {
			calls.push({kind: event.kind, at: this.#clock.now});
		}

		return {ok: true, value: undefined};
	}

	now(): number {
		return this.#clock.now;
	}

	async sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
		await this.#clock.wait(milliseconds, signal);
	}

	#store(region: string, username: Stored, isKeyRight: boolean): void {
		const state = this.#state(region);
		state.earlier = permissionsOf(state);
		state.changedAt = this.#clock.now;
		state.stored = username;
		state.isKeyRight = isKeyRight;
	}

	#state(region: string): ScopeState {
		const state = this.scopes.get(region);
		if (state === undefined) {
			throw new Error(`There is no scope in ${region}`);
		}

		return state;
	}
}

/** The scopes of a history differ in their region; which regions exist does not matter here. */
export function regionOf(index: number): Scope['region'] {
	const regions = ['us-south', 'us-east', 'eu-de', 'eu-gb', 'jp-tok', 'jp-osa'] as const;
	return regions[index] ?? 'au-syd';
}

function stateOf(history: ScopeHistory): ScopeState {
	const state = {stored: history.before, isKeyRight: true};
	return {
		...state,
		history,
		earlier: permissionsOf(state),
		changedAt: Number.NEGATIVE_INFINITY,
		calls: [],
		reads: 0,
		permissionReads: 0,
	};
}

/** With a wrong key, the permissions cannot be read: IBM's answer is unknown, but it is no success. */
function permissionsOf({
	stored,
	isKeyRight,
}: Pick<ScopeState, 'stored' | 'isKeyRight'>): InfraPermissions | 'unusable' {
	if (!isKeyRight) {
		return 'unusable';
	}

	const account = stored === null ? linkedAccount : /^\d+/.exec(stored)?.[0];
	return {
		...(account === undefined ? {} : {account}),
		setBy: stored === null ? 'linked' : 'manual',
		missingRequired: [],
		missingSuggested: [],
	};
}

/** What comes in place of an answer. */
export function error(kind: CliError['kind']): CliError {
	return {kind, words: '', command: 'ibmcloud ks credential'};
}
