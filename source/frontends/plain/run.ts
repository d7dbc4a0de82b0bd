import type {Texts} from '../../text/texts.ts';
import type {Session} from '../../wizard/session.ts';
import type {Report} from '../../wizard/view.ts';
import type {Lease} from '../terminal/lease.ts';
import {BurstReader} from './burst-reader.ts';
import {Conversation} from './conversation.ts';
import {plainTexts} from './plain-texts.ts';
import {Speaker} from './speaker.ts';

export interface PlainOptions {
	readonly texts: Texts;
	readonly lease: Lease;
	readonly output: NodeJS.WriteStream;
}

/** A window that was closed cannot be written to; the session ends because of the hang-up, not because of that. */
const ignoreFailure = (): void => {};

/**
 * Holds a session a line at a time: nothing is redrawn, no escape sequence is written, and the cursor only ever goes
 * back over a character that was just taken back.
 *
 * @returns the report, when the last of it has been written; the terminal stays leased
 */
export async function runPlain(session: Session, {texts, lease, output}: PlainOptions): Promise<Report> {
	const speaker = new Speaker(output);
	const reader = new BurstReader((burst) => {
		conversation.hear(burst);
	});
	const conversation = new Conversation(session, {
		texts: plainTexts(texts),
		speaker,
		discardUntilQuiet: async () => reader.discardUntilQuiet(),
	});

	const unsubscribe = session.subscribe(() => {
		conversation.update();
	});
	output.off('error', ignoreFailure);
	output.on('error', ignoreFailure);
	let isOver = false;
	const release = lease.hold({
		usesSequences: false,
		onEvent(event) {
			reader.take(event);
		},
		onLeave() {
			reader.forget();
			conversation.discard();
			session.leave();
		},
		async away(run) {
			conversation.pause();
			reader.forget();
			try {
				await run();
			} finally {
				if (!isOver) {
					conversation.resume();
				}
			}
		},
		close() {
			isOver = true;
		},
	});
	try {
		conversation.update();
		const report = await session.ended;
		conversation.end(report);
		await speaker.written();
		return report;
	} finally {
		unsubscribe();
		release();
	}
}
