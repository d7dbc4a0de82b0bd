/** Runs one thing after the other: a thing that comes while another runs waits until that has ended. */
export class Turns {
	#last: Promise<void> | undefined;

	/** Whether something runs or waits. */
	get isTaken(): boolean {
		return this.#last !== undefined;
	}

	/** Resolves when everything has ended that runs or waits at this moment. */
	async ended(): Promise<void> {
		await this.#last;
	}

	/** Runs it when what came before has ended; never before the caller goes on. */
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
