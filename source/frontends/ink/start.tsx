import {setImmediate as nextTurn} from 'node:timers/promises';
import type {Texts} from '../../text/texts.ts';
import type {Session} from '../../wizard/session.ts';
import type {Report} from '../../wizard/view.ts';
import type {Lease} from '../terminal/lease.ts';
import {wantsColor} from './looks/theme.ts';

export interface InkOptions {
	readonly texts: Texts;
	readonly lease: Lease;
	readonly output: NodeJS.WriteStream;
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** Called once the first picture has been handed to the terminal. */
	readonly onPicture?: () => void;
}

/**
 * Holds a session with Ink, in the terminal, to its end.
 *
 * @returns the report, when the last of it has been written; the terminal stays leased
 * @throws InkCrash when a component failed; its message can be shown
 */
export async function runInk(session: Session, options: InkOptions): Promise<Report> {
	if (!wantsColor(options.environment)) {
		// Chalk knows nothing of NO_COLOR and looks at this once, when it is loaded: before Ink is.
		process.env['FORCE_COLOR'] = '0';
	}

	const {runWithInk} = await withoutFetch(async () => import('./run.tsx'));
	await answersThatCame();
	return runWithInk(session, options);
}

/**
 * Loading has kept the event loop busy. What children have said meanwhile is taken in now, so that the first picture shows
 * it: one picture less is drawn where they were quick, and nothing is waited for where they were not.
 */
async function answersThatCame(): Promise<void> {
	for (let turn = 0; turn < 3; turn += 1) {
		// oxlint-disable-next-line no-await-in-loop -- turns follow one another
		await nextTurn();
	}
}

/**
 * Ink's layout engine is inside of it as text, and where there is a `fetch` it takes that to get it out: Node then loads
 * all of its HTTP. Without one it decodes the text by itself, which is as good and much faster.
 */
async function withoutFetch<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
	const own = Object.getOwnPropertyDescriptor(globalThis, 'fetch');
	Reflect.deleteProperty(globalThis, 'fetch');
	try {
		return await load();
	} finally {
		if (own !== undefined) {
			Object.defineProperty(globalThis, 'fetch', own);
		}
	}
}
