import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {Session} from '../../wizard/session.ts';
import type {Report, View} from '../../wizard/view.ts';
import {activityOf} from './activity.ts';
import {Chronicle} from './chronicle.ts';
import {Floor} from './floor.ts';
import {LineEditor} from './line-editor.ts';
import {obey} from './obey.ts';
import {Progress} from './progress.ts';
import type {Outcome, Prompt} from './prompts/prompt.ts';
import {fieldOf, headingOf, promptOf, subjectOf, topicOf, type Subject} from './scene.ts';
import type {Speaker} from './speaker.ts';
import {Told} from './told.ts';
import {TypedAhead} from './typed-ahead.ts';
import {wordOf, type Word} from './words.ts';

export interface ConversationTools {
	readonly texts: Texts;
	readonly speaker: Speaker;
	/** Forgets what is being typed, until the operator has paused. */
	readonly discardUntilQuiet: () => Promise<void>;
}

/** Holds a session by saying what is new, asking for a line, and handing on what it means. */
export class Conversation {
	readonly #editor: LineEditor;
	readonly #typedAhead = new TypedAhead();
	readonly #session: Session;
	readonly #tools: ConversationTools;
	readonly #chronicle: Chronicle;
	readonly #progress: Progress;
	readonly #told = new Told();
	readonly #floor = new Floor(() => {
		this.#listen();
	});
	#topic: string | undefined;
	#heading: string | undefined;
	#prompt: Prompt<Subject> | undefined;
	#haveWordsBeenSaid = false;

	constructor(session: Session, tools: ConversationTools) {
		this.#session = session;
		this.#tools = tools;
		this.#chronicle = new Chronicle(tools.texts);
		this.#progress = new Progress((sentence) => {
			this.#say([sentence]);
			this.#listen();
		});
		this.#editor = new LineEditor({
			speaker: tools.speaker,
			typedAhead: this.#typedAhead,
			onLine: (line) => {
				this.#take(line);
			},
			onKeyRefused: () => {
				this.#refuse(message('ui.keyRefused'));
				this.#listen();
			},
			onEnd: () => {
				session.leave();
			},
		});
	}

	/** Something has changed: says what is new. */
	update(): void {
		if (this.#floor.isPaused) {
			return;
		}

		const view = this.#session.view();
		this.#progress.watch(activityOf(view.stage, this.#tools.texts));
		this.#say(this.#chronicle.news(view));
		this.#enter(view);
		this.#speak();
	}

	/** Takes what was typed at once. */
	hear(burst: string): void {
		this.#typedAhead.add(burst);
		this.#listen();
	}

	/** Forgets what was typed ahead. */
	discard(): void {
		this.#typedAhead.discard();
	}

	/** Says nothing and asks nothing, while the terminal is somebody else's. */
	pause(): void {
		this.#floor.pause();
		this.#progress.stop();
		this.#editor.interrupt();
	}

	/** Goes on where it was. */
	resume(): void {
		this.#floor.resume();
		this.update();
	}

	/** Says how it ended. Nothing is asked any more. */
	end(report: Report): void {
		this.#floor.pause();
		this.#progress.stop();
		this.#editor.close();
		this.#tools.speaker.say(this.#chronicle.end(report));
	}

	#enter(view: View): void {
		const {texts} = this.#tools;
		const topic = topicOf(view.stage);
		if (topic === this.#topic) {
			this.#prompt?.update(subjectOf(view.stage, texts));
			return;
		}

		this.#topic = topic;
		this.#floor.guard(undefined);
		this.#editor.close();
		this.#told.forget();
		this.#prompt = view.stage.kind === 'end' ? undefined : promptOf(view, texts);
		const heading = headingOf(view, texts);
		if (heading !== undefined && heading !== this.#heading) {
			this.#say(['', heading]);
		}

		this.#heading = heading;
	}

	/** Says what is new of the prompt, and asks. */
	#speak(): void {
		if (this.#prompt === undefined || this.#floor.isPaused) {
			return;
		}

		const fresh = this.#told.fresh(this.#prompt);
		this.#say(fresh);
		if (fresh.length > 0 && this.#prompt.isGuarded) {
			this.#dropWhatWasTypedEarly();
		}

		this.#listen();
	}

	#listen(): void {
		if (this.#prompt === undefined || !this.#floor.isFree) {
			return;
		}

		const ask = this.#prompt.ask();
		if (ask === undefined) {
			this.#editor.interrupt();
			this.#takeWordsOnly();
			return;
		}

		if (!this.#haveWordsBeenSaid) {
			this.#haveWordsBeenSaid = true;
			this.#say([this.#tools.texts.text('plain.words')]);
		}

		this.#editor.ask(ask);
	}

	/** While nothing is asked, answers wait, but who wants to leave or to go back need not. */
	#takeWordsOnly(): void {
		const line = this.#typedAhead.peekLine();
		const word = line === undefined ? undefined : wordOf(line.slice(0, -1), this.#tools.texts);
		if (line === '\u0004') {
			this.#typedAhead.dropLine();
			this.#session.leave();
		} else if (word !== undefined) {
			this.#typedAhead.dropLine();
			this.#say(this.#obey(word));
			this.#speak();
		}
	}

	/** Nothing that was typed before these sentences were said can do what they are about. */
	#dropWhatWasTypedEarly(): void {
		this.#editor.close();
		this.#floor.guard({
			wait: async () => {
				await this.#tools.speaker.written();
				await this.#tools.discardUntilQuiet();
			},
			done: () => {
				this.#typedAhead.discard();
				if (this.#session.view().stage.kind === 'review') {
					this.#session.reviewShown();
				}
			},
		});
	}

	#take(line: string): void {
		const prompt = this.#prompt;
		if (prompt === undefined) {
			return;
		}

		const word = prompt.isAnswer?.(line) === true ? undefined : wordOf(line, this.#tools.texts);
		if (word === undefined) {
			this.#follow(prompt.take(line));
		} else {
			this.#say(this.#obey(word));
		}

		this.#speak();
	}

	#follow(outcome: Outcome): void {
		switch (outcome.kind) {
			case 'reply': {
				this.#say(outcome.lines ?? []);
				this.#session.reply(outcome.reply);
				break;
			}

			case 'act': {
				this.#floor.hush();
				this.#session.act(outcome.id);
				break;
			}

			case 'refused': {
				this.#refuse(outcome.reason);
				break;
			}

			case 'go-on': {
				this.#say(outcome.lines ?? []);
				if (outcome.lines === undefined) {
					this.#told.forgetEntries();
				}

				break;
			}
		}
	}

	#obey(word: Word): readonly string[] {
		const {texts} = this.#tools;
		return obey(word, {session: this.#session, prompt: this.#prompt, told: this.#told, texts});
	}

	#refuse(reason: Message): void {
		const {texts} = this.#tools;
		const field = fieldOf(this.#session.view(), texts);
		this.#say([texts.text('plain.error', {field, reason: texts.say(reason)})]);
	}

	#say(lines: readonly string[]): void {
		if (lines.length > 0) {
			this.#editor.interrupt();
			this.#tools.speaker.say(lines);
		}
	}
}
