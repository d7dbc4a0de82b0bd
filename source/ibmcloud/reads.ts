import type {Operation, Outcome} from './types.ts';

/** The progress of a read. Times are milliseconds since the epoch. */
export type ReadState<Value> =
	| {readonly kind: 'idle'}
	| {readonly kind: 'running'; readonly startedAt: number}
	| {readonly kind: 'done'; readonly outcome: Outcome<Value>};

/** An answer of the CLI that several parts of a session need: started once, shared by all callers. */
export type Read<Value> = ReturnType<typeof createRead<Value>>;

export type ReadStore = ReturnType<typeof createReadStore>;

/** Creates the store of a session's reads: one per command and configuration, aborted together. */
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
				// The key names the command and the configuration, so the value has the operation's type.
				return known as Read<Value>;
			}

			const read = createRead(operation, abortion.signal, now, notify);
			reads.set(operation.key, read);
			return read;
		},
		/** Calls the listener whenever a read starts or ends; returns a function that unsubscribes it. */
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
			// Not earlier: a listener may ask for the same read again.
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
		/** The value of a successful read; undefined while it is idle or running, or after a failure. */
		value: () => (state.kind === 'done' && state.outcome.ok ? state.outcome.value : undefined),
		failure: () => (state.kind === 'done' && !state.outcome.ok ? state.outcome.error : undefined),
		/** Starts the read unless it is running or done; returns the shared outcome. */
		start,
		/** Discards the outcome and starts again; only returns the shared outcome of a running read. */
		again() {
			forget();
			return start();
		},
		forget,
	};
}
