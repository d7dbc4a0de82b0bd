import {setImmediate as nextTurn} from 'node:timers/promises';
import type {useApp} from 'ink';
import {Turns} from '../terminal/turns.ts';

/** What Ink provides inside its tree. */
type InkApp = Pick<ReturnType<typeof useApp>, 'waitUntilRenderFlush' | 'suspendTerminal'>;

/**
 * Resolves when React has drawn what was changed and effects have run: changes of a store are drawn in a
 * microtask, deferred effects run in the check phase of the event loop. The whole turn between the two reads
 * what was waiting in the terminal's buffer.
 */
export async function settled(): Promise<void> {
	await nextTurn();
	await nextTurn();
}

/** The screen: knows when a frame has really been written, and lends the terminal to others. */
export class Screen {
	readonly #attached = Promise.withResolvers<InkApp>();
	readonly #suspensions = new Turns();

	/** Connects the screen to Ink, once Ink's tree is there. */
	attach(app: InkApp): void {
		this.#attached.resolve(app);
	}

	get isSuspended(): boolean {
		return this.#suspensions.isTaken;
	}

	/** Resolves once React's present state has been written, and what was typed before that has been read. */
	async written(): Promise<void> {
		const app = await this.#attached.promise;
		let wasSuspended = false;
		do {
			// While somebody else has the terminal, Ink draws nothing but reports that it has.
			// oxlint-disable-next-line no-await-in-loop -- one suspension after the other
			await this.#suspensions.ended();
			// oxlint-disable-next-line no-await-in-loop -- what is drawn after that counts
			await app.waitUntilRenderFlush();
			wasSuspended = this.isSuspended;
		} while (wasSuspended);

		await settled();
	}

	/** Erases the frame, lets others use the terminal, and draws the frame again. One at a time. */
	async suspend(run: () => Promise<void>): Promise<void> {
		await this.#suspensions.take(async () => {
			const app = await this.#attached.promise;
			await app.suspendTerminal(run);
		});
	}
}
