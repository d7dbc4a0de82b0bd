/** The value below which this share of the values lies, between neighbors by proportion. */
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

/** So many decimals and no more. */
export function rounded(value: number, decimals = 1): number {
	return Number(value.toFixed(decimals));
}
