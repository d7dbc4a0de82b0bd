import type {Texts} from '../../text/texts.ts';
import type {Session} from '../../wizard/session.ts';
import type {Report} from '../../wizard/view.ts';
import {BurstReader} from './burst-reader.ts';
import {Conversation} from './conversation.ts';
import {plainTexts} from './plain-texts.ts';
import {Speaker} from './speaker.ts';
import {stopJob} from '../typing/suspend.ts';
import {onRestore, restoreTerminal, setLender} from './terminal.ts';

export {handTerminalTo, restoreTerminal} from './terminal.ts';

export interface PlainOptions {
	readonly texts: Texts;
	readonly input: NodeJS.ReadStream;
	readonly output: NodeJS.WriteStream;
}

/** A window that was closed cannot be written to; the session ends because of the hang-up, not because of that. */
const ignoreFailure = (): void => {};

/**
 * Holds a session a line at a time: nothing is redrawn, no escape sequence is written, and the cursor only ever goes
 * back over a character that was just taken back.
 *
 * @returns the report, when the last of it has been written and the terminal is as it was before
 */
export async function runPlain(session: Session, {texts, input, output}: PlainOptions): Promise<Report> {
	const speaker = new Speaker(output);
	const reader = new BurstReader({
		input,
		onBurst(burst) {
			conversation.hear(burst);
		},
		onInterrupt() {
			conversation.discard();
			session.leave();
		},
		onSuspend() {
			suspend();
		},
		onEnd() {
			// A terminal ends when its window is closed; anything else when there is no more in it.
			session.leave(input.isTTY ? 'hang-up' : 'interrupt');
		},
	});
	const conversation = new Conversation(session, {
		texts: plainTexts(texts),
		speaker,
		discardUntilQuiet: async () => reader.discardUntilQuiet(),
	});

	let isLent = false;
	let isOver = false;
	const lend = async (run: () => Promise<void>): Promise<void> => {
		isLent = true;
		conversation.pause();
		reader.stop();
		try {
			await run();
		} finally {
			isLent = false;
			if (!isOver) {
				reader.start();
				conversation.resume();
			}
		}
	};
	const suspend = (): void => {
		if (!isLent) {
			void lend(stop);
		}
	};

	// Caught, the signal that stops the job would not stop this process.
	const stop = async (): Promise<void> => {
		process.off('SIGTSTP', suspend);
		try {
			await stopJob();
		} finally {
			process.on('SIGTSTP', suspend);
		}
	};

	const unsubscribe = session.subscribe(() => {
		conversation.update();
	});
	output.off('error', ignoreFailure);
	output.on('error', ignoreFailure);
	onRestore(() => {
		reader.stop();
	});
	setLender(lend);
	process.on('SIGTSTP', suspend);
	try {
		reader.start();
		conversation.update();
		const report = await session.ended;
		conversation.end(report);
		await speaker.written();
		return report;
	} finally {
		isOver = true;
		unsubscribe();
		process.off('SIGTSTP', suspend);
		setLender(undefined);
		restoreTerminal();
	}
}
