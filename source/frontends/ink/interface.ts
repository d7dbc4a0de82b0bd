import {createContext, use} from 'react';
import type {Texts} from '../../text/texts.ts';
import type {Session} from '../../wizard/session.ts';
import type {Keyboard} from './keyboard/keyboard.ts';
import type {Habits} from './looks/habits.ts';
import type {Glyphs} from './looks/glyphs.ts';
import type {QuestionModels} from './models/question-models.ts';
import type {Store} from './models/store.ts';
import type {Screen} from './screen.ts';

/** What every component may need; made once by `runInk`. */
export interface Interface extends Habits {
	readonly session: Session;
	readonly texts: Texts;
	readonly glyphs: Glyphs;
	readonly output: NodeJS.WriteStream;
	readonly keyboard: Keyboard;
	readonly screen: Screen;
	readonly models: QuestionModels;
	/** Where the terminal's own cursor stands in the picture; undefined while it is hidden. */
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
