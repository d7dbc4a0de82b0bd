/** So long an action or a child has to answer before the operator is asked again (milliseconds). */
const moment = 50;

/** What has to be done before the operator is heard. */
export interface Guard {
	readonly wait: () => Promise<void>;
	/** Called after that, unless another guard has taken its place meanwhile. */
	readonly done: () => void;
}

/** Whose turn it is: the operator is only asked, and heard, while nothing of this stands against it. */
export class Floor {
	readonly #onFree: () => void;
	#isPaused = false;
	#guard: Guard | undefined;
	#hushed: NodeJS.Timeout | undefined;

	/** @param onFree called when a guard or a moment is over, and the operator can be asked. */
	constructor(onFree: () => void) {
		this.#onFree = onFree;
	}

	/** Whether the operator can be asked. */
	get isFree(): boolean {
		return !this.#isPaused && this.#guard === undefined && this.#hushed === undefined;
	}

	/** Whether the terminal is somebody else's. */
	get isPaused(): boolean {
		return this.#isPaused;
	}

	pause(): void {
		this.#isPaused = true;
	}

	/** Goes on; a guard that was interrupted begins anew. */
	resume(): void {
		this.#isPaused = false;
		this.hush();
		if (this.#guard !== undefined) {
			this.guard(this.#guard);
		}
	}

	/** What follows an action or a child comes in a moment: asking again before it would be noise. */
	hush(): void {
		clearTimeout(this.#hushed);
		this.#hushed = setTimeout(() => {
			this.#hushed = undefined;
			this.#free();
		}, moment);
	}

	/** Nobody is heard until this is done. A later guard, or none, takes its place. */
	guard(wanted: Guard | undefined): void {
		// A value of its own each time, so that an earlier wait for the same guard does not end this one.
		const guard = wanted === undefined ? undefined : {...wanted};
		this.#guard = guard;
		void guard?.wait().then(() => {
			if (this.#guard === guard && !this.#isPaused) {
				this.#guard = undefined;
				guard.done();
				this.#free();
			}
		});
	}

	#free(): void {
		if (this.isFree) {
			this.#onFree();
		}
	}
}
