import {Writable} from 'node:stream';
import {runLineMode} from '../../../source/frontends/line-mode/run.ts';
import {englishTexts} from '../../../source/text/texts.ts';
import type {Session} from '../../../source/wizard/session.ts';
import {Harness} from '../harness.ts';

/** An output that records what was written; `columns` wide. */
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

/** A session in line mode, with streams in memory. */
export class LineModeHarness extends Harness {
	readonly output: FakeOutput;

	constructor(session: Session) {
		const output = new FakeOutput();
		super(output, async (lease, stream) =>
			runLineMode(session, {texts: englishTexts, lease, output: stream}),
		);
		this.output = output;
	}

	/** Everything printed and echoed. */
	get said(): string {
		return this.output.written;
	}

	override shown(): string {
		return this.said;
	}

	/** The text on the line that is not ended yet. */
	get line(): string {
		return this.said.split('\n').at(-1) ?? '';
	}

	async hears(text: string): Promise<void> {
		await this.until(() => this.said.includes(text));
	}

	/** Waits until the last line, the one that asks, ends like this. */
	async isAsked(text: string): Promise<void> {
		await this.until(() => this.line.endsWith(text));
	}
}
