import {setTimeout as wait} from 'node:timers/promises';
import {isTransient} from './error-kinds.ts';
import type {Outcome} from './types.ts';

/** Resolves after so many milliseconds, or at once when the signal is aborted. */
export async function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
	await wait(milliseconds, undefined, {signal}).catch(() => undefined);
}

export interface Repetition<Value> {
	readonly read: () => Promise<Value>;
	/** Whether what was read may be otherwise a moment later. */
	readonly mayChange: (value: Value) => boolean;
	/** Milliseconds before each repetition; there are no more of them. */
	readonly pauses: readonly number[];
}

/** Returns what was read, or read again after each pause while it may change; aborted, what was read last. */
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
 * waited for: the operator sees it at once and says when to try again.
 */
const pauses = [1000, 3000];

/**
 * Runs a read, again after pauses where the service is busy. Never a write: it may have worked.
 *
 * @param options.onRateLimit told that the service asks for fewer requests.
 */
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
