/** The command fails as the real CLI does: `FAILED`, then these lines, exit status 1. */
export class Failure extends Error {
	readonly lines: readonly string[];

	/** @param lines what stands below `FAILED`, already in the operator's language. */
	constructor(lines: readonly string[]) {
		super(lines.join('\n'));
		this.lines = lines;
	}
}

/** Lets the command fail in these lines unless the condition holds. */
export function ensure(condition: unknown, ...lines: readonly string[]): asserts condition {
	if (condition !== true) {
		throw new Failure(lines);
	}
}
