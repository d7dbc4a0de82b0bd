import {giveBackTerminal} from '../frontends/terminal/lease.ts';
import {exitStatus} from '../plan/status.ts';
import {errorName} from '../secrets/clean.ts';
import type {Texts} from '../text/texts.ts';
import {failedLine} from './output.ts';

/**
 * Listens for as long as the process lives to what nobody has caught.
 *
 * @param said the texts of that moment.
 */
export function watchCrashes(process: NodeJS.Process, said: () => Texts) {
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

	return {
		/** Settles with the exit status at the first crash that is not somebody's rejection. */
		happened: happened.promise,
		/** Says one sentence, once, without the error's message. @returns the exit status. */
		report,
	};
}
