import type {CommandNotice} from '../../shell/adapter.ts';
import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import {secondsIn} from './scope-lines.ts';
import {textLine, type Line} from './line.ts';

/** Calls the observer for every command that has ended. */
export type ObserveCommands = (observer: (notice: CommandNotice) => void) => void;

/** What is said of a command that has ended (`--explain`). Its secrets are placeholders. */
export function noticeLine(notice: CommandNotice, texts: Texts, indent = 1): Line {
	return textLine(texts.say(noticeMessage(notice)), {indent});
}

function noticeMessage({command, durationMs, ending, exitCode}: CommandNotice): Message {
	const seconds = secondsIn(durationMs);
	if (ending !== 'exited' || exitCode === undefined) {
		return message('explain.ended', {command, seconds});
	}

	return exitCode === 0
		? message('explain.ran', {command, seconds})
		: message('explain.failed', {command, seconds, code: exitCode});
}
