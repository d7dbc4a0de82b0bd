import {execFileSync, spawnSync} from 'node:child_process';
import path from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import type {Size} from './emulator.ts';
import type {Sandbox} from './sandbox.ts';
import {testedProgram} from './tested-program.ts';

/** Why tests in tmux are skipped; `false` if it is installed. */
export const withoutTmux = spawnSync('tmux', ['-V']).status === 0 ? false : 'tmux is not installed here';

/** The program alone in a window of tmux, which breaks rows, and keeps them, as no emulator of ours does. */
export class TmuxWindow implements Disposable {
	readonly #sandbox: Sandbox;

	constructor(sandbox: Sandbox, args: readonly string[], {columns, rows}: Size) {
		this.#sandbox = sandbox;
		const program = [testedProgram.command, ...testedProgram.leading, ...args];
		const size = ['-x', String(columns), '-y', String(rows)];
		this.#run('-f', '/dev/null', 'new-session', '-d', ...size, '--', ...program);
	}

	/** Types a text, or presses a key by its name in tmux. */
	press(key: string): void {
		this.#run('send-keys', key);
	}

	resize({columns, rows}: Size): void {
		this.#run('resize-window', '-x', String(columns), '-y', String(rows));
	}

	/** Returns the visible rows below those that have scrolled out. */
	scrollback(): string {
		return this.#run('capture-pane', '-p', '-S', '-');
	}

	/** Waits until the window shows what is wanted, and has done so for a moment. */
	async waitFor(isThere: (seen: string) => boolean): Promise<void> {
		const end = performance.now() + 20_000;
		let before = '';
		let seen = this.#run('capture-pane', '-p');
		while (!isThere(seen) || seen !== before) {
			if (performance.now() > end) {
				throw new Error(`Not seen within 20 s:\n${seen}`);
			}

			// oxlint-disable-next-line no-await-in-loop -- look, and look again
			await wait(200);
			before = seen;
			seen = this.#run('capture-pane', '-p');
		}
	}

	[Symbol.dispose](): void {
		spawnSync('tmux', ['-S', this.#socket, 'kill-server']);
	}

	get #socket(): string {
		return path.join(this.#sandbox.directory, 'tmux');
	}

	#run(...args: readonly string[]): string {
		return execFileSync('tmux', ['-S', this.#socket, ...args], {
			env: this.#sandbox.environment,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'pipe'],
		});
	}
}
