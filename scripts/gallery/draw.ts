import {PassThrough, Writable} from 'node:stream';
import {setTimeout as wait} from 'node:timers/promises';
import {runInk} from '../../source/frontends/ink/start.tsx';
import {Lease} from '../../source/frontends/terminal/lease.ts';
import type {Texts} from '../../source/text/texts.ts';
import type {View} from '../../source/wizard/view.ts';
import {Emulator, type Cell} from '../../test/support/emulator.ts';
import {StillSession} from './still.ts';

export interface Size {
	readonly columns: number;
	readonly rows: number;
}

/** Draws a view with the Ink frontend into a terminal that is only emulated. @returns its rows, with their colours. */
export async function draw(view: View, keys: readonly string[], size: Size, texts: Texts): Promise<string[]> {
	const session = new StillSession(view);
	const input = new StillInput();
	const output = new EmulatedOutput(size);
	const done = runInk(session, {
		texts,
		lease: new Lease(input as unknown as NodeJS.ReadStream, output as unknown as NodeJS.WriteStream),
		output: output as unknown as NodeJS.WriteStream,
		environment: {},
	});
	await output.quiet();
	for (const key of keys) {
		input.write(key);
		// oxlint-disable-next-line no-await-in-loop -- one key after the other, each drawn
		await output.quiet();
	}

	const rows = output.emulator
		.cells({scrollback: view.stage.kind === 'end'})
		.map((row) => withColours(row).trimEnd());
	session.leave();
	await done;
	return rows.slice(0, rows.findLastIndex((row) => row !== '') + 1);
}

class StillInput extends PassThrough {
	readonly isTTY = true;

	setRawMode(): this {
		return this;
	}

	ref(): this {
		return this;
	}

	unref(): this {
		return this;
	}
}

/** What is waited for before a picture is taken: waiting is only said after 100 ms (milliseconds). */
const quietFor = 140;

class EmulatedOutput extends Writable {
	readonly isTTY = true;
	readonly columns: number;
	readonly rows: number;
	readonly emulator: Emulator;
	#writtenAt = Date.now();

	constructor(size: Size) {
		super();
		this.columns = size.columns;
		this.rows = size.rows;
		this.emulator = new Emulator(size);
	}

	override _write(chunk: Buffer, _encoding: string, done: () => void): void {
		// A spinner that turns is no news.
		if (chunk.length > 200) {
			this.#writtenAt = Date.now();
		}

		// A real terminal begins a new row at each line feed.
		void this.#show(chunk.toString().replaceAll(/\r?\n/g, '\r\n'), done);
	}

	async #show(text: string, done: () => void): Promise<void> {
		await this.emulator.write(text);
		done();
	}

	async quiet(): Promise<void> {
		this.#writtenAt = Date.now();
		while (Date.now() - this.#writtenAt < quietFor) {
			// oxlint-disable-next-line no-await-in-loop
			await wait(20);
		}
	}
}

/** A row as text with escape sequences for the looks of its cells. */
function withColours(row: readonly Cell[]): string {
	let text = '';
	let looks = '';
	for (const cell of row) {
		const next = sequenceOf(cell);
		text += (next === looks ? '' : `\u001B[0m${next}`) + cell.text;
		looks = next;
	}

	// Spaces at the end may carry looks only where they are inverse.
	return looks === '' ? text : `${text}\u001B[0m`;
}

function sequenceOf({bold, dim, italic, underline, inverse, foreground}: Cell): string {
	const codes = [
		...(bold ? [1] : []),
		...(dim ? [2] : []),
		...(italic ? [3] : []),
		...(underline ? [4] : []),
		...(inverse ? [7] : []),
		...(typeof foreground === 'number' && foreground < 16
			? [foreground < 8 ? 30 + foreground : 82 + foreground]
			: []),
	];
	return codes.length === 0 ? '' : `\u001B[${codes.join(';')}m`;
}
