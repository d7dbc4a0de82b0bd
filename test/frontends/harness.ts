import type {Writable} from 'node:stream';
import {setTimeout as wait} from 'node:timers/promises';
import {Lease} from '../../source/frontends/terminal/lease.ts';
import type {Report} from '../../source/wizard/view.ts';
import {FakeInput} from './fake-input.ts';

// Each session listens to signals, and a test file runs many.
process.setMaxListeners(0);

/** A session run by an interactive frontend, with streams in memory. */
export abstract class Harness {
	readonly input = new FakeInput();
	readonly lease: Lease;
	readonly done: Promise<Report>;

	/** @param run runs the session in this terminal until its end. */
	constructor(output: Writable, run: (lease: Lease, output: NodeJS.WriteStream) => Promise<Report>) {
		// It has what the frontends use of a stream.
		const stream = output as unknown as NodeJS.WriteStream;
		this.lease = new Lease(this.input as unknown as NodeJS.ReadStream, stream);
		this.done = run(this.lease, stream);
		this.done.catch(() => {});
	}

	/** What the operator sees or has heard, for the message of a failure. */
	abstract shown(): string;

	/** Types text that arrives in one read of the terminal. */
	type(text: string): void {
		this.input.write(text);
	}

	async until(what: () => boolean): Promise<void> {
		const end = Date.now() + 20_000;
		while (!what()) {
			if (Date.now() > end) {
				throw new Error(`It did not come about. What there is:\n${this.shown()}`);
			}

			// oxlint-disable-next-line no-await-in-loop
			await wait(2);
		}
	}
}
