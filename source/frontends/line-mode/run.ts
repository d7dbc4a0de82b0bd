import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {MessageKey, PlainKey} from '../../text/catalogue.ts';
import type {Session} from '../../wizard/session.ts';
import type {Report, View} from '../../wizard/view.ts';
import {noticeLine, type ObserveCommands} from '../lines/notice-line.ts';
import {plainLine} from '../lines/print.ts';
import type {Holder, Lease} from '../terminal/lease.ts';
import {Dialog} from './dialog.ts';
import {News} from './news.ts';
import {typedCommandOf} from './prompt.ts';
import {takeTyped} from './take-typed.ts';
import {activityOf, Waiting} from './waiting.ts';

/** Milliseconds in which an action or a child may answer before the operator is asked again. */
const moment = 50;

export interface LineModeOptions {
	readonly texts: Texts;
	readonly lease: Lease;
	readonly output: NodeJS.WriteStream;
	/** Also prints every command that has ended (`--explain`). */
	readonly observe?: ObserveCommands | undefined;
}

/**
 * Runs a session a line at a time: prints what is new, asks, and takes the line, until the end. Nothing is
 * redrawn, no escape sequence is written, and the cursor moves back only within the line being typed.
 * Resolves to the report once all output has been written; the terminal stays leased.
 */
export async function runLineMode(
	session: Session,
	{texts: given, lease, output, observe}: LineModeOptions,
): Promise<Report> {
	const texts = lineModeTexts(given);
	const dialog = new Dialog(session, texts, output);
	const news = new News(texts);
	const explained: string[] = [];
	observe?.((notice) => {
		explained.push(plainLine(noticeLine(notice, texts)));
		dialog.wake.up();
	});
	const unsubscribe = session.subscribe(dialog.wake.up);
	const release = lease.hold(holderOf(dialog));
	const waiting = new Waiting();
	try {
		// oxlint-disable no-await-in-loop -- one line after the other
		for (;;) {
			await lease.isHere();
			const view = session.view();
			dialog.say([...explained.splice(0), ...news.of(view)]);
			if (view.stage.kind === 'end') {
				dialog.reader.close();
				dialog.say(news.end(view.stage.report));
				await dialog.output.written();
				return await session.ended;
			}

			await takeTurn(view, dialog, waiting, lease);
		}
		// oxlint-enable no-await-in-loop
	} finally {
		unsubscribe();
		release();
	}
}

/** Runs one round: prints, takes a line, or waits. */
async function takeTurn(view: View, dialog: Dialog, waiting: Waiting, lease: Lease): Promise<void> {
	const {texts, reader, wake} = dialog;
	if (dialog.mayAnswerSoon) {
		dialog.mayAnswerSoon = false;
		await wake.next(moment);
		return;
	}

	const prompt = dialog.follow(view);
	dialog.say(waiting.due(activityOf(view.stage, texts)));
	if (dialog.hasToBeHeard) {
		await beHeard(view, dialog, lease);
		return;
	}

	const typed =
		prompt.ask === undefined
			? // Answers wait while nothing is asked, but a command to leave or to go back need not.
				reader.takeAhead((line) => typedCommandOf(line, texts) !== undefined)
			: dialog.ask(prompt.ask);
	if (typed === undefined) {
		await wake.next(waiting.delay);
	} else {
		takeTyped(typed, dialog, prompt);
	}
}

/** Drops input typed before these sentences were printed: it must not do what they are about. */
async function beHeard(view: View, dialog: Dialog, lease: Lease): Promise<void> {
	const {session, reader, output} = dialog;
	reader.close();
	await output.written();
	await lease.isHere();
	if (session.view() === view) {
		dialog.hasToBeHeard = false;
		lease.discard();
		reader.discard();
		if (view.stage.kind === 'review') {
			session.reviewShown();
		}
	}
}

function holderOf(dialog: Dialog): Holder {
	const {session, reader, wake} = dialog;
	return {
		usesSequences: false,
		onEvent: (event) => reader.add(event),
		onLeave() {
			reader.discard();
			session.leave();
		},
		async away(run) {
			reader.interrupt();
			try {
				await run();
			} finally {
				dialog.mayAnswerSoon = true;
				wake.up();
			}
		},
	};
}

/** Replacements for messages about keys and places on a screen, which line mode lacks. */
const instead: Readonly<Partial<Record<MessageKey, PlainKey>>> = {
	'region.hint': 'lineMode.instead.region.hint',
	'group.hint': 'lineMode.instead.group.hint',
	'help.confirm.where': 'lineMode.instead.help.confirm.where',
	'help.confirm.wrong': 'lineMode.instead.help.confirm.wrong',
};

function lineModeTexts(texts: Texts): Texts {
	const say = ({key, ...rest}: Message): string => texts.say({key: instead[key] ?? key, ...rest});
	return {locale: texts.locale, say, text: (...what) => say(message(...what))};
}
