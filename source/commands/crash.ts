import {exitStatus} from '../plan/status.ts';
import {englishTexts, type Texts} from '../text/texts.ts';
import {usesLineMode} from './line-mode.ts';

/** What ends the program when something in it throws that nobody has caught. */
export interface CrashWatch {
	/** Settles with the exit status at the first crash that is not somebody's rejection. */
	readonly happened: Promise<number>;
	/** Says one sentence, once, without the error's own message, which may hold anything. @returns the exit status. */
	readonly report: (error: unknown) => number;
	/** From now on the sentence is said in this language. */
	readonly speak: (texts: Texts) => void;
}

/** Cooked mode, paste marks off and the cursor shown, whatever frontend held the terminal, and if it is still there. */
function restoreTerminal(own: NodeJS.Process): void {
	if (!own.stdin.isTTY) {
		return;
	}

	try {
		own.stdin.setRawMode(false);
		if (!usesLineMode(own.argv.includes('--accessible'), own.env)) {
			own.stdout.write('\u001B[?2004l\u001B[?25h');
		}
	} catch {
		// The window is closed.
	}
}

/** Listens to what nobody has caught, for as long as the process lives. */
export function watchCrashes(own: NodeJS.Process): CrashWatch {
	let isReported = false;
	let texts = englishTexts;
	const report = (error: unknown): number => {
		if (!isReported) {
			isReported = true;
			restoreTerminal(own);
			const name = error instanceof Error ? error.name : 'Error';
			own.stderr.write(`FAILED\n${texts.text('crash.sentence', {name})}\n${texts.text('crash.do')}\n`);
		}

		return exitStatus.failed;
	};

	const happened = new Promise<number>((resolve) => {
		const onError = (error: unknown): void => {
			resolve(report(error));
		};
		own.on('uncaughtException', onError);
		own.on('unhandledRejection', onError);
	});
	return {
		happened,
		report,
		speak(chosen) {
			texts = chosen;
		},
	};
}
