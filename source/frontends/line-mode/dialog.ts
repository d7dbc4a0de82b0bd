import type {Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {Session} from '../../wizard/session.ts';
import {Fields} from '../fields/fields.ts';
import type {Lease} from '../terminal/lease.ts';
import {LineReader} from './line-reader.ts';
import {Output} from './output.ts';
import {fieldName, type Prompt} from './prompt.ts';
import {Wake} from './wake.ts';

/** So many options of a list are said at once. */
export const portion = 20;

const nothing: Pick<Prompt, 'head' | 'entries'> = {head: [], entries: []};

/** What is said and what is typed share: the session with its field, what was said of it, and the line. */
export class Dialog {
	readonly session: Session;
	readonly texts: Texts;
	readonly output: Output;
	readonly reader: LineReader;
	readonly wake = new Wake();
	readonly fields = new Fields();
	/** How many options of a list are said. */
	shown = portion;
	/** What of the present prompt has been said. */
	#said: Pick<Prompt, 'head' | 'entries'> = nothing;
	/** What follows an action or a child comes in a moment: asking again before it would be noise. */
	mayAnswerSoon = false;

	constructor(session: Session, texts: Texts, output: NodeJS.WriteStream) {
		this.session = session;
		this.texts = texts;
		this.output = new Output(output);
		this.reader = new LineReader(this.output, this.wake.up);
	}

	/** Says lines, whatever is being typed. */
	say(lines: readonly string[]): void {
		if (lines.length > 0) {
			this.reader.interrupt();
			this.output.say(lines);
		}
	}

	/** Says why what was typed is no answer. */
	refuse(reason: Message | undefined): void {
		const field = fieldName(this.session.view(), this.texts);
		this.say(
			reason === undefined
				? []
				: [this.texts.text('lineMode.error', {field, reason: this.texts.say(reason)})],
		);
	}

	/** Says what is new of a prompt. @returns whether anything was. */
	tell({head, entries, isOneWhole = false}: Prompt): boolean {
		const newHead = head.filter((line) => !this.#said.head.includes(line));
		const hasNewEntries = entries.join('\n') !== this.#said.entries.join('\n');
		const isAnew = isOneWhole && (newHead.length > 0 || hasNewEntries);
		const fresh = [...(isAnew ? head : newHead), ...(isAnew || hasNewEntries ? entries : [])];
		this.#said = {head, entries};
		this.say(fresh);
		return fresh.length > 0;
	}

	/** The entries of another list, or of another part of it, are said from the first one on. */
	tellEntriesAnew(): void {
		this.shown = portion;
		this.#said = {...this.#said, entries: []};
	}

	/** Everything of the prompt is said again. */
	tellAnew(): void {
		this.#said = nothing;
	}
}

/** Holds the terminal, and hands what is typed to the line. @returns what gives it back. */
export function holdLease(lease: Lease, dialog: Dialog): () => void {
	const {session, reader, wake} = dialog;
	return lease.hold({
		usesSequences: false,
		onEvent: (event) => reader.add(event),
		onLeave: () => {
			reader.discard();
			session.leave();
		},
		away: async (run) => {
			reader.interrupt();
			try {
				await run();
			} finally {
				dialog.mayAnswerSoon = true;
				wake.up();
			}
		},
		close() {},
	});
}
