import {setImmediate as nextTurn} from 'node:timers/promises';
import type {useApp} from 'ink';
import {Turns} from '../terminal/turns.ts';

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
	readonly #attached = Promise.withResolvers<InkApp>();
	readonly #suspensions = new Turns();

	/** Connects the screen with Ink, once Ink's tree is there. */
	attach(app: InkApp): void {
		this.#attached.resolve(app);
	}

	get isSuspended(): boolean {
		return this.#suspensions.isTaken;
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
			await this.#suspensions.ended();
			// oxlint-disable-next-line no-await-in-loop -- what is drawn then counts
			await app.waitUntilRenderFlush();
			wasSuspended = this.isSuspended;
		} while (wasSuspended);

		await settled();
	}

	/** Takes the frame away, lets others use the terminal, and draws the frame again. One at a time. */
	async suspend(run: () => Promise<void>): Promise<void> {
		await this.#suspensions.take(async () => {
			const app = await this.#attached.promise;
			await app.suspendTerminal(run);
		});
	}
}
