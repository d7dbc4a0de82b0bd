/**
 * Shortens usernames by what most of them share: account number and domain. Another number or domain stays,
 * and names that would look the same stay whole.
 */
export function shortNames(names: readonly string[]) {
	const parts = [...new Set(names)].flatMap((name) => partsOf(name) ?? []);
	const number = mostFrequent(parts.map((part) => part.number));
	const domain = mostFrequent(parts.map((part) => part.domain).filter((part) => part !== ''));
	const short = new Map(
		parts.map(({name, core, ...part}) => {
			const text = part.domain === domain ? core : `${core}${part.domain}`;
			return [name, part.number === number ? text : `${text} (${part.number})`];
		}),
	);
	const counts = Map.groupBy(short.values(), (text) => text);
	const others = new Set(names.filter((name) => !short.has(name)));
	for (const [name, text] of short) {
		if ((counts.get(text) ?? []).length > 1 || others.has(text)) {
			short.set(name, name);
		}
	}

	const isUsed = (part: string): boolean =>
		[...short].some(([name, text]) => name.includes(part) && !text.includes(part));
	// A name that is part of another must not be found within it.
	const longestFirst = [...short].toSorted(([left], [right]) => right.length - left.length);
	return {
		inText: (text: string): string =>
			longestFirst.reduce((whole, [name, shown]) => whole.replaceAll(name, () => shown), text),
		/** The parts left out, to be printed above; empty if there are none. */
		leftOut: [number === undefined ? '' : `${number}_`, domain ?? ''].filter(
			(part) => part !== '' && isUsed(part),
		),
	};
}

/** Splits a username that begins with a classic account number; returns undefined for any other. */
function partsOf(name: string) {
	const [, number, core, domain = ''] = /^(\d+)_([^@]+)(@.+)?$/su.exec(name) ?? [];
	return number === undefined || core === undefined ? undefined : {name, number, core, domain};
}

/** Returns the most frequent value, the first of several. */
function mostFrequent(values: readonly string[]): string | undefined {
	const counts = [...Map.groupBy(values, (value) => value)];
	return counts.toSorted(([, left], [, right]) => right.length - left.length)[0]?.[0];
}
