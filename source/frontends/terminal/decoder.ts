import {keyOfControl, keyOfSequence, sequenceAt, type InputEvent} from './keys.ts';

const escape = '\u001B';
const pasteStart = `${escape}[200~`;
const pasteEnd = `${escape}[201~`;
const beginningOfEnd = /(?:\u001B(?:\[(?:2(?:01?)?)?)?)?$/;
const text = /^[^\u0000-\u001F\u007F-\u009F]+/;

/** This many characters in one read were hardly typed: they wait, so that a torn paste becomes one text. */
const fastRun = 8;

/** More than a key ever needs; the rest is dropped, so that an endless paste does not fill the memory. */
const longestText = 100_000;

/** What is awaited: the rest of a sequence, of a paste or of a fast run, or a line feed after a return. */
export type PendingInput = 'nothing' | 'sequence' | 'paste' | 'run' | 'line-feed';

/**
 * A decoder of terminal input: the only place where characters become keys, text and pastes. Its only state
 * is what is incomplete: the same characters give the same events however they are split over reads. Only
 * time, which the caller keeps, ends what waits (`flush`).
 */
export class Decoder {
	readonly #onReply: (sequence: string) => void;
	/** What the next read may continue: the beginning of an escape sequence, or a fast run. */
	#rest = '';
	/** What has arrived of a bracketed paste; undefined outside one. */
	#paste: string | undefined;
	/** Whether a line feed that comes next, even in the next read, belongs to the same Enter. */
	#endsInReturn = false;

	/** @param onReply called with each whole sequence that is not a key: what a terminal answers */
	constructor(onReply: (sequence: string) => void = () => {}) {
		this.#onReply = onReply;
	}

	get waitsFor(): PendingInput {
		if (this.#paste !== undefined) {
			return 'paste';
		}

		if (this.#rest === '') {
			return this.#endsInReturn ? 'line-feed' : 'nothing';
		}

		return this.#rest.startsWith(escape) ? 'sequence' : 'run';
	}

	/** Takes what one read brought; returns the events that are complete. */
	push(chunk: string): InputEvent[] {
		const events: InputEvent[] = [];
		if (this.#paste !== undefined && /^\u0003+$/.test(chunk)) {
			// A terminal that lost the end of a paste must not swallow Ctrl-C, however often it is pressed.
			events.push(...this.#endPaste());
		}

		let rest = this.#rest + chunk;
		this.#rest = '';
		while (rest !== '') {
			rest = this.#paste === undefined ? this.#step(rest, events) : this.#stepInPaste(rest, events);
		}

		return events;
	}

	/** Returns what waited: after some time it is complete as it is. */
	flush(): InputEvent[] {
		this.#endsInReturn = false;
		if (this.#paste !== undefined) {
			return this.#endPaste();
		}

		const rest = this.#rest;
		this.#rest = '';
		if (rest !== '' && !rest.startsWith(escape)) {
			return [{kind: 'text', text: rest}];
		}

		// One ESC is the key, two are the key twice; the beginning of anything longer means nothing.
		const escapes = /^\u001B{1,2}$/.test(rest) ? [...rest] : [];
		return escapes.map(() => ({kind: 'key', name: 'escape'}));
	}

	/** Discards what has arrived of a run or a paste. A paste stays open, since its rest is still to come. */
	forget(): void {
		if (this.waitsFor === 'run') {
			this.#rest = '';
		} else if (this.#paste !== undefined) {
			this.#paste = '';
		}
	}

	#step(rest: string, events: InputEvent[]): string {
		const followsReturn = this.#endsInReturn;
		this.#endsInReturn = false;
		if (followsReturn && rest.startsWith('\n')) {
			return rest.slice(1);
		}

		if (rest.startsWith(escape)) {
			return this.#stepInSequence(rest, events);
		}

		const run = text.exec(rest)?.[0];
		if (run !== undefined) {
			if (run.length === rest.length && run.length >= fastRun) {
				this.#rest = run.slice(0, longestText);
			} else {
				events.push({kind: 'text', text: run.slice(0, longestText)});
			}

			return rest.slice(run.length);
		}

		const control = rest.slice(0, 1);
		this.#endsInReturn = control === '\r';
		const name = keyOfControl(control);
		if (name !== undefined) {
			const isFollowed = name === 'enter' && text.test(rest.slice(1).replace(/^\n/, ''));
			events.push({kind: 'key', name, ...(isFollowed ? {isFollowed} : {})});
		}

		return rest.slice(1);
	}

	#stepInSequence(rest: string, events: InputEvent[]): string {
		const sequence = sequenceAt(rest);
		if (sequence === undefined) {
			this.#rest = rest;
			return '';
		}

		const name = sequence === escape ? 'escape' : keyOfSequence(sequence.slice(1));
		if (sequence === pasteStart) {
			this.#paste = '';
		} else if (name !== undefined) {
			events.push({kind: 'key', name});
		} else {
			this.#onReply(sequence);
		}

		return rest.slice(sequence.length);
	}

	#stepInPaste(rest: string, events: InputEvent[]): string {
		const end = rest.indexOf(pasteEnd);
		const length = end === -1 ? rest.search(beginningOfEnd) : end;
		this.#paste = ((this.#paste ?? '') + rest.slice(0, length)).slice(0, longestText);
		if (end === -1) {
			this.#rest = rest.slice(length);
			return '';
		}

		events.push(...this.#endPaste());
		return rest.slice(end + pasteEnd.length);
	}

	#endPaste(): InputEvent[] {
		const pasted = this.#paste ?? '';
		this.#paste = undefined;
		this.#rest = '';
		return pasted === '' ? [] : [{kind: 'paste', text: pasted}];
	}
}
