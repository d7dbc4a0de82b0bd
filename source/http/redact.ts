import type {Secret} from '../secrets/secret.ts';

/** Replaces everything that could give a secret away. */
export type Redact = (text: string) => string;

/** As many characters of a secret in a row are recognised wherever they stand: halves and cut-off keys too. */
const pieceLength = 12;

/** Shorter values are not searched for: replacing every "a" would destroy the text and protect nothing. */
const shortest = 4;

/**
 * Makes the function that replaces secrets by value: as they are, URL-encoded, JSON-escaped and in base64 at every
 * alignment (so within `user:key` of HTTP Basic too), in any case of letters, whole or in pieces of 12 characters.
 */
export function redaction(secrets: readonly Secret[]): Redact {
	const pieces = new Set<string>();
	for (const secret of secrets) {
		for (const form of spellings(secret.reveal())) {
			for (let start = 0; start === 0 || start + pieceLength <= form.length; start++) {
				pieces.add(lowerCase(form.slice(start, start + pieceLength)));
			}
		}
	}

	// Nearly all pieces have the same length: a set answers for them at each position.
	const lengths = [...new Set([...pieces].map((piece) => piece.length))];
	return (text) => (pieces.size === 0 ? text : replacePieces(text, pieces, lengths));
}

function replacePieces(text: string, pieces: ReadonlySet<string>, lengths: readonly number[]): string {
	const lowered = lowerCase(text);
	let result = '';
	let copiedTo = 0;
	let secretTo = 0;
	for (let position = 0; position < text.length; position++) {
		for (const length of lengths) {
			if (pieces.has(lowered.slice(position, position + length))) {
				if (position > secretTo || secretTo === 0) {
					result += `${text.slice(copiedTo, position)}[secret]`;
				}

				secretTo = Math.max(secretTo, position + length);
				copiedTo = secretTo;
			}
		}
	}

	return result + text.slice(copiedTo);
}

/** ASCII only: other letters can change their length when their case is changed, and positions must stay. */
function lowerCase(text: string): string {
	return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function spellings(value: string): readonly string[] {
	const wellFormed = value.toWellFormed();
	const encoded = [0, 1, 2].map((offset) => base64Core(wellFormed, offset));
	return [
		value,
		encodeURIComponent(wellFormed),
		JSON.stringify(value).slice(1, -1),
		...encoded,
		...encoded.map((form) => form.replaceAll('+', '-').replaceAll('/', '_')),
	].filter((form) => form.length >= shortest);
}

/** The base64 characters that depend on the value alone when it stands `offset` bytes after a group's beginning. */
function base64Core(value: string, offset: number): string {
	const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(value)]);
	const first = Math.ceil((offset * 8) / 6);
	const end = Math.floor((bytes.length * 8) / 6);
	return bytes.toString('base64').slice(first, end);
}
