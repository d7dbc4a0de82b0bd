import {Writable} from 'node:stream';
import xterm from '@xterm/headless';
import {runInk} from '../../../source/frontends/ink/run.tsx';
import {englishTexts} from '../../../source/text/texts.ts';
import type {Report} from '../../../source/wizard/view.ts';
import {report} from '../../plan/plans.ts';
import type {StagedSession} from '../../support/staged-session.ts';
import {Harness} from '../harness.ts';

class FakeOutput extends Writable {
	readonly isTTY = true;
	readonly terminal: xterm.Terminal;
	written = '';
	onWritten: ((text: string) => void) | undefined;
	columns: number;
	rows: number;

	constructor(columns: number, rows: number) {
		super();
		this.columns = columns;
		this.rows = rows;
		this.terminal = new xterm.Terminal({
			cols: columns,
			rows,
			allowProposedApi: true,
			scrollback: 1000,
			convertEol: true,
		});
	}

	override _write(chunk: Buffer, _encoding: string, done: () => void): void {
		this.written += chunk.toString();
		this.terminal.write(chunk, done);
		this.onWritten?.(chunk.toString());
	}

	resize(columns: number, rows: number): void {
		this.columns = columns;
		this.rows = rows;
		this.terminal.resize(columns, rows);
		this.emit('resize');
	}
}

/** A session run by the Ink frontend in an emulated terminal. */
export class InkHarness extends Harness {
	readonly output: FakeOutput;
	readonly session: StagedSession;

	constructor(
		session: StagedSession,
		{
			columns = 80,
			rows = 24,
			environment = {},
		}: {columns?: number; rows?: number; environment?: Record<string, string>} = {},
	) {
		const output = new FakeOutput(columns, rows);
		super(output, async (lease, stream) =>
			runInk(session, {texts: englishTexts, lease, output: stream, environment}),
		);
		this.output = output;
		output.terminal.onData((answer) => {
			this.type(answer);
		});
		this.session = session;
	}

	rows(): string[] {
		const {active} = this.output.terminal.buffer;
		return Array.from(
			{length: this.output.rows},
			(_row, index) => active.getLine(active.baseY + index)?.translateToString(true) ?? '',
		);
	}

	/** Everything on the screen and above it. */
	all(): string {
		const {active} = this.output.terminal.buffer;
		return Array.from(
			{length: active.length},
			(_row, index) => active.getLine(index)?.translateToString(true) ?? '',
		).join('\n');
	}

	screen(): string {
		return this.rows().join('\n');
	}

	override shown(): string {
		return this.screen();
	}

	/** The row that the pointer is on. */
	pointed(): string {
		return (
			this.rows()
				.find((row) => row.startsWith('❯'))
				?.slice(2) ?? ''
		);
	}

	cursorRow(): string {
		const {active} = this.output.terminal.buffer;
		return this.rows()[active.cursorY] ?? '';
	}

	/** Calls back once a text is written, before anything else can happen. */
	onWritten(text: string, call: () => void): void {
		this.output.onWritten = (written) => {
			if (written.includes(text)) {
				this.output.onWritten = undefined;
				call();
			}
		};
	}

	/** Waits until what was typed has been read and handled. */
	async read(): Promise<void> {
		for (let turn = 0; turn < 10; turn++) {
			// oxlint-disable-next-line no-await-in-loop
			await new Promise((resolve) => {
				setImmediate(resolve);
			});
		}
	}

	async sees(text: string): Promise<void> {
		await this.until(() => this.screen().includes(text));
	}

	async end(): Promise<Report> {
		this.session.end(report([], {outcome: 'quit', exitStatus: 1}));
		return this.done;
	}
}
