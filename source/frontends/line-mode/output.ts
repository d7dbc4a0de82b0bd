import type {VisibleText} from '../fields/visible-text.ts';
import {sharedLength, widthOf} from '../lines/width.ts';

/** Control characters; a sentence has none of them, whoever wrote it. */
const controls = /[\u0000-\u001F\u007F-\u009F]/g;

/** Where everything is said. No escape sequence ever goes through here, and the cursor never climbs a row. */
export class Output {
	readonly #output: NodeJS.WriteStream;

	constructor(output: NodeJS.WriteStream) {
		this.#output = output;
		// A closed window cannot be written to; the session ends because of the hang-up.
		output.on('error', () => {});
	}

	/** Says sentences, a line each. Breaking them is up to the terminal, so that each is read as one. */
	say(lines: readonly string[]): void {
		this.#write(lines.map((line) => `${line.replaceAll(controls, ' ')}\n`).join(''));
	}

	/** The beginning of a line, or what is echoed on it. */
	put(text: string): void {
		this.#write(text.replaceAll(controls, ''));
	}

	endLine(): void {
		this.#write('\n');
	}

	/**
	 * Echoes an edit as the terminal itself does it in a line that it edits: `\b` goes back over a character,
	 * and what has changed is written anew. Screen readers know that, and say the character that went.
	 *
	 * @param prompt what stands before the text
	 * @returns false where the line is longer than a row, which `\b` cannot climb
	 */
	echo(prompt: string, before: VisibleText, after: VisibleText): boolean {
		// A terminal that does not know its columns is taken for the usual one.
		const columns = this.#output.columns > 0 ? this.#output.columns : 80;
		const widest = Math.max(widthOf(before.value), widthOf(after.value));
		const isAppended = after.value.startsWith(before.value) && before.cursor === before.value.length;
		if (!isAppended && widthOf(prompt) + 1 + widest >= columns) {
			return false;
		}

		const same = sharedLength(before.value, after.value);
		const rest = after.value.slice(same);
		const erased = Math.max(0, widthOf(before.value.slice(same)) - widthOf(rest));
		const changed = rest.replaceAll(controls, '') + ' '.repeat(erased) + '\b'.repeat(erased);
		this.#write(
			before.value === after.value
				? moveOf(after.value, before.cursor, after.cursor)
				: moveOf(before.value, before.cursor, same) +
						changed +
						moveOf(after.value, after.value.length, after.cursor),
		);
		return true;
	}

	/** Resolves when everything that was said has been written. */
	async written(): Promise<void> {
		return new Promise((resolve) => {
			this.#output.write('', () => resolve());
		});
	}

	#write(text: string): void {
		if (text !== '' && !this.#output.destroyed && !this.#output.writableEnded) {
			this.#output.write(text);
		}
	}
}

/** Returns what moves the cursor within a text that is on the screen. */
function moveOf(text: string, from: number, to: number): string {
	return to < from ? '\b'.repeat(widthOf(text.slice(to, from))) : text.slice(from, to);
}
