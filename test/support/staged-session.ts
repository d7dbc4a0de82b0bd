import {Store} from '../../source/frontends/fields/store.ts';
import {message, type Message} from '../../source/text/message.ts';
import type {Action} from '../../source/wizard/action.ts';
import type {Question, Reply} from '../../source/wizard/question.ts';
import type {Session} from '../../source/wizard/session.ts';
import type {TranscriptEntry, Report, Stage, View} from '../../source/wizard/view.ts';

/** Makes a message whose text stands for itself: the staged session has no catalogue. */
export function say(text: string): Message {
	return message('value.plain', {value: text});
}

export const place: View['place'] = {isDemo: true, user: 'ada@example.com'};

/** A session that shows what a test puts into it, and records what was done. */
export class StagedSession implements Session {
	readonly replies: Reply[] = [];
	readonly acts: Action[] = [];
	readonly calls: string[] = [];
	onReply: ((reply: Reply) => void) | undefined;
	onAct: ((action: Action) => void) | undefined;
	onBack: (() => void) | undefined;
	onLeave: (() => void) | undefined;
	readonly #ended = Promise.withResolvers<Report>();
	readonly ended = this.#ended.promise;
	readonly #view: Store<View>;

	constructor(stage: Stage, position?: View['position']) {
		this.#view = new Store<View>({place, position, transcript: [], answered: [], stage});
	}

	view(): View {
		return this.#view.get();
	}

	subscribe(listener: () => void): () => void {
		return this.#view.subscribe(listener);
	}

	show(
		stage: Stage,
		change: Partial<Pick<View, 'position' | 'transcript' | 'answered' | 'place'>> = {},
	): void {
		this.#view.change({...change, stage});
	}

	ask(question: Question, step: Extract<Stage, {kind: 'question'}>['step'] = 'user', canGoBack = true): void {
		this.show({kind: 'question', step, question, canGoBack});
	}

	answered(...answers: ReadonlyArray<readonly [label: string, text: string]>): readonly TranscriptEntry[] {
		return answers.map(([label, text]) => ({
			id: label,
			about: 'answer',
			state: 'fine',
			label: say(label),
			text: say(text),
		}));
	}

	end(report: Report): void {
		this.show({kind: 'end', report});
		this.#ended.resolve(report);
	}

	reply(reply: Reply): void {
		this.replies.push(reply);
		this.onReply?.(reply);
	}

	act(action: Action): void {
		this.acts.push(action);
		this.onAct?.(action);
	}

	back(): void {
		this.calls.push('back');
		this.onBack?.();
	}

	reviewShown(): void {
		this.calls.push('reviewShown');
	}

	leave(): void {
		this.calls.push('leave');
		this.onLeave?.();
	}
}
