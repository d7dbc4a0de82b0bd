import {writeSync} from 'node:fs';

/** Standard output and standard error, guarded. */
export interface Output {
	/** Resolves when everything is written that the streams were given so far. */
	flushed(): Promise<void>;
}

/**
 * Whoever reads may go, and what was begun is finished all the same: that is no crash. Node makes each of the two streams
 * when it is first asked for, which takes a millisecond, so they are guarded then and not before.
 */
export function guardOutput(own: NodeJS.Process): Output {
	const made: NodeJS.WriteStream[] = [];
	for (const name of ['stdout', 'stderr'] as const) {
		const descriptor = Object.getOwnPropertyDescriptor(own, name);
		Object.defineProperty(own, name, {
			...descriptor,
			get() {
				const stream = descriptor?.get?.call(own) as NodeJS.WriteStream;
				if (!made.includes(stream)) {
					stream.on('error', () => {});
					made.push(stream);
				}

				return stream;
			},
		});
	}

	return {
		async flushed() {
			await Promise.all(made.map(async (stream) => written(stream)));
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
 * waited for is left to the stream.
 */
export function writeAtOnce(own: NodeJS.Process, name: 'stdout' | 'stderr', text: string): void {
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
