import {handTerminalTo, runInk} from '../../frontends/ink/start.tsx';
import type {Environment} from '../../shell/environment.ts';
import type {Texts} from '../../text/texts.ts';
import type {Session} from '../../wizard/session.ts';
import type {Report} from '../../wizard/view.ts';
import {usesLineMode} from '../line-mode.ts';

export interface HoldOptions {
	readonly texts: Texts;
	/** Called once something of the session is on the screen. */
	readonly onPicture: () => void;
}

/** How a session is held in a terminal. */
export interface Guide {
	hold(session: Session, own: NodeJS.Process, options: HoldOptions): Promise<Report>;
	/** Lets a child use the terminal meanwhile, for a login with its own questions. */
	lendTerminal(run: () => Promise<void>): Promise<void>;
}

/** With Ink, which is loaded while the checks already run. */
const inkGuide: Guide = {
	async hold(session, own, {texts, onPicture}) {
		return runInk(session, {texts, input: own.stdin, output: own.stdout, environment: own.env, onPicture});
	},
	lendTerminal: handTerminalTo,
};

/** A line at a time; Ink is never loaded. */
const plainGuide: Guide = {
	async hold(session, own, {texts, onPicture}) {
		const {runPlain} = await import('../../frontends/plain/run.ts');
		onPicture();
		return runPlain(session, {texts, input: own.stdin, output: own.stdout});
	},
	async lendTerminal(run) {
		const plain = await import('../../frontends/plain/run.ts');
		await plain.handTerminalTo(run);
	},
};

/** @param isAccessible whether the option asks for a line at a time. */
export function guideFor(isAccessible: boolean, environment: Environment): Guide {
	return usesLineMode(isAccessible, environment) ? plainGuide : inkGuide;
}
