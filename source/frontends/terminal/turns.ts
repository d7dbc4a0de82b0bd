/** Tasks that run one after the other: each waits until the one before has ended. */
export class Turns {
	#last: Promise<void> | undefined;

	/** Whether a task runs or waits. */
	get isTaken(): boolean {
		return this.#last !== undefined;
	}

	/** Resolves when every task that runs or waits at this moment has ended. */
	async ended(): Promise<void> {
		await this.#last;
	}

	/** Runs a task when those before it have ended, never synchronously. Rejects if the task does. */
	async take(run: () => Promise<void>): Promise<void> {
		const turn = (this.#last ?? Promise.resolve()).then(run);
		const last = turn
			.catch(() => {})
			.finally(() => {
				if (this.#last === last) {
					this.#last = undefined;
				}
			});
		this.#last = last;
		await turn;
	}
}
