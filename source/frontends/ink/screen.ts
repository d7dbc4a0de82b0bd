import {setImmediate as nextTurn} from 'node:timers/promises';

/** What Ink gives from inside its tree (`useApp`). */
export interface InkApp {
	readonly waitUntilRenderFlush: () => Promise<void>;
	readonly suspendTerminal: (run: () => Promise<void>) => Promise<void>;
}

/** Knows when a picture has really been written, and hands the terminal to others. */
export class Screen {
	#app: InkApp | undefined;
	#suspension: Promise<void> | undefined;
	readonly #attached = Promise.withResolvers<undefined>();

	/** Connects the screen with Ink, once Ink's tree is there. */
	attach(app: InkApp): void {
		this.#app = app;
		this.#attached.resolve(undefined);
	}

	get isSuspended(): boolean {
		return this.#suspension !== undefined;
	}

	/**
	 * Resolves when what React holds at this moment has been written to the terminal, and everything that was
	 * typed before that has been read.
	 */
	async written(): Promise<void> {
		await this.#attached.promise;
		let wasSuspended = false;
		do {
			// While the terminal is somebody else's, Ink draws nothing but says that it has.
			// oxlint-disable-next-line no-await-in-loop -- one suspension after the other
			await this.#suspension;
			// oxlint-disable-next-line no-await-in-loop -- what is drawn then counts
			await this.#app?.waitUntilRenderFlush();
			wasSuspended = this.isSuspended;
		} while (wasSuspended);

		// A whole turn of the event loop lies between: it reads what was waiting in the terminal's buffer.
		await nextTurn();
		await nextTurn();
	}

	/**
	 * Takes the picture away, at once where nobody else has the terminal, lets others use it, and draws the
	 * picture again.
	 */
	async suspend(run: () => Promise<void>): Promise<void> {
		while (this.#suspension !== undefined) {
			// oxlint-disable-next-line no-await-in-loop -- one suspension after the other
			await this.#suspension;
		}

		const suspension = this.#suspendNow(run);
		this.#suspension = suspension
			.catch(() => {})
			.finally(() => {
				this.#suspension = undefined;
			});
		await suspension;
	}

	async #suspendNow(run: () => Promise<void>): Promise<void> {
		if (this.#app === undefined) {
			await this.#attached.promise;
		}

		await this.#app?.suspendTerminal(run);
	}
}
