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

/** Joins lines, each with its end. */
export function lines(...content: readonly string[]): string {
	return content.map((line) => `${line}\n`).join('');
}

/** Writes JSON as Go does: `<`, `>`, `&`, U+2028 and U+2029 escaped (seen). */
export function goJson(value: unknown, indent = 2): string {
	const text = JSON.stringify(value, undefined, indent).replaceAll(
		/[<>&\u2028\u2029]/gu,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
	return `${text}\n`;
}

/** The command fails as the real CLI does: `FAILED`, then this message, exit status 1. */
export class CommandFailure extends Error {}

/** Lets the command fail with these lines unless the condition holds. */
export function ensure(condition: unknown, ...message: readonly string[]): asserts condition {
	if (condition !== true) {
		throw new CommandFailure(message.join('\n'));
	}
}
