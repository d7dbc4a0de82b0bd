import type {Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {Session} from '../../wizard/session.ts';
import type {View} from '../../wizard/view.ts';
import {Fields} from '../fields/fields.ts';
import {LineReader, type Ask, type Typed} from './line-reader.ts';
import {Output} from './output.ts';
import {fieldName, type Prompt} from './prompt.ts';
import {promptOf} from './prompts.ts';

/** The number of options of a list that are printed at once. */
export const portion = 20;

const nothing: Pick<Prompt, 'head' | 'entries'> = {head: [], entries: []};

/** State shared by output and input: the session with its field, what was printed about it, and the line. */
export class Dialog {
	readonly session: Session;
	readonly texts: Texts;
	readonly output: Output;
	readonly reader: LineReader;
	readonly wake = new Wake();
	readonly fields = new Fields();
	shown = portion;
	/** The result of an action or a child may be about to arrive: asking again before it would be noise. */
	mayAnswerSoon = false;
	/** The last output has to reach the screen, and earlier input to be forgotten, before a line is taken. */
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

	/** Prints lines, interrupting whatever is being typed. */
	say(lines: readonly string[]): void {
		if (lines.length > 0) {
			this.reader.interrupt();
			this.output.say(lines);
		}
	}

	refuse(reason: Message | undefined): void {
		const field = fieldName(this.session.view(), this.texts);
		this.say(
			reason === undefined
				? []
				: [this.texts.text('lineMode.error', {field, reason: this.texts.say(reason)})],
		);
	}

	/** Prints what is new at the operator's place in the session. Returns the prompt there. */
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

	/** Asks for a line, the first time with the words that can be typed. @returns see `LineReader.ask` */
	ask(ask: Ask): Typed | undefined {
		this.say(this.#haveWordsBeenSaid ? [] : [this.texts.text('lineMode.words')]);
		this.#haveWordsBeenSaid = true;
		return this.reader.ask(ask);
	}

	/** Makes the next `follow` print the first entries of a list that has changed. */
	sayEntriesAgain(): void {
		this.shown = portion;
		this.#said = {...this.#said, entries: []};
	}

	/** Makes the next `follow` print the whole prompt again. */
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

	/** Prints what is new in a prompt, all of it if `isOneWhole` once anything is. Returns whether it did. */
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

/** Returns the heading of the current step; undefined during the checks and at the end, which have none. */
function headingOf({position, stage, place}: View, texts: Texts): string | undefined {
	if (position === undefined || stage.kind === 'checks' || stage.kind === 'end') {
		return undefined;
	}

	const step = texts.text('ui.rail', {...position, title: texts.say(position.title)});
	return place.isDemo ? texts.text('lineMode.heading.demo', {step}) : step;
}

/** Lets a loop sleep until something happens; an event just before it falls asleep counts. */
class Wake {
	#next = Promise.withResolvers<void>();

	readonly up = (): void => this.#next.resolve();

	/** Resolves when something has happened since the last call, or after so many milliseconds. */
	async next(milliseconds?: number): Promise<void> {
		const {promise, resolve} = this.#next;
		// The terminal keeps the program alive, not the timer of the next sentence about waiting.
		const timer = milliseconds === undefined ? undefined : setTimeout(resolve, milliseconds).unref();
		await promise;
		clearTimeout(timer);
		this.#next = Promise.withResolvers();
	}
}
