/** The command fails the way the real CLI does: `FAILED`, then these lines on standard error, exit status 1. */
export class Failure extends Error {
	readonly lines: readonly string[];

	/** @param lines what stands below `FAILED`, already in the operator's language. */
	constructor(...lines: string[]) {
		super(lines.join('\n'));
		this.lines = lines;
	}
}

/** Wrong flags or missing arguments. `usage` goes to standard output, as the `sl` plug-in does it (from source). */
export class UsageFailure extends Failure {
	readonly usage: string;

	/** @param sentence what is wrong. @param usage the command with its flags, or nothing. */
	constructor(sentence: string, usage = '') {
		super(`Incorrect Usage: ${sentence}`);
		this.usage = usage;
	}
}
