import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {Session} from '../../wizard/session.ts';
import type {Report, View} from '../../wizard/view.ts';
import {Fields} from '../fields/fields.ts';
import {ListField} from '../fields/list.ts';
import {SecretField} from '../fields/secret.ts';
import {helpLines, helpTopicOf} from '../lines/help-lines.ts';
import {noticeLine, type ObserveCommands} from '../lines/notice-line.ts';
import {plainLine} from '../lines/print.ts';
import type {Lease} from '../terminal/lease.ts';
import {LineReader, type Typed} from './line-reader.ts';
import {News} from './news.ts';
import {Output} from './output.ts';
import type {Prompt} from './prompt.ts';
import {promptOf} from './prompts.ts';
import {AlreadySaid} from './already-said.ts';
import {activityOf, Waiting} from './waiting.ts';
import {Wake} from './wake.ts';
import {lineModeTexts, typedCommandOf, type TypedCommand} from './typed-command.ts';

/** So many options of a list are said at once. */
const portion = 20;

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
 * Runs a session a line at a time: nothing is redrawn, no escape sequence is written, and the cursor only ever goes
 * back within the line that is typed.
 *
 * @returns the report, when the last of it has been written; the terminal stays leased
 */
export async function runLineMode(session: Session, options: LineModeOptions): Promise<Report> {
	return new LineMode(session, options).run();
}

class LineMode {
	readonly #session: Session;
	readonly #lease: Lease;
	readonly #texts: Texts;
	readonly #output: Output;
	readonly #wake = new Wake();
	readonly #reader: LineReader;
	readonly #fields = new Fields();
	readonly #news: News;
	readonly #said = new AlreadySaid();
	readonly #waiting = new Waiting();
	#heading: string | undefined;
	#topic = '';
	#shown = portion;
	/** What was said last has to be on the screen, and what was typed before that forgotten. */
	#hasToBeHeard = false;
	#mayAnswerSoon = false;
	#haveWordsBeenSaid = false;

