import {readFileSync} from 'node:fs';
import {constants} from 'node:os';
import path from 'node:path';
import {spawn, type IPty} from '@lydell/node-pty';
import {compileCache} from './compile-cache.ts';
import type {Size} from './emulator.ts';
import {reportNumber, type KeeperOrder, type KeeperReport} from './keeper-reports.ts';
import {parseModes, readModes, type DeviceModes} from './terminal-modes.ts';

/** What is started in a terminal. */
export interface ProgramStart {
	readonly command: string;
	readonly args: readonly string[];
	readonly directory: string;
	/** The program's whole environment: nothing is inherited. */
	readonly environment: Readonly<Record<string, string>>;
}

/** How a program ended: with an exit code, or by a signal. */
export interface Ending {
	readonly exitCode: number | undefined;
	readonly signal: NodeJS.Signals | undefined;
}

/** The device between a program and a person; the program's output comes out unchanged. */
export class PseudoTerminal {
	readonly #pty: IPty;
	#pid: number | undefined;
	#startFailure: string | undefined;
	#isHungUp = false;
	#modesAtEnd: DeviceModes | undefined;

	constructor(start: ProgramStart, {columns, rows}: Size) {
		const order: KeeperOrder = {...start, reportNumber};
		const keeper = path.join(import.meta.dirname, 'keeper.ts');
		this.#pty = spawn(process.execPath, [keeper, JSON.stringify(order)], {
			cols: columns,
			rows,
			env: {NODE_COMPILE_CACHE: compileCache},
		});
	}

	/** Listens for all output, the keeper's reports included. */
	onData(listener: (data: string) => void): void {
		this.#pty.onData(listener);
	}

	/** Listens for the end, which comes once, after all data. */
	onEnd(listener: (ending: Ending) => void): void {
		this.#pty.onExit(({exitCode, signal}) => {
			// The keeper ends as the program ended.
			listener(
				signal === undefined || signal === 0
					? {exitCode, signal: undefined}
					: {exitCode: undefined, signal: signalName(signal)},
			);
		});
	}

	/** Takes a report of the keeper that was found in the data. */
	take(report: KeeperReport): void {
		switch (report.kind) {
			case 'started':
				this.#pid = report.pid;
				break;
			case 'not-started':
				this.#startFailure = report.reason;
				break;
			case 'ended':
				this.#modesAtEnd = parseModes(report.modes);
				break;
		}
	}

	get hasStarted(): boolean {
		return this.#pid !== undefined;
	}

	get startFailure(): string | undefined {
		return this.#startFailure;
	}

	/** The process id of the program itself. */
	get pid(): number {
		if (this.#pid === undefined) {
			throw new Error('The program has not started.');
		}

		return this.#pid;
	}

	/** The process in front: the program or, if that is a shell, its foreground process. */
	get foregroundPid(): number {
		const status = readFileSync(`/proc/${this.#pty.pid}/stat`, 'utf8');
		// Behind the name in parentheses: state, parent, group, session, terminal, foreground group.
		const group = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[5]);
		return group === this.#pty.pid ? this.pid : group;
	}

	/** Returns the device's modes now or, if the program has ended, right after that. */
	modes(): DeviceModes {
		if (this.#isHungUp) {
			throw new Error('The window is closed: there is no terminal any more.');
		}

		return this.#modesAtEnd ?? readModes((this.#pty as IPty & {readonly ptsName: string}).ptsName);
	}

	/** Sends bytes to the program in one write. */
	write(raw: string): void {
		this.#pty.write(raw);
	}

	resize({columns, rows}: Size): void {
		this.#pty.resize(columns, rows);
	}

	/** Takes the device away from the program, as closing a window does. */
	hangUp(): void {
		this.#isHungUp = true;
		(this.#pty as IPty & {destroy(): void}).destroy();
	}

	kill(): void {
		signalIfRunning(this.#pid ?? this.#pty.pid, 'SIGKILL');
		// A program that stopped its whole group has stopped the keeper too.
		signalIfRunning(this.#pty.pid, 'SIGCONT');
	}
}

function signalIfRunning(pid: number, signal: NodeJS.Signals): void {
	try {
		process.kill(pid, signal);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) {
			throw error;
		}
	}
}

function signalName(number: number): NodeJS.Signals | undefined {
	const names = Object.keys(constants.signals) as NodeJS.Signals[];
	return names.find((name) => constants.signals[name] === number);
}
