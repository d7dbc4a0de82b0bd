import {message} from '../../text/message.ts';
import type {Action} from '../../wizard/action.ts';
import {byKind} from '../../wizard/by-kind.ts';
import type {Session} from '../../wizard/session.ts';
import {topicOf} from '../../wizard/view.ts';
import {ListField} from '../fields/list.ts';
import {SecretField} from '../fields/secret.ts';
import {helpLines} from '../lines/help-lines.ts';
import {plainLine} from '../lines/print.ts';
import {commandLines} from '../lines/review-lines.ts';
import {portion, type Dialog} from './dialog.ts';
import type {Typed} from './line-reader.ts';
import {typedCommandOf, type Prompt, type TypedCommand} from './prompt.ts';

/** Acts on what was typed: a word such as `back`, or an answer to the prompt. */
export const takeTyped = byKind<Typed, [Dialog, Prompt], void>({
	end: (_, {session}) => session.leave(),
	withheld: (_, dialog) => dialog.refuse(message('ui.keyRefused')),
	back: (_, dialog) => goBack(dialog),
	line({text}, dialog, prompt) {
		const word = prompt.isAnswer?.(text) === true ? undefined : typedCommandOf(text, dialog.texts);
		if (word === undefined) {
			answer(dialog, text, prompt);
		} else {
			commandActions[word](dialog);
		}
	},
});

function answer(dialog: Dialog, line: string, prompt: Prompt): void {
	const {session, fields} = dialog;
	const {answer: given, lines = []} = prompt.take(line);
	dialog.say(lines);
	if (given?.kind === 'reply') {
		session.reply(given.reply);
		const {stage} = session.view();
		const isConfirmation = stage.kind === 'question' && stage.question.kind === 'typed-confirm';
		dialog.refuse(isConfirmation ? stage.question.mismatch : undefined);
	} else if (given?.kind === 'act') {
		act(dialog, given.action);
	} else if (given?.kind !== 'held') {
		const noSuchNumber = message('lineMode.noSuchNumber', {count: prompt.entries.length});
		dialog.refuse(fields.present === undefined ? noSuchNumber : fields.present.state.get().error);
	}

	if (given?.kind === 'narrowed') {
		dialog.sayEntriesAgain();
	}
}

function act(dialog: Dialog, action: Action): void {
	const {session, texts} = dialog;
	const {stage} = session.view();
	if (action.kind === 'show-commands' && stage.kind === 'review') {
		dialog.say(commandLines(stage.review, texts).map(plainLine));
		return;
	}

	dialog.mayAnswerSoon = true;
	session.act(action);
}

const commandActions: Readonly<Record<TypedCommand, (dialog: Dialog) => void>> = {
	help(dialog) {
		const {session, texts} = dialog;
		const topic = topicOf(session.view().stage);
		const help = topic === undefined ? [] : helpLines(topic, texts).map(plainLine);
		dialog.say([...help, texts.text('lineMode.words')]);
	},
	back: goBack,
	more(dialog) {
		const field = dialog.fields.present;
		const hasMore = field instanceof ListField && field.state.get().found.length > dialog.shown;
		dialog.shown += hasMore ? portion : 0;
		dialog.say(hasMore ? [] : [dialog.texts.text('lineMode.noMore')]);
	},
	again: (dialog) => dialog.sayAgain(),
	quit: ({session}) => quit(session),
};

/** Goes back within the field first: to the whole list, or to an empty secret. */
function goBack(dialog: Dialog): void {
	const {session, fields, texts} = dialog;
	const field = fields.present;
	const isWithin = field instanceof ListField ? field.reset() : field instanceof SecretField && field.clear();
	if (isWithin) {
		dialog.sayEntriesAgain();
		return;
	}

	const before = session.view();
	session.back();
	dialog.say(session.view() === before ? [texts.text('lineMode.noBack')] : []);
}

/** Quits: before applying, nothing has been changed; after it, the report says what was. */
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
