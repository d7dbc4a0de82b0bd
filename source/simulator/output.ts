import {writeSync} from 'node:fs';

const descriptors = {stdout: 1, stderr: 2} as const;

/** Prints without a stream: making one outlasts the rest of a call. A closed pipe exits, as SIGPIPE would. */
export function print(to: keyof typeof descriptors, text: string): void {
	let rest = Buffer.from(text);
	while (rest.length > 0) {
		try {
			rest = rest.subarray(writeSync(descriptors[to], rest));
		} catch (error) {
			// Somebody else has made the pipe non-blocking.
			if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) {
				process.exit(1);
			}
		}
	}
}

/** Joins lines and ends each with a line feed. */
export function lines(...content: readonly string[]): string {
	return content.map((line) => `${line}\n`).join('');
}

/** Formats JSON as Go does, with `<`, `>`, `&`, U+2028 and U+2029 escaped (seen). */
export function goJson(value: unknown, indent = 2): string {
	const text = JSON.stringify(value, undefined, indent).replaceAll(
		/[<>&\u2028\u2029]/gu,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
	return `${text}\n`;
}

/** Fails a command as the real CLI does: `FAILED`, then this message, exit status 1. */
export class CommandFailure extends Error {}

/** Fails the command with these lines unless the condition holds. */
export function ensure(condition: unknown, ...message: readonly string[]): asserts condition {
	if (condition !== true) {
		throw new CommandFailure(message.join('\n'));
	}
}
