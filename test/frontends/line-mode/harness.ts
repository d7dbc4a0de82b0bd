import {Writable} from 'node:stream';
import {setTimeout as wait} from 'node:timers/promises';
import {runLineMode} from '../../../source/frontends/line-mode/run.ts';
import {englishTexts} from '../../../source/text/texts.ts';
import type {Session} from '../../../source/wizard/session.ts';
import {Lease} from '../../../source/frontends/terminal/lease.ts';
import type {Report} from '../../../source/wizard/view.ts';
import {FakeInput} from '../fake-input.ts';

// Each session that is held listens to signals, and a test file holds many.
process.setMaxListeners(0);

/** The bytes of keys. */
export const keys = {
	enter: '\r',
	interrupt: '\u0003',
	end: '\u0004',
	clear: '\u0015',
	backspace: '\u007F',
} as const;

/** Remembers what was written; `columns` wide. */
export class FakeOutput extends Writable {
	written = '';
	readonly columns: number;

	constructor(columns = 80) {
		super();
		this.columns = columns;
	}

	override _write(chunk: Buffer, _encoding: string, done: () => void): void {
		this.written += chunk.toString();
		done();
	}
}

/** A session held a line at a time, with streams in memory. */
export class LineModeHarness {
	readonly input = new FakeInput();
	readonly output = new FakeOutput();
	readonly lease: Lease;
	readonly done: Promise<Report>;

	constructor(session: Session) {
		this.lease = new Lease(
			this.input as unknown as NodeJS.ReadStream,
			this.output as unknown as NodeJS.WriteStream,
		);
		this.done = runLineMode(session, {
			texts: englishTexts,
			lease: this.lease,
			output: this.output as unknown as NodeJS.WriteStream,
		});
	}

	/** Everything that was said and echoed. */
	get said(): string {
		return this.output.written;
	}

	/** What is on the line that is not ended yet. */
	get line(): string {
		return this.said.split('\n').at(-1) ?? '';
	}

	/** As one read of the terminal's input. */
	type(text: string): void {
		this.input.write(text);
	}

	/** Waits until something is so. */
	async until(what: () => boolean): Promise<void> {
		const end = Date.now() + 10_000;
		while (!what()) {
			if (Date.now() > end) {
				throw new Error(`It did not come about. What was said:\n${this.said}`);
			}

			// oxlint-disable-next-line no-await-in-loop
			await wait(2);
		}
	}

	/** Waits until a text was said. */
	async hears(text: string): Promise<void> {
		await this.until(() => this.said.includes(text));
	}

	/** Waits until the last line, which asks, ends so. */
	async isAsked(text: string): Promise<void> {
		await this.until(() => this.line.endsWith(text));
	}
}
