const signatureCommand = 0x1d;
const segmentCommand = 0x19;
const headerLength = 32;

interface LoadCommand {
	readonly kind: number;
	readonly offset: number;
	readonly length: number;
}

/**
 * Removes the signature from a macOS executable. Bun signs what it makes for arm64, where macOS demands it;
 * for x64 it leaves the signature of its own runtime, which no longer fits: macOS would end the program.
 */
export function withoutSignature(file: Buffer): Buffer {
	const commands = loadCommands(file);
	const signature = commands.find(({kind}) => kind === signatureCommand);
	const linkEdit = commands.find(
		({kind, offset}) =>
			kind === segmentCommand && file.toString('latin1', offset + 8, offset + 18) === '__LINKEDIT',
	);
	if (signature === undefined || linkEdit === undefined || signature !== commands.at(-1)) {
		throw new Error('This executable of macOS is made otherwise: see whether its signature fits.');
	}

	const start = file.readUInt32LE(signature.offset + 8);
	const unsigned = Buffer.from(file.subarray(0, start));
	unsigned.writeUInt32LE(commands.length - 1, 16);
	unsigned.writeUInt32LE(unsigned.readUInt32LE(20) - signature.length, 20);
	unsigned.fill(0, signature.offset, signature.offset + signature.length);
	// The last segment ends with the file now.
	const length = BigInt(start) - unsigned.readBigUInt64LE(linkEdit.offset + 40);
	unsigned.writeBigUInt64LE(length, linkEdit.offset + 48);
	return unsigned;
}

/** Reports whether a macOS executable has a signature. */
export function isSigned(file: Buffer): boolean {
	return loadCommands(file).some(({kind}) => kind === signatureCommand);
}

function loadCommands(file: Buffer): readonly LoadCommand[] {
	const commands: LoadCommand[] = [];
	let offset = headerLength;
	for (let left = file.readUInt32LE(16); left > 0; left--) {
		const length = file.readUInt32LE(offset + 4);
		commands.push({kind: file.readUInt32LE(offset), offset, length});
		offset += length;
	}

	return commands;
}
