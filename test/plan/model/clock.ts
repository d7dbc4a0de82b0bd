import {setImmediate as turn} from 'node:timers/promises';

interface Alarm {
	readonly at: number;
	readonly ring: () => void;
}

/** A clock that advances only when everybody waits: hours take no time, and the order is reproducible. */
export class VirtualClock {
	#now = 0;
	#alarms: Alarm[] = [];

	/** Milliseconds since the start. */
	get now(): number {
		return this.#now;
	}

	/** Resolves after this many milliseconds, or as soon as the signal is aborted. */
	async wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
		if (signal?.aborted === true) {
			return;
		}

		await new Promise<void>((resolve) => {
			const wake = (): void => {
				signal?.removeEventListener('abort', wake);
				resolve();
			};

			this.at(this.#now + milliseconds, wake);
			signal?.addEventListener('abort', wake);
		});
	}

	/** Runs something at a given time. */
	at(moment: number, ring: () => void): void {
		this.#alarms.push({at: Math.max(moment, this.#now), ring});
	}

	/** Lets time pass until `run` has settled, or until the time at which everything stops. */
	async run(run: Promise<void>, until = Number.POSITIVE_INFINITY): Promise<void> {
		let isOver = false;
		void run.finally(() => {
			isOver = true;
		});
		for (;;) {
			// oxlint-disable-next-line no-await-in-loop -- what has been woken goes on first
			await turn();
			const next = this.#alarms.toSorted((left, right) => left.at - right.at)[0];
			if (isOver || next === undefined || next.at > until) {
				return;
			}

			this.#alarms = this.#alarms.filter((alarm) => alarm !== next);
			this.#now = next.at;
			next.ring();
		}
	}
}
