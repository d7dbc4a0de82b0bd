import type {Operation, Outcome} from './types.ts';

/** How far a read is. Times are milliseconds since the epoch. */
export type ReadState<Value> =
	| {readonly kind: 'idle'}
	| {readonly kind: 'running'; readonly startedAt: number}
	| {readonly kind: 'done'; readonly outcome: Outcome<Value>};

/** One answer of the CLI that several parts of a session need: started once, shared by all who ask. */
export type Read<Value> = ReturnType<typeof createRead<Value>>;

export type ReadStore = ReturnType<typeof createReadStore>;

/**
 * Where the reads of a session live: one per command and configuration, abortable together.
 *
 * @param now milliseconds since the epoch.
 */
export function createReadStore(now: () => number = Date.now) {
	const reads = new Map<string, Read<unknown>>();
	const listeners = new Set<() => void>();
	const abortion = new AbortController();
	const notify = (): void => {
		for (const listener of listeners) {
			listener();
		}
	};

	return {
		read<Value>(operation: Operation<Value>): Read<Value> {
			const known = reads.get(operation.key);
			if (known !== undefined) {
				// The key names command and configuration, so the value has the operation's type.
				return known as Read<Value>;
			}

			const read = createRead(operation, abortion.signal, now, notify);
			reads.set(operation.key, read);
			return read;
		},
		/** Calls the listener whenever a read starts or is done; returns what unsubscribes it. */
		subscribe(listener: () => void) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		running() {
			const open = [...reads.values()].filter((read) => read.state().kind === 'running');
			return [...new Set(open.map(({command}) => command))];
		},
		abort() {
			abortion.abort();
		},
	};
}

function createRead<Value>(
	operation: Operation<Value>,
	signal: AbortSignal,
	now: () => number,
	notify: () => void,
) {
	let state: ReadState<Value> = {kind: 'idle'};
	let promise: Promise<Outcome<Value>> | undefined;

	const finish = async (): Promise<Outcome<Value>> => {
		const outcome = await operation.run({signal});
		state = {kind: 'done', outcome};
		notify();
		return outcome;
	};

	const start = (): Promise<Outcome<Value>> => {
		if (promise === undefined) {
			state = {kind: 'running', startedAt: now()};
			promise = finish();
			// Only now: whoever is told may ask for the same read again.
			notify();
		}

		return promise;
	};

	const forget = (): void => {
		if (state.kind !== 'running') {
			promise = undefined;
			state = {kind: 'idle'};
		}
	};

	return {
		command: operation.command,
		state: () => state,
		outcome: () => (state.kind === 'done' ? state.outcome : undefined),
		/** The outcome where it is there and good; undefined while idle or running, or after a failure. */
		value: () => (state.kind === 'done' && state.outcome.ok ? state.outcome.value : undefined),
		failure: () => (state.kind === 'done' && !state.outcome.ok ? state.outcome.error : undefined),
		/** Starts it unless it runs or is done, and gives the shared outcome. */
		start,
		/** Forgets the outcome and starts afresh; does nothing more where it is already running. */
		again() {
			forget();
			return start();
		},
		forget,
	};
}
