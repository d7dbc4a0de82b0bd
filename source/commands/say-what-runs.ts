import {secondsAfter} from '../frontends/line-mode/waiting.ts';
import type {ReadStore} from '../ibmcloud/reads.ts';
import type {Texts} from '../text/texts.ts';

/** No more commands than this are named: a check of all scopes runs many side by side. */
const mostNamed = 3;

/**
 * Says on standard error, at growing intervals, which reads of a check still run: silence looks like an end.
 *
 * @returns what stops it.
 */
export function sayWhatRuns(store: ReadStore, process: NodeJS.Process, texts: Texts): () => void {
	let timer: NodeJS.Timeout | undefined;
	const sayAfter = (elapsed: number): void => {
		const seconds = secondsAfter(elapsed);
		timer = setTimeout(
			() => {
				const commands = store.running().map((command) => withoutDetails(command));
				const named = commands.slice(0, mostNamed);
				const command = commands.length > named.length ? [...named, '...'] : named;
				process.stderr.write(`${texts.text('plain.stillReading', {command, seconds})}\n`);
				sayAfter(seconds);
			},
			(seconds - elapsed) * 1000,
		);
	};

	sayAfter(0);
	return () => {
		clearTimeout(timer);
	};
}

/** What is read, and where: not in which form. */
function withoutDetails(command: string): string {
	return command.replace(/ --[\w-]+ .*$/u, '');
}
