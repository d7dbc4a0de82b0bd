import {Emulator} from './emulator.ts';
import {reportNumber, reportPattern, type KeeperReport} from './keeper-reports.ts';
import {bracketed, keyBytes, type KeyName} from './keys.ts';
import {PseudoTerminal, type Ending} from './pseudo-terminal.ts';
import type {DeviceModes} from './terminal-modes.ts';
import {Watch} from './watch.ts';

export interface TerminalOptions {
	readonly command: string;
	readonly args?: readonly string[];
	readonly columns?: number;
	readonly rows?: number;
	/** The program's whole environment. Default: `PATH` as it is, and a usual `TERM`. */
	readonly environment?: Readonly<Record<string, string>>;
	readonly directory?: string;
	/** Milliseconds before the program gets the terminal's answers, as over a slow line. Default: 0. */
	readonly answerDelay?: number;
}

/** What a program can leave behind in a terminal. */
export interface TerminalState extends DeviceModes {
	readonly isCursorVisible: boolean;
	readonly isBracketedPaste: boolean;
	readonly isAlternateScreen: boolean;
}

/** A terminal as a program finds it, and has to leave it. */
export const untouchedTerminal: TerminalState = {
	isCooked: true,
	isEchoing: true,
	isSignalling: true,
	isCursorVisible: true,
	isBracketedPaste: false,
	isAlternateScreen: false,
};

/** Far longer than anything should take, for the sake of slow machines (milliseconds). */
const defaultTimeout = 20_000;

/** A text on the screen, a pattern in it, or a condition on the terminal. */
export type Condition = string | RegExp | ((terminal: TerminalSession) => boolean);

/** Starts a program in its own pseudo-terminal; resolves when the program runs. */
export async function openTerminal(options: TerminalOptions): Promise<TerminalSession> {
	const terminal = new TerminalSession(options);
	await terminal.waitForStart();
	return terminal;
}

/** A person at a terminal: types, looks, waits, and closes the window, as `await using` does. */
export class TerminalSession extends Emulator {
	readonly #device: PseudoTerminal;
	readonly #watch: Watch;
	#written = '';
	#ending: Ending | undefined;

	constructor({
		command,
		args = [],
		columns = 80,
		rows = 24,
		environment,
		directory,
		answerDelay = 0,
	}: TerminalOptions) {
		const size = {columns, rows};
		super(size);
		this.#watch = new Watch(() => this.#describe());
		this.#device = new PseudoTerminal(
			{
				command,
				args,
				directory: directory ?? process.cwd(),
				environment: environment ?? {PATH: process.env['PATH'] ?? '', TERM: 'xterm-256color'},
			},
			size,
		);
		this.onAnswer((answer) => {
			setTimeout(() => this.#device.write(answer), answerDelay);
		});
		this.onCommand(reportNumber, (report) => this.#device.take(JSON.parse(report) as KeeperReport));
		this.#device.onData((data) => {
			this.#written += data;
			void this.show(data).then(() => this.#watch.look());
		});
		this.#device.onEnd((ending) => void this.#end(ending));
	}

	/** The process id of the program itself. */
	get pid(): number {
		return this.#device.pid;
	}

	/** The process in front: the program or, if that is a shell, its foreground process. */
	get foregroundPid(): number {
		return this.#device.foregroundPid;
	}

	/** Whether the program has ended and all of its output is on the screen. */
	get hasEnded(): boolean {
		return this.#ending !== undefined;
	}

	/**
	 * Types characters, each in its own write. As with a keyboard, a busy program reads several at once; where
	 * each has to be read alone, wait for its effect.
	 */
	type(text: string): void {
		for (const character of text) {
			this.write(character);
		}
	}

	/** Presses keys, one after the other; about reads, see `type`. */
	press(...names: readonly KeyName[]): void {
		for (const name of names) {
			this.write(keyBytes(name, this.isApplicationCursorKeys));
		}
	}

	/** Pastes a text in one write, marked as a paste if the program asked for that. */
	paste(text: string, {bracketed: isBracketed = this.isBracketedPaste} = {}): void {
		this.write(isBracketed ? bracketed(text) : text);
	}

	/** Sends bytes in one write: a waiting program reads up to 4,095 of them at once. */
	write(raw: string): void {
		this.#device.write(raw);
	}

	resize(columns: number, rows: number): void {
		this.setSize({columns, rows});
		this.#device.resize({columns, rows});
	}

	/** Returns the visible rows as one text, without the empty ones at the end. */
	text(): string {
		return this.screen().join('\n').trimEnd();
	}

	/** Returns everything that the program ever wrote, escape sequences included. */
	everything(): string {
		return this.#written.replaceAll(reportPattern, '');
	}

	/** Waits until the screen shows something. Half-drawn frames do not count. */
	waitFor(condition: Condition, {timeout = defaultTimeout} = {}): Promise<void> {
		return this.#watch.until(
			() => !(this.isBetweenFrames && this.#ending === undefined) && this.#holds(condition),
			{
				what: typeof condition === 'string' ? JSON.stringify(condition) : String(condition),
				timeout,
				isOver: () => this.#ending !== undefined,
			},
		);
	}

	/** Waits until the program has ended and all of its output is on the screen. */
	async waitForExit({timeout = defaultTimeout} = {}): Promise<Ending> {
		await this.#watch.until(() => this.#ending !== undefined, {what: 'the end of the program', timeout});
		return this.#ending ?? {exitCode: undefined, signal: undefined};
	}

	/** Waits until the program runs; `openTerminal` does. */
	async waitForStart(): Promise<void> {
		await this.#watch.until(() => this.#device.hasStarted || this.#device.startFailure !== undefined, {
			what: 'the start of the program',
			timeout: defaultTimeout,
			isOver: () => this.#ending !== undefined,
		});
		if (this.#device.startFailure !== undefined) {
			throw new Error(`The program did not start: ${this.#device.startFailure}`);
		}
	}

	/** Returns the state of the terminal now or, if the program has ended, right after that. */
	terminalState(): TerminalState {
		return {
			...this.#device.modes(),
			isCursorVisible: this.cursor().isVisible,
			isBracketedPaste: this.isBracketedPaste,
			isAlternateScreen: this.isAlternateScreen,
		};
	}

	/** Sends a signal to the program alone. */
	kill(signal: NodeJS.Signals): void {
		process.kill(this.pid, signal);
	}

	/** Closes the window of the running program: it gets SIGHUP, and can neither read nor write. */
	hangUp(): void {
		this.#device.hangUp();
	}

	async close(): Promise<void> {
		if (this.#ending === undefined) {
			this.#device.kill();
			await this.waitForExit();
		}
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.close();
	}

	async #end(ending: Ending): Promise<void> {
		// What was read before the end may still be on its way to the screen.
		await this.show('');
		this.#ending = ending;
		this.#watch.look();
	}

	#holds(condition: Condition): boolean {
		if (typeof condition === 'function') {
			return condition(this);
		}

		return typeof condition === 'string'
			? this.text().includes(condition)
			: this.text().search(condition) >= 0;
	}

	#describe(): string {
		const {column, row, isVisible} = this.cursor();
		const program =
			this.#ending === undefined ? 'runs' : `ended (${this.#ending.signal ?? this.#ending.exitCode})`;
		const cursor = isVisible ? `is in row ${row + 1}, column ${column + 1}` : 'is hidden';
		const rows = this.text().replaceAll(/^/gm, '│');
		return `The program ${program}; the cursor ${cursor}; the screen (${this.columns}×${this.rows}) shows:\n${rows}`;
	}
}
