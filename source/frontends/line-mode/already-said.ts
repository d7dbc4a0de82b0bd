import type {Prompt} from './prompt.ts';

/** Remembers what has been said of a prompt, so that only what is new is said. */
export class AlreadySaid {
	#head: readonly string[] = [];
	#entries: readonly string[] = [];

	/** The sentences that have to be said now; none where nothing is new. */
	fresh(prompt: Prompt): string[] {
		const head = prompt.head;
		const entries = prompt.entries;
		const newHead = head.filter((line) => !this.#head.includes(line));
		const hasNewEntries = entries.join('\n') !== this.#entries.join('\n');
		this.#head = head;
		this.#entries = entries;
		if (prompt.isOneWhole === true && (newHead.length > 0 || hasNewEntries)) {
			return [...head, ...entries];
		}

		return [...newHead, ...(hasNewEntries ? entries : [])];
	}

	/** The entries will be said again. */
	forgetEntries(): void {
		this.#entries = [];
	}

	/** Everything will be said again. */
	forget(): void {
		this.#head = [];
		this.#entries = [];
	}
}
