import type {Secret} from '../secrets/secret.ts';

const placeholder = '[secret]';
/** Shorter values are not searched for: replacing every "a" would destroy the text and protect nothing. */
const shortest = 4;
/** Shorter shared runs happen by chance in ordinary text. */
const shortestPart = 12;
/** Looking for parts costs time per character; a list of thousands of users is searched for whole values only. */
const partSearchLimit = 262_144;

/**
 * Takes secrets out of a text by value: as they are, percent-encoded, JSON-escaped, in base64 (at every alignment,
 * standard and URL alphabet), and, in texts of up to 256 KiB, in parts of twelve characters or more of all of these
 * (base64 is often wrapped into lines).
 */
export function redact(text: string, secrets: readonly Secret[]): string {
	let redacted = text;
	for (const secret of secrets) {
		const value = secret.reveal();
		if (value.length < shortest) {
			continue;
		}

		const forms = formsOf(value);
		for (const form of forms) {
			redacted = redacted.replaceAll(form, placeholder);
		}

		if (value.length >= shortestPart && redacted.length <= partSearchLimit) {
			redacted = redactParts(redacted, forms);
		}
	}

	return redacted;
}

function formsOf(value: string): Set<string> {
	const forms = new Set([value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)]);
	if (value.length >= shortestPart) {
		for (const encoded of base64Forms(value)) {
			forms.add(encoded);
			forms.add(encoded.replaceAll('+', '-').replaceAll('/', '_'));
		}
	}

	return forms;
}

/** In base64 a value looks different at each of three alignments; the characters shared with its neighbours are left out. */
function base64Forms(value: string): string[] {
	return [0, 1, 2].map((offset) => {
		const encoded = Buffer.from('\0'.repeat(offset) + value)
			.toString('base64')
			.replaceAll('=', '');
		return encoded.slice(offset === 0 ? 0 : offset + 1, -1);
	});
}

function redactParts(text: string, forms: ReadonlySet<string>): string {
	const parts = new Set<string>();
	for (const form of forms) {
		for (let start = 0; start + shortestPart <= form.length; start++) {
			parts.add(form.slice(start, start + shortestPart));
		}
	}

	let result = '';
	let copied = 0;
	for (let start = 0; start + shortestPart <= text.length; start++) {
		if (!parts.has(text.slice(start, start + shortestPart))) {
			continue;
		}

		let end = start + shortestPart;
		while (end < text.length && parts.has(text.slice(end + 1 - shortestPart, end + 1))) {
			end++;
		}

		result += text.slice(copied, start) + placeholder;
		copied = end;
		start = end - 1;
	}

	return result + text.slice(copied);
}
