export interface Wait {
	/** For the error: what was waited for. */
	readonly what: string;
	/** Milliseconds. */
	readonly timeout: number;
	/** True where nothing can change any more: waiting longer is of no use. */
	readonly isOver?: () => boolean;
}

/** Waits for conditions without sleeping: each one is looked at whenever something has happened. */
export class Watch {
	readonly #looks = new Set<() => void>();
	readonly #describe: () => string;

	/** @param describe says how things stand, for the error when waiting was in vain. */
	constructor(describe: () => string) {
		this.#describe = describe;
	}

	/** Something has happened. */
	look(): void {
		for (const look of this.#looks) {
			look();
		}
	}

	/** Waits until a condition holds. */
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
