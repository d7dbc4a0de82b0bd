import {existsSync, readFileSync} from 'node:fs';
import {performance} from 'node:perf_hooks';
import {stripVTControlCharacters} from 'node:util';
import {spawn, type IPty} from '@lydell/node-pty';

/** A program to be measured. */
export interface Start {
	/** Node by default. */
	readonly command?: string;
	readonly args: readonly string[];
	/** The whole environment: nothing is inherited. */
	readonly environment: Readonly<Record<string, string>>;
	readonly directory: string;
	readonly rows?: number;
}

/** One write of the program as it arrived here. */
export interface Piece {
	/** Milliseconds since the start. */
	readonly at: number;
	readonly data: string;
}

const patienceMs = 60_000;

/**
 * Node in a pseudo-terminal without an emulator: output is only stored, so that measuring costs little. Times
 * are milliseconds since just before the process was created.
 */
export class Screen {
	readonly pieces: Piece[] = [];
	readonly ended: Promise<{readonly at: number; readonly exitCode: number}>;
	readonly #startedAt = performance.now();
	readonly #pty: IPty;
	readonly #watchers = new Set<() => void>();
	#isOver = false;

	constructor({command = process.execPath, args, environment, directory, rows = 24}: Start) {
		this.#pty = spawn(command, [...args], {
			name: environment['TERM'] ?? 'xterm-256color',
			cols: 80,
			rows,
			cwd: directory,
			env: {...environment},
		});
		this.#pty.onData((data) => {
			this.pieces.push({at: this.now, data});
			this.#look();
		});
		this.ended = new Promise((resolve) => {
			this.#pty.onExit(({exitCode}) => {
				const at = this.now;
				this.#isOver = true;
				resolve({at, exitCode});
				this.#look();
			});
		});
	}

	get now(): number {
		return performance.now() - this.#startedAt;
	}

	get pid(): number {
		return this.#pty.pid;
	}

	/** The peak memory of the process, in MB; undefined where the system does not tell. */
	get memory(): number | undefined {
		const file = `/proc/${this.pid}/status`;
		const [, kilobytes] = existsSync(file) ? (/VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8')) ?? []) : [];
		return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
	}

	/** Returns everything written since a piece, without escape sequences. */
	text(from = 0): string {
		return stripVTControlCharacters(
			this.pieces
				.slice(from)
				.map(({data}) => data)
				.join(''),
		);
	}

	/** All output, unchanged. */
	get raw(): string {
		return this.pieces.map(({data}) => data).join('');
	}

	write(data: string): void {
		this.#pty.write(data);
	}

	/** Waits until a condition on the output holds; returns when the piece that met it arrived. */
	async until(isThere: (screen: Screen) => boolean, what: string): Promise<number> {
		const {promise, resolve, reject} = Promise.withResolvers<number>();
		const look = (): void => {
			if (isThere(this)) {
				resolve(this.pieces.at(-1)?.at ?? this.now);
			} else if (this.#isOver) {
				reject(new Error(`The program ended without ${what}:\n${this.text()}`));
			}
		};

		const timer = setTimeout(() => {
			reject(new Error(`${patienceMs / 1000} s without ${what}:\n${this.text().slice(-3000)}`));
		}, patienceMs);
		this.#watchers.add(look);
		look();
		try {
			return await promise;
		} finally {
			clearTimeout(timer);
			this.#watchers.delete(look);
		}
	}

	/** Waits until a text has been written since a piece; returns when it arrived. */
	async shows(text: string, from = 0): Promise<number> {
		return this.until((screen) => screen.text(from).includes(text), JSON.stringify(text));
	}

	async kill(): Promise<void> {
		if (!this.#isOver) {
			process.kill(this.pid, 'SIGKILL');
			await this.ended;
		}
	}

	#look(): void {
		for (const watcher of this.#watchers) {
			watcher();
		}
	}
}
