import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {Session} from '../../wizard/session.ts';
import type {View} from '../../wizard/view.ts';
import {Fields} from '../fields/fields.ts';
import type {Lease} from '../terminal/lease.ts';
import {AlreadySaid} from './already-said.ts';
import {LineReader} from './line-reader.ts';
import {Output} from './output.ts';
import {Wake} from './wake.ts';

/** So many options of a list are said at once. */
export const portion = 20;

/** What is said and what is typed share: the session with its field, what was said of it, and the line. */
export class Dialog {
	readonly session: Session;
	readonly texts: Texts;
	readonly output: Output;
	readonly reader: LineReader;
	readonly wake = new Wake();
	readonly fields = new Fields();
	readonly said = new AlreadySaid();
	/** How many options of a list are said. */
	shown = portion;
	/** What follows an action or a child comes in a moment: asking again before it would be noise. */
	mayAnswerSoon = false;

	constructor(session: Session, texts: Texts, output: NodeJS.WriteStream) {
		this.session = session;
		this.texts = texts;
		this.output = new Output(output);
		this.reader = new LineReader(this.output, () => {
			this.wake.up();
		});
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
		const field = nameOf(this.session.view(), this.texts);
		this.say(
			reason === undefined ? [] : [this.texts.text('plain.error', {field, reason: this.texts.say(reason)})],
		);
	}

	/** The entries of another list, or of another part of it, are said from the first one on. */
	sayEntriesAnew(): void {
		this.shown = portion;
		this.said.forgetEntries();
	}
}

/** What the operator would call the field: the title of the step. */
export function nameOf({rail, stage}: View, texts: Texts): string {
	const title = rail.find(({isNow}) => isNow)?.title;
	return stage.kind === 'question' && stage.step === 'confirm'
		? texts.text('plain.field.confirm')
		: texts.say(title ?? message('rail.checks'));
}

/** Where the operator is on the way; undefined where the way has not begun or is over. */
export function headingOf({rail, stage, place}: View, texts: Texts): string | undefined {
	const now = rail.findIndex(({isNow}) => isNow);
	const entry = rail[now];
	if (entry === undefined || stage.kind === 'checks' || stage.kind === 'end') {
		return undefined;
	}

	const step = texts.text('ui.rail', {number: now + 1, count: rail.length, title: texts.say(entry.title)});
	return place.isDemo ? texts.text('plain.heading.demo', {step}) : step;
}

/** Holds the terminal, and hands what is typed to the line. @returns what gives it back. */
export function holdLease(lease: Lease, dialog: Dialog): () => void {
	const {session, reader, wake} = dialog;
	return lease.hold({
		usesSequences: false,
		onEvent: (event) => {
			reader.add(event);
		},
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
