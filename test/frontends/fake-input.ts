import {PassThrough} from 'node:stream';

/** The input of a terminal, held in memory: what is written to it counts as typed. */
export class FakeInput extends PassThrough {
	readonly isTTY = true;
	isRaw = false;

	setRawMode(mode: boolean): this {
		this.isRaw = mode;
		return this;
	}

	ref(): this {
		return this;
	}

	unref(): this {
		return this;
	}
}
