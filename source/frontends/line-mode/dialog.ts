import type {Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {Session} from '../../wizard/session.ts';
import type {View} from '../../wizard/view.ts';
import {Fields} from '../fields/fields.ts';
import {LineReader, type Ask, type Typed} from './line-reader.ts';
import {Output} from './output.ts';
import {fieldName, type Prompt} from './prompt.ts';
import {promptOf} from './prompts.ts';

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
	shown = portion;
	/** What follows an action or a child comes in a moment: asking again before it would be noise. */
	mayAnswerSoon = false;
	/** What was said last has to be on the screen, and what was typed before that forgotten. */
	hasToBeHeard = false;
	#topic = '';
	#heading: string | undefined;
	#haveWordsBeenSaid = false;
	#said = nothing;

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

	/** Says what is new of the place where the operator is. @returns what is asked there. */
	follow(view: View): Prompt {
		this.fields.take(view.stage);
		const topic = `${view.stage.kind} ${this.fields.identity}`;
		if (topic !== this.#topic) {
			this.#topic = topic;
			this.#begin(view);
		}

		const prompt = promptOf(view, this.fields.present, this.shown, this.texts);
		const isNew = this.#sayNew(prompt, view.stage.kind === 'review');
		this.hasToBeHeard ||= isNew && prompt.isGuarded;
		return prompt;
	}

	/** Asks for a line; the first time with the words that can be typed. @returns see `LineReader.ask` */
	ask(ask: Ask): Typed | undefined {
		this.say(this.#haveWordsBeenSaid ? [] : [this.texts.text('lineMode.words')]);
		this.#haveWordsBeenSaid = true;
		return this.reader.ask(ask);
	}

	/** The entries of another list, or of another part of it, are said from the first one on. */
	sayEntriesAgain(): void {
		this.shown = portion;
		this.#said = {...this.#said, entries: []};
	}

	/** Everything of the prompt is said again. */
	sayAgain(): void {
		this.#said = nothing;
	}

	#begin(view: View): void {
		this.shown = portion;
		this.hasToBeHeard = false;
		this.reader.close();
		this.sayAgain();
		const heading = headingOf(view, this.texts);
		this.say(heading === undefined || heading === this.#heading ? [] : ['', heading]);
		this.#heading = heading;
	}

	/**
	 * Says what is new of a prompt; of one whole all, once one sentence is new. @returns whether anything was.
	 */
	#sayNew({head, entries}: Prompt, isOneWhole: boolean): boolean {
		const newHead = head.filter((line) => !this.#said.head.includes(line));
		const hasNewEntries = entries.join('\n') !== this.#said.entries.join('\n');
		const isAnew = isOneWhole && (newHead.length > 0 || hasNewEntries);
		const fresh = [...(isAnew ? head : newHead), ...(isAnew || hasNewEntries ? entries : [])];
		this.#said = {head, entries};
		this.say(fresh);
		return fresh.length > 0;
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

/** Lets a loop sleep until something has happened: also what happened just before it fell asleep. */
class Wake {
	#next = Promise.withResolvers<void>();

	readonly up = (): void => this.#next.resolve();

	/** Resolves when something has happened since the last time, or after so many milliseconds. */
	async next(milliseconds?: number): Promise<void> {
		const {promise, resolve} = this.#next;
		// The terminal keeps the program alive, not the next sentence about what it waits for.
		const timer = milliseconds === undefined ? undefined : setTimeout(resolve, milliseconds).unref();
		await promise;
		clearTimeout(timer);
		this.#next = Promise.withResolvers();
	}
}
