import type {Texts} from '../../text/texts.ts';
import type {Session} from '../../wizard/session.ts';
import {Fields} from '../fields/fields.ts';
import {Store} from '../fields/store.ts';
import {topicOf, type TranscriptEntry} from '../../wizard/view.ts';
import {knowsLinks} from '../lines/links.ts';
import type {Interface} from './interface.ts';
import {Canvas} from './canvas.ts';
import {KeyQueue} from './key-queue.ts';
import {Replies} from './replies.ts';
import {Screen} from './screen.ts';
import {glyphsFor} from './theme/glyphs.ts';
import {freeRowsIn} from './theme/terminal-capabilities.ts';
import {Transcript} from './transcript.ts';

interface InterfaceOptions {
	readonly texts: Texts;
	readonly output: NodeJS.WriteStream;
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** Forgets what was typed and is not in the queue of keys yet. */
	readonly discard: () => void;
	/** A key could not be handled. */
	readonly onError: (error: unknown) => void;
}

/** What components need, around a session that it follows; `unfollow` ends that. */
export function makeInterface(
	session: Session,
	{texts, output, environment, discard, onError}: InterfaceOptions,
): {readonly ui: Interface; readonly unfollow: () => void} {
	const keys = new KeyQueue(onError);
	const ui: Interface = {
		session,
		texts,
		output,
		canvas: new Canvas(output),
		replies: new Replies((text) => {
			output.write(text);
		}),
		keys,
		forgetKeys() {
			discard();
			keys.discard();
		},
		screen: new Screen(),
		fields: new Fields(),
		transcript: new Transcript(texts, () => (output.columns > 0 ? output.columns : 80)),
		glyphs: glyphsFor(environment),
		isHelpOpen: new Store(false),
		answered: new Store<readonly TranscriptEntry[]>([]),
		cursor: new Store<{x: number; y: number} | undefined>(undefined),
		freeRows: freeRowsIn(environment),
		knowsLinks: knowsLinks(environment),
	};
	let topic: string | undefined;
	// Before React hears of a change: what it draws then fits together.
	const follow = (): void => {
		const view = session.view();
		ui.transcript.take(view);
		ui.fields.take(view.stage);
		if (topicOf(view.stage) !== topic) {
			topic = topicOf(view.stage);
			ui.isHelpOpen.set(false);
		}

		keys.wake();
	};

	follow();
	return {ui, unfollow: session.subscribe(follow)};
}
