/** How long a call takes in milliseconds, by CLASSIC_CREDENTIALS_SIMULATOR_LATENCY: `real`, `none` or a number. */
export function latencyOf(setting: string | undefined, realMs: number): number {
	if (setting === undefined || setting === '' || setting === 'real') return realMs;
	if (setting === 'none') return 0;
	const milliseconds = Number(setting);
	if (!Number.isFinite(milliseconds) || milliseconds < 0) {
		throw new Error(
			`CLASSIC_CREDENTIALS_SIMULATOR_LATENCY is 'real', 'none' or a number of milliseconds, not '${setting}'`,
		);
	}
	return milliseconds;
}

/** Waits. */
export function wait(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Never returns; a process that everybody has forgotten ends by itself after ten minutes. */
export async function hang(): Promise<never> {
	await wait(600_000);
	throw new Error('nobody ended a call that never returns');
}
