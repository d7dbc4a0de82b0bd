export interface Wait {
	/** What was waited for, for the error. */
	readonly what: string;
	/** Milliseconds. */
	readonly timeout: number;
	/** Whether nothing can change any more, so that waiting is of no use. */
	readonly isOver?: () => boolean;
}

/** Waits for conditions without sleeping: each is checked whenever something has happened. */
export class Watch {
	readonly #looks = new Set<() => void>();
	readonly #describe: () => string;

	/** @param describe says how things stand, for the error after waiting in vain */
	constructor(describe: () => string) {
		this.#describe = describe;
	}

	/** Checks the conditions, after something has happened. */
	look(): void {
		for (const look of this.#looks) {
			look();
		}
	}

	until(holds: () => boolean, {what, timeout, isOver = () => false}: Wait): Promise<void> {
		return new Promise((resolve, reject) => {
			const stop = () => {
				clearTimeout(timer);
				this.#looks.delete(look);
			};
			const fail = (reason: string) => {
				stop();
				reject(new Error(`${reason} for ${what}. ${this.#describe()}`));
			};
			const look = () => {
				try {
					if (holds()) {
						stop();
						resolve();
					} else if (isOver()) {
						fail('Waited in vain');
					}
				} catch (error) {
					stop();
					reject(error);
				}
			};
			const timer = setTimeout(() => fail(`Waited ${timeout} ms`), timeout);
			this.#looks.add(look);
			look();
		});
	}
}
