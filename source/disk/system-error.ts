/** Returns the system's code of an error, such as `ENOENT`, or undefined. */
export function systemCode(error: unknown): string | undefined {
	return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** Returns the result of a function, or undefined if it throws. */
export function attempt<Value>(run: () => Value): Value | undefined {
	try {
		return run();
	} catch {
		return undefined;
	}
}
