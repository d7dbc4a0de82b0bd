import {setImmediate as nextTurn} from 'node:timers/promises';
import type {useApp} from 'ink';

/** What Ink gives from inside its tree. */
type InkApp = Pick<ReturnType<typeof useApp>, 'waitUntilRenderFlush' | 'suspendTerminal'>;

/**
 * React has drawn what was changed, and effects have run: changes of a store are drawn in a microtask,
 * effects that React puts off run in the check phase of the event loop. A whole turn of it lies between,
 * which reads what was waiting in the terminal's buffer.
 */
export async function settled(): Promise<void> {
	await nextTurn();
	await nextTurn();
}

/** Knows when a frame has really been written, and hands the terminal to others. */
export class Screen {
	#app: InkApp | undefined;
	#suspension: Promise<void> | undefined;
	readonly #attached = Promise.withResolvers<InkApp>();

	/** Connects the screen with Ink, once Ink's tree is there. */
	attach(app: InkApp): void {
		this.#app = app;
		this.#attached.resolve(app);
	}

	get isSuspended(): boolean {
		return this.#suspension !== undefined;
	}

	/**
	 * Resolves when what React holds at this moment has been written to the terminal, and everything that was
	 * typed before that has been read.
	 */
	async written(): Promise<void> {
		const app = await this.#attached.promise;
		let wasSuspended = false;
		do {
			// While the terminal is somebody else's, Ink draws nothing but says that it has.
			// oxlint-disable-next-line no-await-in-loop -- one suspension after the other
			await this.#suspension;
			// oxlint-disable-next-line no-await-in-loop -- what is drawn then counts
			await app.waitUntilRenderFlush();
			wasSuspended = this.isSuspended;
		} while (wasSuspended);

		await settled();
	}

	/**
	 * Takes the frame away, at once where nobody else has the terminal, lets others use it, and draws the
	 * frame again.
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
		const app = this.#app ?? (await this.#attached.promise);
		await app.suspendTerminal(run);
	}
}
