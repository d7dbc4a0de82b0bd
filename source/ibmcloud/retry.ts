import {setTimeout as wait} from 'node:timers/promises';
import type {ErrorKind, Outcome} from './types.ts';

/**
 * Milliseconds before each repetition of a read; there are no more of them. A network that is down is not
 * waited for: the operator sees it at once and says when to try again.
 */
const pauses = [1000, 3000] as const;

const transient: readonly ErrorKind[] = ['rate-limited', 'service-unavailable', 'answer-broken'];

/** Whether it may be gone when the same is asked again a moment later. */
export function isTransient(kind: ErrorKind): boolean {
	return transient.includes(kind);
}

export interface RetryOptions {
	readonly signal: AbortSignal | undefined;
	/** Told that the service asks for fewer requests. */
	readonly onRateLimit: () => void;
	/** Resolves after so many milliseconds, or at once when the signal is aborted. */
	readonly pause?: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
}

/** Runs a read, again after pauses where the service is busy. Never a write: it may have worked. */
export async function withRetries<Value>(
	read: () => Promise<Outcome<Value>>,
	{signal, onRateLimit, pause = sleep}: RetryOptions,
): Promise<Outcome<Value>> {
	let outcome = await read();
	for (const milliseconds of pauses) {
		if (outcome.ok || !isTransient(outcome.error.kind)) {
			break;
		}

		if (outcome.error.kind === 'rate-limited') {
			onRateLimit();
		}

		// oxlint-disable-next-line no-await-in-loop -- one try after the other is the point
		await pause(milliseconds, signal);
		if (signal?.aborted === true) {
			break;
		}

		// oxlint-disable-next-line no-await-in-loop -- one try after the other is the point
		outcome = await read();
	}

	return outcome;
}

async function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
	await wait(milliseconds, undefined, {signal}).catch(() => undefined);
}
