import {englishTexts} from '../text/texts.ts';
import {exitStatus} from '../plan/status.ts';

/**
 * Settles when something in the program throws that nobody has caught. What is printed is one sentence without the
 * error's own message, which may hold anything.
 *
 * @returns the exit status of a crash.
 */
export async function crashed(own: NodeJS.Process): Promise<number> {
	return new Promise((resolve) => {
		let isReported = false;
		const report = (error: unknown): void => {
			if (isReported) {
				return;
			}

			isReported = true;
			own.exitCode = exitStatus.failed;
			if (own.stdin.isTTY) {
				own.stdin.setRawMode(false);
			}

			const name = error instanceof Error ? error.name : 'Error';
			own.stderr.write(
				`FAILED\n${englishTexts.text('crash.sentence', {name})}\n${englishTexts.text('crash.do')}\n`,
			);
			resolve(exitStatus.failed);
		};

		own.on('uncaughtException', report);
		own.on('unhandledRejection', report);
	});
}
