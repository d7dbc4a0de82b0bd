/** Returns the value below which this share of the values lies, interpolated between neighbors. */
export function centile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((one, other) => one - other);
	const position = (sorted.length - 1) * share;
	const lower = sorted[Math.floor(position)] ?? Number.NaN;
	const upper = sorted[Math.ceil(position)] ?? Number.NaN;
	return lower + (upper - lower) * (position - Math.floor(position));
}

export function median(values: readonly number[]): number {
	return centile(values, 0.5);
}

/** Rounds to a number of decimals. */
export function rounded(value: number, decimals = 1): number {
	return Number(value.toFixed(decimals));
}
