import {closeSync, constants, fstatSync, openSync, readSync} from 'node:fs';

/**
 * Reads a file of our own: not through a link, and without waiting for a pipe that lies in its place.
 *
 * @param most reads no more bytes than this, the last ones; the first line is then a torn one.
 * @returns undefined where there is no such file, or it cannot be read.
 */
export function readOwnFile(file: string, most = Number.MAX_SAFE_INTEGER): string | undefined {
	try {
		const descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
		try {
			const status = fstatSync(descriptor);
			return status.isFile() ? tailOf(descriptor, status.size, Math.min(status.size, most)) : undefined;
		} finally {
			closeSync(descriptor);
		}
	} catch {
		return undefined;
	}
}

function tailOf(descriptor: number, size: number, wanted: number): string {
	const buffer = Buffer.allocUnsafe(wanted);
	let length = 0;
	for (let read = -1; read !== 0 && length < wanted; length += read) {
		read = readSync(descriptor, buffer, length, wanted - length, size - wanted + length);
	}

	return buffer.toString('utf8', 0, length);
}
