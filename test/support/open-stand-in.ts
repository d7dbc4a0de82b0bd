import path from 'node:path';
import {openTerminal, type TerminalOptions, type TerminalSession} from './terminal.ts';

/** The small program for the terminal's own tests; its head says what it can do. */
export const standIn = path.join(import.meta.dirname, 'stand-in.ts');

export function openStandIn(mode: string, options: Partial<TerminalOptions> = {}): Promise<TerminalSession> {
	return openTerminal({command: process.execPath, args: [standIn, mode], ...options});
}
