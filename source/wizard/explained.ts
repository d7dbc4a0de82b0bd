import type {Adapter, CommandNotice} from '../shell/adapter.ts';
import {message, type Message} from '../text/message.ts';
import type {Reply} from './question.ts';
import type {LeaveReason, Session} from './session.ts';
import type {RecordEntry, Report, View} from './view.ts';

/**
 * The same session, whose record also has a quiet line for every command that has ended (`--explain`), in the order in
 * which they came. The frontends need to know nothing of it.
 */
export function explainedSession(session: Session, observe: Adapter['observe']): Session {
	return new ExplainedSession(session, observe);
}

/** What is said of a command that has ended. Its secrets are placeholders. */
export function noticeMessage({command, durationMs, ending, exitCode}: CommandNotice): Message {
	const seconds = Math.round(durationMs / 100) / 10;
	if (ending !== 'exited' || exitCode === undefined) {
		return message('explain.ended', {command, seconds});
	}

	return exitCode === 0
		? message('explain.ran', {command, seconds})
		: message('explain.failed', {command, seconds, code: exitCode});
}

class ExplainedSession implements Session {
	readonly ended: Promise<Report>;

	readonly #session: Session;
	readonly #listeners = new Set<() => void>();
	readonly #record: RecordEntry[] = [];
	/** How many entries of the session's own record have been taken over. */
	#taken = 0;
	#view: View;

	constructor(session: Session, observe: Adapter['observe']) {
		this.#session = session;
		this.ended = session.ended;
		this.#view = this.#merged();
		session.subscribe(() => {
			this.#changed();
		});
		observe((notice) => {
			// What is said at the end is the last of all.
			if (this.#session.view().stage.kind !== 'end') {
				this.#record.push(entryOf(notice, this.#record.length));
				this.#changed();
			}
		});
	}

	view(): View {
		return this.#view;
	}

	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	reply(reply: Reply): void {
		this.#session.reply(reply);
	}

	act(actionId: string): void {
		this.#session.act(actionId);
	}

	back(): void {
		this.#session.back();
	}

	reviewShown(): void {
		this.#session.reviewShown();
	}

	leave(reason?: LeaveReason): void {
		this.#session.leave(reason);
	}

	#changed(): void {
		this.#view = this.#merged();
		for (const listener of this.#listeners) {
			listener();
		}
	}

	#merged(): View {
		const view = this.#session.view();
		this.#record.push(...view.record.slice(this.#taken));
		this.#taken = view.record.length;
		return {...view, record: [...this.#record]};
	}
}

function entryOf(notice: CommandNotice, position: number): RecordEntry {
	return {
		id: `command ${position}`,
		state: 'command',
		label: message('value.none'),
		text: noticeMessage(notice),
	};
}
