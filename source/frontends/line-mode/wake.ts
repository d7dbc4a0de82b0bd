/** Lets a loop sleep until something has happened: also what happened just before it fell asleep. */
export class Wake {
	#next = Promise.withResolvers<void>();

	readonly up = (): void => this.#next.resolve();

	/** Resolves when something has happened since the last time, or after so many milliseconds. */
	async next(milliseconds?: number): Promise<void> {
		const {promise, resolve} = this.#next;
		// The terminal keeps the program alive, not the next sentence about what it waits for.
		const timer = milliseconds === undefined ? undefined : setTimeout(resolve, milliseconds).unref();
		await promise;
		clearTimeout(timer);
		this.#next = Promise.withResolvers();
	}
}
