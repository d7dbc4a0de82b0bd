import type {VisibleText} from '../fields/visible-text.ts';
import {sharedLength, widthOf} from '../lines/width.ts';

/** Control characters. A printed sentence has none of them, whoever wrote it. */
const controls = /[\u0000-\u001F\u007F-\u009F]/g;

/** The only way to the terminal. It writes no escape sequence, and never moves the cursor up a row. */
export class Output {
	readonly #output: NodeJS.WriteStream;

	constructor(output: NodeJS.WriteStream) {
		this.#output = output;
		// A closed window cannot be written to; the hang-up ends the session.
		output.on('error', () => {});
	}

	/** Prints sentences, a line each. Only the terminal wraps them, so that each is read as one. */
	say(lines: readonly string[]): void {
		this.#write(lines.map((line) => `${line.replaceAll(controls, ' ')}\n`).join(''));
	}

	/** Writes the beginning of a line, or an echo on it. */
	put(text: string): void {
		this.#write(text.replaceAll(controls, ''));
	}

	endLine(): void {
		this.#write('\n');
	}

	/**
	 * Echoes an edit as a terminal does when it edits a line itself: `\b` moves back over a character, and the
	 * changed part is written again. Screen readers know that, and speak the deleted character. Returns false
	 * if the line, behind `prompt`, is longer than a row, which `\b` cannot climb.
	 */
	echo(prompt: string, before: VisibleText, after: VisibleText): boolean {
		// A terminal that does not know its columns is assumed to have the usual number.
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

	/** Resolves when everything printed so far has been written. */
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

/** Returns the characters that move the cursor within a text on the screen. */
function moveOf(text: string, from: number, to: number): string {
	return to < from ? '\b'.repeat(widthOf(text.slice(to, from))) : text.slice(from, to);
}
