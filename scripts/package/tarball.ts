import {gzipSync} from 'node:zlib';

/** A file of the npm package. */
export interface PackedFile {
	/** The installed path, such as `dist/cli.js`. */
	readonly path: string;
	readonly content: Uint8Array;
	readonly isExecutable: boolean;
}

/** The time that npm gives every file of a package, so that the same files yield the same bytes. */
const packedAt = Date.UTC(1985, 9, 26, 8, 15) / 1000;

const block = 512;

/**
 * Makes the tarball of an npm package (ustar, gzip). `npm pack` would take the modes from the checkout, where
 * the umask decides them, and its format depends on its version.
 */
export function npmTarball(files: readonly PackedFile[]): Buffer {
	const entries = files
		.toSorted((one, other) => (one.path < other.path ? -1 : 1))
		.flatMap((file) => [headerOf(file), file.content, Buffer.alloc(-file.content.length & (block - 1))]);
	return gzipSync(Buffer.concat([...entries, Buffer.alloc(2 * block)]), {level: 9});
}

function headerOf({path, content, isExecutable}: PackedFile): Buffer {
	const name = `package/${path}`;
	if (Buffer.byteLength(name) > 100) {
		throw new Error(`The tarball has no room for a path as long as ${path}`);
	}

	const header = Buffer.alloc(block);
	header.write(name, 0);
	header.write(isExecutable ? '000755 \0' : '000644 \0', 100);
	header.write('000000 \0', 108);
	header.write('000000 \0', 116);
	header.write(octal(content.length), 124);
	header.write(octal(packedAt), 136);
	// The sum is computed with blanks in its own place.
	header.write(' '.repeat(8), 148);
	header.write('0', 156);
	header.write('ustar', 257);
	header.write('00', 263);
	const sum = header.reduce((total, byte) => total + byte, 0);
	header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
	return header;
}

function octal(value: number): string {
	return `${value.toString(8).padStart(11, '0')} `;
}
