import {exitStatus} from '../../plan/status.ts';
import {message} from '../../text/message.ts';
import {commands} from '../list.ts';
import {unknownCommand} from '../near.ts';
import type {CommandContext} from '../command.ts';
import {writeAtOnce} from '../output.ts';
import {refuse} from '../refuse.ts';
import {helpFor, versionLine} from './layout.ts';

/** `classic-credentials help [COMMAND]`. @returns the exit status. */
export async function help(context: CommandContext): Promise<number> {
	const {process, operands} = context;
	const [word, ...more] = operands;
	const command = word === undefined ? commands[0] : commands.find(({name}) => name === word);
	if (command === undefined || more.length > 0) {
		const names = commands.map(({name}) => name);
		const reason = more.length > 0 ? message('usage.operand') : unknownCommand(word ?? '', names);
		return refuse(context, reason);
	}

	writeAtOnce(process, 'stdout', helpFor(process, command));
	return exitStatus.done;
}

/** `classic-credentials version`. @returns the exit status. */
export async function showVersion({process}: CommandContext): Promise<number> {
	writeAtOnce(process, 'stdout', versionLine);
	return exitStatus.done;
}
