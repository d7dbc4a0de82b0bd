import {createContext, use, useSyncExternalStore} from 'react';
import type {Environment} from '../../shell/environment.ts';
import type {Texts} from '../../text/texts.ts';
import type {Session} from '../../wizard/session.ts';
import {topicOf} from '../../wizard/view.ts';
import {Fields} from '../fields/fields.ts';
import {Store} from '../fields/store.ts';
import {knowsLinks} from '../lines/links.ts';
import type {Lease} from '../terminal/lease.ts';
import {Canvas} from './canvas.ts';
import {glyphsFor} from './glyphs.ts';
import {KeyQueue} from './key-queue.ts';
import {Replies} from './replies.ts';
import {Screen} from './screen.ts';
import {freeRowsIn, type DrawnFrame} from './layout/reflow.ts';
import {Transcript} from './transcript.ts';

/** What the Ink frontend takes besides its session. */
export interface InterfaceOptions {
	readonly texts: Texts;
	readonly lease: Pick<Lease, 'discard'>;
	readonly output: NodeJS.WriteStream;
	readonly environment: Environment;
}

/** What every component may need. */
export type Interface = Readonly<ReturnType<typeof makeInterface>['ui']>;

/**
 * Makes what components need for a session, and follows it until `unfollow` is called.
 *
 * @param onError called when a key could not be handled
 */
export function makeInterface(
	session: Session,
	{texts, lease, output, environment}: InterfaceOptions,
	onError: (error: unknown) => void,
) {
	const keys = new KeyQueue(onError);
	const ui = {
		session,
		/** The session's current view, as a store. */
		view: {get: () => session.view(), subscribe: (listener: () => void) => session.subscribe(listener)},
		texts,
		output,
		/** The stream that Ink takes for the output. */
		canvas: new Canvas(output),
		replies: new Replies((text) => void output.write(text)),
		keys,
		forgetKeys() {
			lease.discard();
			keys.discard();
		},
		screen: new Screen(),
		fields: new Fields(),
		transcript: new Transcript(texts, () => (output.columns > 0 ? output.columns : 80)),
		glyphs: glyphsFor(environment),
		/** Whether help is shown in place of the current question. */
		isHelpOpen: new Store(false),
		/** What has to be known of the current frame to erase it. */
		drawn: new Store<Pick<DrawnFrame, 'answered' | 'cursor'>>({answered: [], cursor: undefined}),
		/** The rows of the window that a frame must leave free. */
		freeRows: freeRowsIn(environment),
		/** Whether the terminal supports links (OSC 8). */
		knowsLinks: knowsLinks(environment),
	};
	let topic: string | undefined;
	// Runs before React learns of a change, so that everything drawn fits together.
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

/** The context of what components need; undefined outside the Ink frontend. */
export const InterfaceContext = createContext<Interface | undefined>(undefined);

/** Returns what every component may need. Throws outside the Ink frontend. */
export function useInterface(): Interface {
	const value = use(InterfaceContext);
	if (value === undefined) {
		throw new Error('A component of the Ink frontend was drawn outside of it');
	}

	return value;
}

/** The columns and rows of a screen, and the row of the frame in which it begins. */
export const BodySizeContext = createContext<Readonly<Record<'width' | 'height' | 'top', number>>>({
	width: 80,
	height: 18,
	top: 4,
});

/** Returns the value of a store; the component is drawn again whenever the value is replaced. */
export function useStore<Value>(store: Pick<Store<Value>, 'get' | 'subscribe'>): Value {
	return useSyncExternalStore(store.subscribe, store.get, store.get);
}
