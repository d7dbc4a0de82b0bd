/** Returns the code that the system gives an error (`ENOENT`), or undefined. */
export function systemCode(error: unknown): string | undefined {
	return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** Returns what something gives; undefined where it throws. */
export function attempt<Value>(run: () => Value): Value | undefined {
	try {
		return run();
	} catch {
		return undefined;
	}
}
