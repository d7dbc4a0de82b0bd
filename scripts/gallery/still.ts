import type {LeaveReason, Session} from '../../source/wizard/session.ts';
import type {Reply} from '../../source/wizard/question.ts';
import type {Report, View} from '../../source/wizard/view.ts';

/** A session that stands still: it shows one view and does nothing that it is told, apart from leaving. */
export class StillSession implements Session {
	readonly ended: Promise<Report>;
	readonly #view: View;
	readonly #ending = Promise.withResolvers<Report>();

	constructor(view: View) {
		this.#view = view;
		this.ended = this.#ending.promise;
	}

	view(): View {
		return this.#view;
	}

	subscribe(): () => void {
		return () => {};
	}

	reply(_reply: Reply): void {}

	act(_actionId: string): void {}

	back(): void {}

	reviewShown(): void {}

	leave(_reason?: LeaveReason): void {
		this.#ending.resolve({
			outcome: 'quit',
			plan: undefined,
			scopes: [],
			refusal: undefined,
			error: undefined,
			keyReference: {kind: 'environment'},
			exitStatus: 0,
		});
	}
}
