/** Control characters; a sentence has none of them, whoever wrote it. */
const controls = /[\u0000-\u001F\u007F-\u009F]/g;

/** Where everything is said. No escape sequence ever goes through here. */
export class Speaker {
	readonly #output: NodeJS.WriteStream;

	constructor(output: NodeJS.WriteStream) {
		this.#output = output;
	}

	/** How many columns a row has; a terminal that does not know is taken for the usual one. */
	get columns(): number {
		return this.#output.columns > 0 ? this.#output.columns : 80;
	}

	/** Says sentences, a line each. They are not broken: that is up to the terminal, so that each is read as one. */
	say(lines: readonly string[]): void {
		this.#write(lines.map((line) => `${line.replaceAll(controls, ' ')}\n`).join(''));
	}

	/** The beginning of a line, or what is echoed on it. */
	put(text: string): void {
		this.#write(text.replaceAll(controls, ''));
	}

	/** Ends a line. */
	endLine(): void {
		this.#write('\n');
	}

	/** Takes so many columns back, as a terminal itself does for Backspace in a line that it edits. */
	takeBack(columns: number): void {
		this.#write('\b'.repeat(columns) + ' '.repeat(columns) + '\b'.repeat(columns));
	}

	/** Resolves when everything that was said has been written. */
	async written(): Promise<void> {
		return new Promise((resolve) => {
			this.#output.write('', () => {
				resolve();
			});
		});
	}

	#write(text: string): void {
		if (text !== '' && !this.#output.destroyed && !this.#output.writableEnded) {
			this.#output.write(text);
		}
	}
}
