/** Lets a loop sleep until something has happened: also what happened just before it fell asleep. */
export class Wake {
	#hasHappened = false;
	#wakeUp: (() => void) | undefined;

	/** Something has happened. */
	up(): void {
		this.#hasHappened = true;
		this.#wakeUp?.();
	}

	/** Resolves when something has happened since the last time, or after so many milliseconds. */
	async next(milliseconds?: number): Promise<void> {
		if (!this.#hasHappened) {
			await new Promise<void>((resolve) => {
				const timer = milliseconds === undefined ? undefined : setTimeout(resolve, milliseconds);
				// The terminal keeps the program alive, not the next sentence about what it waits for.
				timer?.unref();
				this.#wakeUp = () => {
					clearTimeout(timer);
					resolve();
				};
			});
		}

		this.#wakeUp = undefined;
		this.#hasHappened = false;
	}
}
