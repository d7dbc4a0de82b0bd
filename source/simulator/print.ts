import {writeSync} from 'node:fs';

const descriptors = {stdout: 1, stderr: 2} as const;

/**
 * Prints at once and without a stream, which takes longer to make than the rest of a call. A reader that is
 * gone ends the program, as SIGPIPE does with the real one.
 */
export function print(to: keyof typeof descriptors, text: string): void {
	let rest = Buffer.from(text);
	while (rest.length > 0) {
		try {
			rest = rest.subarray(writeSync(descriptors[to], rest));
		} catch (error) {
			// Somebody else has made the pipe one that refuses instead of waiting.
			if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) {
				process.exit(1);
			}
		}
	}
}
