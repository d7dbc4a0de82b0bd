import {createContext, use} from 'react';
import type {Environment} from '../../shell/environment.ts';
import type {Texts} from '../../text/texts.ts';
import type {Session} from '../../wizard/session.ts';
import {topicOf, type TranscriptEntry} from '../../wizard/view.ts';
import {Fields} from '../fields/fields.ts';
import {Store} from '../fields/store.ts';
import {knowsLinks} from '../lines/links.ts';
import {Canvas} from './canvas.ts';
import {KeyQueue} from './key-queue.ts';
import {Replies} from './replies.ts';
import {Screen} from './screen.ts';
import {freeRowsIn, glyphsFor} from './theme/glyphs.ts';
import {Transcript} from './transcript.ts';

interface InterfaceOptions {
	readonly texts: Texts;
	readonly output: NodeJS.WriteStream;
	readonly environment: Environment;
	/** Forgets what was typed and is not in the queue of keys yet. */
	readonly discard: () => void;
	/** A key could not be handled. */
	readonly onError: (error: unknown) => void;
}

/** What every component may need. */
export type Interface = Readonly<ReturnType<typeof makeInterface>['ui']>;

/** What components need, around a session that it follows; `unfollow` ends that. */
export function makeInterface(
	session: Session,
	{texts, output, environment, discard, onError}: InterfaceOptions,
) {
	const keys = new KeyQueue(onError);
	const ui = {
		session,
		/** The session's present view, as a store. */
		view: {get: () => session.view(), subscribe: (listener: () => void) => session.subscribe(listener)},
		texts,
		output,
		/** What Ink takes for the output. */
		canvas: new Canvas(output),
		replies: new Replies((text) => void output.write(text)),
		keys,
		/** Forgets everything that was typed up to now. */
		forgetKeys() {
			discard();
			keys.discard();
		},
		screen: new Screen(),
		fields: new Fields(),
		transcript: new Transcript(texts, () => (output.columns > 0 ? output.columns : 80)),
		glyphs: glyphsFor(environment),
		/** Whether help is shown in place of the present question. */
		isHelpOpen: new Store(false),
		/** What was answered, where each is a row at the top of the frame as it is drawn now. */
		answered: new Store<readonly TranscriptEntry[]>([]),
		/** Where the terminal's own cursor stands in the frame; undefined while it is hidden. */
		cursor: new Store<{readonly x: number; readonly y: number} | undefined>(undefined),
		/** Rows of the window that a frame must leave free. */
		freeRows: freeRowsIn(environment),
		/** Whether the terminal makes text a link that is marked as one (OSC 8). */
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

/** Carries what components need; undefined outside of the Ink frontend. */
export const InterfaceContext = createContext<Interface | undefined>(undefined);

/** @returns what every component may need. */
export function useInterface(): Interface {
	const value = use(InterfaceContext);
	if (value === undefined) {
		throw new Error('A component of the Ink frontend was drawn outside of it');
	}

	return value;
}

/** The room that a screen has, in columns and rows, and where it begins within the frame. */
export interface BodySize {
	readonly width: number;
	readonly height: number;
	/** The row of the frame in which the body begins. */
	readonly top: number;
}

/** Carries the room from the frame to the screen in it. */
export const BodySizeContext = createContext<BodySize>({width: 80, height: 18, top: 4});

/** @returns the room that this screen has. */
export function useBodySize(): BodySize {
	return use(BodySizeContext);
}
