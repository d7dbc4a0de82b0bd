import {createContext, use} from 'react';
import type {Texts} from '../../text/texts.ts';
import type {Session} from '../../wizard/session.ts';
import type {TranscriptEntry} from '../../wizard/view.ts';
import type {Fields} from '../fields/fields.ts';
import type {Store} from '../fields/store.ts';
import type {Canvas} from './canvas.ts';
import type {KeyQueue} from './key-queue.ts';
import type {Replies} from './replies.ts';
import type {Screen} from './screen.ts';
import type {Transcript} from './transcript.ts';
import type {Glyphs} from './theme/glyphs.ts';

/** What every component may need; made once by `runInk`. */
export interface Interface {
	readonly session: Session;
	readonly texts: Texts;
	readonly glyphs: Glyphs;
	readonly output: NodeJS.WriteStream;
	/** What Ink takes for the output. */
	readonly canvas: Canvas;
	readonly replies: Replies;
	/** Whether the terminal makes text a link that is marked as one (OSC 8). */
	readonly knowsLinks: boolean;
	/** Rows of the window that a frame must leave free. */
	readonly freeRows: number;
	readonly keys: KeyQueue;
	/** Forgets everything that was typed up to now. */
	readonly forgetKeys: () => void;
	readonly screen: Screen;
	readonly fields: Fields;
	readonly transcript: Transcript;
	/** What was answered, where each is a row at the top of the frame as it is drawn now. */
	readonly answered: Store<readonly TranscriptEntry[]>;
	/** Where the terminal's own cursor stands in the frame; undefined while it is hidden. */
	readonly cursor: Store<{readonly x: number; readonly y: number} | undefined>;
	/** Whether help is shown in place of the present question. */
	readonly isHelpOpen: Store<boolean>;
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
