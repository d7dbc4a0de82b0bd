import type {Texts} from '../../text/texts.ts';
import type {Session} from '../../wizard/session.ts';
import type {Report, View} from '../../wizard/view.ts';
import {noticeLine, type ObserveCommands} from '../lines/notice-line.ts';
import {plainLine} from '../lines/print.ts';
import type {Lease} from '../terminal/lease.ts';
import type {Typed} from './ask.ts';
import {Dialog, holdLease, portion} from './dialog.ts';
import {News} from './news.ts';
import type {Prompt} from './prompt.ts';
import {promptOf} from './prompts.ts';
import {takeTyped} from './take-typed.ts';
import {activityOf, Waiting} from './waiting.ts';
import {lineModeTexts, typedCommandOf} from './typed-command.ts';

/** So long an action or a child has to answer before the operator is asked again (milliseconds). */
const moment = 50;

export interface LineModeOptions {
	readonly texts: Texts;
	readonly lease: Lease;
	readonly output: NodeJS.WriteStream;
	/** To say every command that has ended, too (`--explain`). */
	readonly observe?: ObserveCommands | undefined;
}

/**
 * Runs a session a line at a time: nothing is redrawn, no escape sequence is written, and the cursor only
 * ever goes back within the line that is typed.
 *
 * @returns the report, when the last of it has been written; the terminal stays leased
 */
export async function runLineMode(session: Session, options: LineModeOptions): Promise<Report> {
	return new LineMode(session, options).run();
}

class LineMode extends Dialog {
	readonly #lease: Lease;
	readonly #news: News;
	readonly #waiting = new Waiting();
	#heading: string | undefined;
	#topic = '';
	/** What was said last has to be on the screen, and what was typed before that forgotten. */
	#hasToBeHeard = false;
	#haveWordsBeenSaid = false;

	constructor(session: Session, {texts: given, lease, output, observe}: LineModeOptions) {
		const texts = lineModeTexts(given);
		super(session, texts, output);
		this.#lease = lease;
		this.#news = new News(texts);
		observe?.((notice) => {
			this.#news.add(plainLine(noticeLine(notice, texts)));
			this.wake.up();
		});
	}

	/** Says what is new, asks, takes the line, until the end. */
	async run(): Promise<Report> {
		const {session, reader, output, wake} = this;
		const unsubscribe = session.subscribe(wake.up);
		const release = holdLease(this.#lease, this);
		try {
			// oxlint-disable no-await-in-loop -- one line after the other
			for (;;) {
				await this.#lease.isHere();
				const view = session.view();
				this.say(this.#news.of(view));
				if (view.stage.kind === 'end') {
					reader.close();
					this.say(this.#news.end(view.stage.report));
					await output.written();
					return await session.ended;
				}

				await this.#turn(view);
			}
			// oxlint-enable no-await-in-loop
		} finally {
			unsubscribe();
			release();
		}
	}

	/** One round: something is said, heard, or waited for. */
	async #turn(view: View): Promise<void> {
		if (this.mayAnswerSoon) {
			this.mayAnswerSoon = false;
			await this.wake.next(moment);
			return;
		}

		const prompt = this.#tell(view);
		if (this.#hasToBeHeard) {
			await this.#beHeard(view);
			return;
		}

		const typed = this.#listen(prompt);
		if (typed === undefined) {
			await this.wake.next(this.#waiting.delay);
		} else {
			takeTyped(typed, this, prompt);
		}
	}

	/** Says what is new of the place where the operator is. */
	#tell(view: View): Prompt {
		const {stage} = view;
		const {texts, fields} = this;
		fields.take(stage);
		const topic = `${stage.kind} ${fields.identity}`;
		if (topic !== this.#topic) {
			this.#topic = topic;
			this.#begin(view);
		}

		const prompt = promptOf(view, fields.present, this);
		const isNew = this.tell(prompt);
		this.#hasToBeHeard ||= isNew && prompt.isGuarded;
		const waiting = this.#waiting.due(activityOf(stage, texts));
		this.say(waiting === undefined ? [] : [waiting]);
		return prompt;
	}

	/** Another question, or another stage, begins. */
	#begin(view: View): void {
		this.shown = portion;
		this.#hasToBeHeard = false;
		this.reader.close();
		this.tellAnew();
		const heading = headingOf(view, this.texts);
		this.say(heading === undefined || heading === this.#heading ? [] : ['', heading]);
		this.#heading = heading;
	}

	/** Nothing that was typed before these sentences were said can do what they are about. */
	async #beHeard(view: View): Promise<void> {
		const {session, reader, output} = this;
		reader.close();
		await output.written();
		await this.#lease.isHere();
		if (session.view() === view) {
			this.#hasToBeHeard = false;
			this.#lease.discard();
			reader.discard();
			if (view.stage.kind === 'review') {
				session.reviewShown();
			}
		}
	}

	#listen({ask}: Prompt): Typed | undefined {
		const {texts, reader} = this;
		if (ask === undefined) {
			// While nothing is asked, answers wait, but who wants to leave or to go back need not.
			reader.pause();
			return reader.takeAhead((line) => typedCommandOf(line, texts) !== undefined);
		}

		if (!this.#haveWordsBeenSaid) {
			this.#haveWordsBeenSaid = true;
			this.say([texts.text('lineMode.words')]);
		}

		reader.ask(ask);
		return reader.take();
	}
}

/** Where the operator is on the way; undefined where the way has not begun or is over. */
function headingOf({position, stage, place}: View, texts: Texts): string | undefined {
	if (position === undefined || stage.kind === 'checks' || stage.kind === 'end') {
		return undefined;
	}

	const step = texts.text('ui.rail', {...position, title: texts.say(position.title)});
	return place.isDemo ? texts.text('lineMode.heading.demo', {step}) : step;
}
