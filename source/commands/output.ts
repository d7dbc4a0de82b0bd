import {writeSync} from 'node:fs';

/** Standard output and standard error, guarded. */
export interface Output {
	/** Resolves when everything is written that the streams were given so far. */
	flushed(): Promise<void>;
}

type Name = 'stdout' | 'stderr';

/** The streams that have been made. */
const madeStreams = new Map<Name, NodeJS.WriteStream>();

/**
 * Whoever reads may go, and what was begun is finished all the same: that is no crash. Node makes each of the two streams
 * when it is first asked for, which takes a millisecond, so they are guarded then and not before.
 */
export function guardOutput(own: NodeJS.Process): Output {
	for (const name of ['stdout', 'stderr'] as const) {
		const descriptor = Object.getOwnPropertyDescriptor(own, name);
		Object.defineProperty(own, name, {
			...descriptor,
			get() {
				const stream = descriptor?.get?.call(own) as NodeJS.WriteStream;
				if (!madeStreams.has(name)) {
					stream.on('error', () => {});
					madeStreams.set(name, stream);
				}

				return stream;
			},
		});
	}

	return {
		async flushed() {
			await Promise.all([...madeStreams.values()].map(async (stream) => written(stream)));
		},
	};
}

async function written(stream: NodeJS.WriteStream): Promise<void> {
	return new Promise((resolve) => {
		stream.write('', () => {
			resolve();
		});
	});
}

/**
 * Writes without a stream, for what is said by a program that then ends: to make a stream takes longer than all the rest
 * of that. A reader that has gone, or output that is closed, is none of our business; one that is slow and must not be
 * waited for is left to the stream, and so is what would overtake something.
 */
export function writeAtOnce(own: NodeJS.Process, name: Name, text: string): void {
	if ((madeStreams.get(name)?.writableLength ?? 0) > 0) {
		own[name].write(text);
		return;
	}

	let rest = Buffer.from(text);
	try {
		while (rest.length > 0) {
			rest = rest.subarray(writeSync(name === 'stdout' ? 1 : 2, rest));
		}
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') {
			own[name].write(rest);
		}
	}
}
