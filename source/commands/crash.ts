import {giveBackTerminal} from '../frontends/terminal/lease.ts';
import {exitStatus} from '../plan/status.ts';
import {errorName} from '../secrets/clean.ts';
import type {Texts} from '../text/texts.ts';
import {failedLine} from './output.ts';

/** What ends the program when something in it throws that nobody has caught. */
export interface CrashWatch {
	/** Settles with the exit status at the first crash that is not somebody's rejection. */
	readonly happened: Promise<number>;
	/** Says one sentence, once, without the error's message. @returns the exit status. */
	readonly report: (error: unknown) => number;
}

/** Listens to what nobody has caught, for as long as the process lives. @param said the texts of that moment. */
export function watchCrashes(process: NodeJS.Process, said: () => Texts): CrashWatch {
	let isReported = false;
	const report = (error: unknown): number => {
		if (!isReported) {
			isReported = true;
			giveBackTerminal();
			const name = errorName(error);
			const texts = said();
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

	return {happened: happened.promise, report};
}
