import type {Adapter} from '../shell/adapter.ts';
import type {Texts} from '../text/texts.ts';
import {noticeLine} from '../frontends/lines/notice-line.ts';
import {linesFor} from './lines-for.ts';

/** `--explain` where nothing is drawn: a line on standard error for each command that has ended. */
export function explainCommands(adapter: Adapter, process: NodeJS.Process, texts: Texts): void {
	adapter.observe((notice) => {
		process.stderr.write(linesFor(process, 'stderr', [noticeLine(notice, texts, 0)]));
	});
}