	constructor(session: Session, {texts, lease, output, observe}: LineModeOptions) {
		this.#session = session;
		this.#lease = lease;
		this.#texts = lineModeTexts(texts);
		this.#output = new Output(output);
		this.#reader = new LineReader(this.#output, () => {
			this.#wake.up();
		});
		this.#news = new News(this.#texts);
		observe?.((notice) => {
			this.#news.add(plainLine(noticeLine(notice, this.#texts)));
			this.#wake.up();
		});
	}

	/** Says what is new, asks, takes the line, until the end. */
	async run(): Promise<Report> {
		const unsubscribe = this.#session.subscribe(() => {
			this.#wake.up();
		});
		const release = this.#hold();
		try {
			// oxlint-disable no-await-in-loop -- one line after the other
			for (;;) {
				await this.#lease.isHere();
				const view = this.#session.view();
				this.#say(this.#news.of(view));
				if (view.stage.kind === 'end') {
					this.#reader.close();
					this.#say(this.#news.end(view.stage.report));
					await this.#output.written();
					return await this.#session.ended;
				}

				await this.#turn(view);
			}
			// oxlint-enable no-await-in-loop
		} finally {
			unsubscribe();
			release();
		}
	}

	#hold(): () => void {
		return this.#lease.hold({
			usesSequences: false,
			onEvent: (event) => {
				this.#reader.add(event);
			},
			onLeave: () => {
				this.#reader.discard();
				this.#session.leave();
			},
			away: async (run) => {
				this.#reader.interrupt();
				try {
					await run();
				} finally {
					this.#mayAnswerSoon = true;
					this.#wake.up();
				}
			},
			close() {},
		});
	}

	/** One round: something is said, heard, or waited for. */
	async #turn(view: View): Promise<void> {
		if (this.#mayAnswerSoon) {
			// What follows an action or a child comes in a moment: asking again before it would be noise.
			this.#mayAnswerSoon = false;
			await this.#wake.next(moment);
			return;
		}

		const prompt = this.#tell(view);
		if (this.#hasToBeHeard) {
			await this.#beHeard(view);
			return;
		}

		const typed = this.#listen(prompt);
		if (typed === undefined) {
			await this.#wake.next(this.#waiting.delay);
		} else {
			this.#take(typed, prompt);
		}
	}

	/** Says what is new of the place where the operator is. */
	#tell(view: View): Prompt {
		const {stage} = view;
		this.#fields.take(stage);
		const topic = `${stage.kind} ${this.#fields.identity}`;
		if (topic !== this.#topic) {
			this.#topic = topic;
			this.#shown = portion;
			this.#hasToBeHeard = false;
			this.#reader.close();
			this.#said.forget();
			const heading = headingOf(view, this.#texts);
			this.#say(heading === undefined || heading === this.#heading ? [] : ['', heading]);
			this.#heading = heading;
		}

		const prompt = promptOf(view, this.#fields.present, {
			texts: this.#texts,
			name: nameOf(view, this.#texts),
			shown: this.#shown,
		});
		const fresh = this.#said.fresh(prompt);
		this.#say(fresh);
		this.#hasToBeHeard ||= fresh.length > 0 && prompt.isGuarded;
		const waiting = this.#waiting.due(activityOf(stage, this.#texts));
		this.#say(waiting === undefined ? [] : [waiting]);
		return prompt;
	}

	/** Nothing that was typed before these sentences were said can do what they are about. */
	async #beHeard(view: View): Promise<void> {
		this.#reader.close();
		await this.#output.written();
		await this.#lease.isHere();
		if (this.#session.view() === view) {
			this.#hasToBeHeard = false;
			this.#lease.discard();
			this.#reader.discard();
			if (view.stage.kind === 'review') {
				this.#session.reviewShown();
			}
		}
	}

	#listen({ask}: Prompt): Typed | undefined {
		if (ask === undefined) {
			// While nothing is asked, answers wait, but who wants to leave or to go back need not.
			this.#reader.pause();
			return this.#reader.takeAhead((line) => typedCommandOf(line, this.#texts) !== undefined);
		}

		if (!this.#haveWordsBeenSaid) {
			this.#haveWordsBeenSaid = true;
			this.#say([this.#texts.text('plain.words')]);
		}

		this.#reader.ask(ask);
		return this.#reader.take();
	}

	#take(typed: Typed, prompt: Prompt): void {
		if (typed.kind === 'end') {
			this.#session.leave();
		} else if (typed.kind === 'withheld') {
			this.#refuse(message('ui.keyRefused'));
		} else if (typed.kind === 'back') {
			this.#obey('back');
		} else {
			const word =
				prompt.isAnswer?.(typed.text) === true ? undefined : typedCommandOf(typed.text, this.#texts);
			if (word === undefined) {
				this.#answer(typed.text, prompt);
			} else {
				this.#obey(word);
			}
		}
	}

	#answer(line: string, prompt: Prompt): void {
		const {answer, lines = [], error = this.#fields.present?.state.get().error} = prompt.take(line);
		this.#say(lines);
		switch (answer?.kind) {
			case 'reply': {
				this.#session.reply(answer.reply);
				this.#refuse(mismatchIn(this.#session.view()));
				break;
			}

			case 'act': {
				this.#mayAnswerSoon = true;
				this.#session.act(answer.action);
				break;
			}

			case 'narrowed': {
				this.#shown = portion;
				this.#said.forgetEntries();
				break;
			}

			case 'held': {
				break;
			}

			case undefined: {
				this.#refuse(error);
			}
		}
	}

	#obey(word: TypedCommand): void {
		const {stage} = this.#session.view();
		switch (word) {
			case 'help': {
				const topic = helpTopicOf(stage);
				const help = topic === undefined ? [] : helpLines(topic, this.#texts).map(plainLine);
				this.#say([...help, this.#texts.text('plain.words')]);
				break;
			}

			case 'back': {
				this.#goBack();
				break;
			}

			case 'more': {
				const field = this.#fields.present;
				const hasMore = field instanceof ListField && field.state.get().found.length > this.#shown;
				this.#shown += hasMore ? portion : 0;
				this.#say(hasMore ? [] : [this.#texts.text('plain.noMore')]);
				break;
			}

			case 'again': {
				this.#said.forget();
				break;
			}

			case 'quit': {
				quit(this.#session);
			}
		}
	}

	/** Back within the field first: to the whole list, or to an empty secret. */
	#goBack(): void {
		const field = this.#fields.present;
		const isWithin =
			field instanceof ListField ? field.reset() : field instanceof SecretField && field.clear();
		const before = this.#session.view();
		if (isWithin) {
			this.#shown = portion;
			this.#said.forgetEntries();
			return;
		}

		this.#session.back();
		this.#say(this.#session.view() === before ? [this.#texts.text('plain.noBack')] : []);
	}

	#refuse(reason: Message | undefined): void {
		const field = nameOf(this.#session.view(), this.#texts);
		this.#say(
			reason === undefined ? [] : [this.#texts.text('plain.error', {field, reason: this.#texts.say(reason)})],
		);
	}

	#say(lines: readonly string[]): void {
		if (lines.length > 0) {
			this.#reader.interrupt();
			this.#output.say(lines);
		}
	}
}

/** What the operator would call the field: the title of the step. */
function nameOf({rail, stage}: View, texts: Texts): string {
	const title = rail.find(({state}) => state === 'now')?.title;
	return stage.kind === 'question' && stage.step === 'confirm'
		? texts.text('plain.field.confirm')
		: texts.say(title ?? message('rail.checks'));
}

/** Why what was typed does not confirm. */
function mismatchIn({stage}: View): Message | undefined {
	return stage.kind === 'question' && stage.question.kind === 'typed-confirm'
		? stage.question.mismatch
		: undefined;
}

/** Where the operator is on the way; undefined where the way has not begun or is over. */
function headingOf({rail, stage, place}: View, texts: Texts): string | undefined {
	const now = rail.findIndex(({state}) => state === 'now');
	const entry = rail[now];
	if (entry === undefined || stage.kind === 'checks' || stage.kind === 'end') {
		return undefined;
	}

	const step = texts.text('ui.rail', {number: now + 1, count: rail.length, title: texts.say(entry.title)});
	return place.isDemo ? texts.text('plain.heading.demo', {step}) : step;
}

/** Leaves with words: before applying nothing has been changed; after it, what was changed is said. */
function quit(session: Session): void {
	const view = session.view();
	const {stage} = view;
	if (stage.kind !== 'apply') {
		session.act({kind: 'quit'});
		if (session.view() === view) {
			session.leave();
		}
	} else if (stage.progress.actions.length > 0) {
		session.act({kind: 'finish'});
	} else if (!stage.progress.isLeaving) {
		session.leave();
	}
}
