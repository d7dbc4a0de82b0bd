import type {CommandNotice} from '../../shell/adapter.ts';
import type {Texts} from '../../text/texts.ts';
import {secondsIn} from './scope-lines.ts';
import {textLine, type Line} from './line.ts';

/** Registers an observer that is called for every command that has ended. */
export type ObserveCommands = (observer: (notice: CommandNotice) => void) => void;

/** Returns the line about a command that has ended (`--explain`). Its secrets are placeholders. */
export function noticeLine(notice: CommandNotice, texts: Texts, indent = 1): Line {
	const {command, durationMs, ending, exitCode} = notice;
	const values = {command, seconds: secondsIn(durationMs)};
	const said =
		ending !== 'exited' || exitCode === undefined
			? texts.text('explain.ended', values)
			: exitCode === 0
				? texts.text('explain.ran', values)
				: texts.text('explain.failed', {...values, code: exitCode});
	return textLine(said, {indent});
}
