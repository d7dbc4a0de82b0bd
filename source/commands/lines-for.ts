import {plainText} from '../frontends/lines/print.ts';
import type {Line} from '../frontends/lines/line.ts';
import {isTerminal} from './is-terminal.ts';
import {painterFor} from './output.ts';

/** Lines as they are printed: in a terminal drawn, and broken between words. */
export function linesFor(process: NodeJS.Process, name: 'stdout' | 'stderr', lines: readonly Line[]): string {
	const columns = isTerminal(name === 'stdout' ? 1 : 2) ? process[name].columns : 0;
	return plainText(lines, painterFor(process, name), columns > 0 ? columns : undefined);
}
