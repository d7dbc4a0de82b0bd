import {setTimeout as wait} from 'node:timers/promises';
import {isTransient} from './error-kinds.ts';
import type {Outcome} from './types.ts';

/** Resolves after the given milliseconds, or at once when the signal is aborted. */
export async function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
	await wait(milliseconds, undefined, {signal}).catch(() => undefined);
}

export interface Repetition<Value> {
	readonly read: () => Promise<Value>;
	/** Reports whether the value may be different a moment later. */
	readonly mayChange: (value: Value) => boolean;
	/** Milliseconds before each repetition; their number limits the repetitions. */
	readonly pauses: readonly number[];
}

/** Reads again after each pause while the value may change; if aborted, returns the last value. */
export async function readAgain<Value>(
	first: Value,
	{read, mayChange, pauses}: Repetition<Value>,
	clock: {readonly sleep: typeof sleep},
	signal: AbortSignal | undefined,
): Promise<Value> {
	let value = first;
	for (const milliseconds of pauses) {
		if (!mayChange(value)) {
			break;
		}

		// oxlint-disable-next-line no-await-in-loop -- one after the other is the point
		await clock.sleep(milliseconds, signal);
		if (signal?.aborted === true) {
			break;
		}

		// oxlint-disable-next-line no-await-in-loop -- one after the other is the point
		value = await read();
	}

	return value;
}

/**
 * Milliseconds before each repetition of a read that found the service busy. A network that is down is not
 * waited for: the operator sees it at once and decides when to try again.
 */
const pauses = [1000, 3000];

/** Runs a read, and again after pauses while the service is busy. Never for a write: it may have worked. */
export async function withRetries<Value>(
	read: () => Promise<Outcome<Value>>,
	{
		signal,
		onRateLimit,
		pause = sleep,
	}: {signal: AbortSignal | undefined; onRateLimit: () => void; pause?: typeof sleep | undefined},
): Promise<Outcome<Value>> {
	const mayChange = (outcome: Outcome<Value>): boolean => {
		if (!outcome.ok && outcome.error.kind === 'rate-limited') {
			onRateLimit();
		}

		return !outcome.ok && isTransient(outcome.error);
	};
	return readAgain(await read(), {read, mayChange, pauses}, {sleep: pause}, signal);
}
