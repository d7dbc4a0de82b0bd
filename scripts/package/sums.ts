import {createHash} from 'node:crypto';

/** IBM's repositories ask for SHA-1; everybody else uses SHA-256. */
const algorithms = {SHA256SUMS: 'sha256', SHA1SUMS: 'sha1'} as const;

/** Returns the sums of all files, as `sha256sum --check` reads them. */
export function sumsOf(made: ReadonlyMap<string, Uint8Array>): Record<string, string> {
	const files = [...made.keys()].toSorted();
	return Object.fromEntries(
		Object.entries(algorithms).map(([name, algorithm]) => [
			name,
			files
				.map((file) => {
					const sum = createHash(algorithm).update(made.get(file) ?? '');
					return `${sum.digest('hex')}  ${file}\n`;
				})
				.join(''),
		]),
	);
}
