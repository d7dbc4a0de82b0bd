import {Progress} from '../frontends/plain/progress.ts';
import type {ReadStore} from '../ibmcloud/reads.ts';
import type {Texts} from '../text/texts.ts';

/** No more commands than this are named: a check of all scopes runs many side by side. */
const mostNamed = 3;

/**
 * Says on standard error, at growing intervals, which reads of a check still run: silence would be taken for an end.
 *
 * @returns what stops it.
 */
export function sayWhatRuns(store: ReadStore, own: NodeJS.Process, texts: Texts): () => void {
	const progress = new Progress((sentence) => {
		own.stderr.write(`${sentence}\n`);
	});
	progress.watch({
		topic: 'reads',
		startedAt: Date.now(),
		sentence: (seconds) => {
			const commands = store.running().map((command) => withoutDetails(command));
			const named = commands.slice(0, mostNamed);
			return texts.text('plain.stillReading', {
				command: commands.length > named.length ? [...named, '...'] : named,
				seconds,
			});
		},
	});
	return () => {
		progress.stop();
	};
}

/** What is read, and where: not in which form. */
function withoutDetails(command: string): string {
	return command.replace(/ --[\w-]+ .*$/u, '');
}
