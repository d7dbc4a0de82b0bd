/** The command fails the way the real CLI does: `FAILED`, then these lines on standard error, exit status 1. */
export class Failure extends Error {
	readonly lines: readonly string[];

	/** @param lines what stands below `FAILED`, already in the operator's language. */
	constructor(...lines: string[]) {
		super(lines.join('\n'));
		this.lines = lines;
	}
}

/** Wrong flags or missing arguments. `help` goes to standard output, as the `sl` plug-in does it (from source). */
export class UsageFailure extends Failure {
	readonly help: string;

	/** @param sentence what is wrong. @param help the usage line to print, or nothing. */
	constructor(sentence: string, help = '') {
		super(`Incorrect Usage: ${sentence}`);
		this.help = help;
	}
}
