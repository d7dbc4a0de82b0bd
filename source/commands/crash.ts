import {giveBackTerminal} from '../frontends/terminal/lease.ts';
import {exitStatus} from '../plan/status.ts';
import {errorName} from '../secrets/clean.ts';
import {englishTexts, type Texts} from '../text/texts.ts';
import {failedLine} from './output.ts';

/** What ends the program when something in it throws that nobody has caught. */
export interface CrashWatch {
	/** Settles with the exit status at the first crash that is not somebody's rejection. */
	readonly happened: Promise<number>;
	/** Says one sentence, once, without the error's message. @returns the exit status. */
	readonly report: (error: unknown) => number;
	/** From now on the sentence is said in this language. */
	readonly speak: (texts: Texts) => void;
}

/** Listens to what nobody has caught, for as long as the process lives. */
export function watchCrashes(process: NodeJS.Process): CrashWatch {
	let isReported = false;
	let texts = englishTexts;
	const report = (error: unknown): number => {
		if (!isReported) {
			isReported = true;
			giveBackTerminal();
			const name = errorName(error);
			process.stderr.write(
				`${failedLine(process)}${texts.text('crash.sentence', {name})}\n${texts.text('crash.do')}\n`,
			);
		}

		return exitStatus.failed;
	};

	const happened = Promise.withResolvers<number>();
	for (const event of ['uncaughtException', 'unhandledRejection']) {
		process.on(event, (error: unknown) => {
			happened.resolve(report(error));
		});
	}

	return {
		happened: happened.promise,
		report,
		speak(chosen) {
			texts = chosen;
		},
	};
}
