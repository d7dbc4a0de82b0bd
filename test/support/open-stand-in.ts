import path from 'node:path';
import {openTerminal, type TerminalOptions, type TerminalSession} from './terminal.ts';

/** The small program that the terminal's own tests are made with; what it can do stands at its top. */
export const standIn = path.join(import.meta.dirname, 'stand-in.ts');

export function openStandIn(mode: string, options: Partial<TerminalOptions> = {}): Promise<TerminalSession> {
	return openTerminal({command: process.execPath, args: [standIn, mode], ...options});
}
