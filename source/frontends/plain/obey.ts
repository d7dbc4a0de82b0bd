import type {Texts} from '../../text/texts.ts';
import type {Session} from '../../wizard/session.ts';
import {helpLines} from '../lines/help-lines.ts';
import {plainLine} from './print.ts';
import type {Prompt} from './prompts/prompt.ts';
import {helpTopicOf, type Subject} from './scene.ts';
import type {Told} from './told.ts';
import type {Word} from './words.ts';

export interface ObeyTools {
	readonly session: Session;
	readonly prompt: Prompt<Subject> | undefined;
	readonly told: Told;
	readonly texts: Texts;
}

/** Does what a word asks for. @returns what has to be said about it. */
export function obey(word: Word, tools: ObeyTools): readonly string[] {
	const {session, prompt, told, texts} = tools;
	switch (word) {
		case 'help': {
			const topic = helpTopicOf(session.view().stage);
			const help = topic === undefined ? [] : helpLines(topic, texts).map(plainLine);
			return [...help, texts.text('plain.words')];
		}

		case 'back': {
			return goBack(tools);
		}

		case 'more': {
			return prompt?.more() === true ? [] : [texts.text('plain.noMore')];
		}

		case 'again': {
			told.forget();
			return [];
		}

		case 'quit': {
			quit(session);
			return [];
		}
	}
}

function goBack({session, prompt, told, texts}: ObeyTools): readonly string[] {
	if (prompt?.back() === true) {
		told.forgetEntries();
		return [];
	}

	const before = session.view();
	session.back();
	return session.view() === before ? [texts.text('plain.noBack')] : [];
}

/** Leaves with words: before applying nothing has been changed; after it, what was changed is said. */
function quit(session: Session): void {
	const view = session.view();
	const {stage} = view;
	if (stage.kind !== 'apply') {
		session.act('quit');
		if (session.view() === view) {
			session.leave();
		}
	} else if (stage.board.actions.length > 0) {
		session.act('finish');
	} else if (!stage.board.isLeaving) {
		session.leave();
	}
}
