import type {Call} from '../command.ts';

/** Whether the command is the one that the parameter names, by the beginning of its words; `all` matches everything. */
export function isCommand(call: Call, parameter: string, standard: string): boolean {
	const wanted = parameter === '' ? standard : parameter;
	return wanted === 'all' || call.name === wanted || call.name.startsWith(`${wanted} `);
}

/**
 * True from a moment on, and only once: after as many calls as a numeric parameter says, otherwise after the first call
 * of the command that it names.
 */
export function isMoment(call: Call, what: string, parameter: string, standard: string): boolean {
	const wanted = parameter === '' ? standard : parameter;
	if (/^\d+$/.test(wanted)) return call.server.count(what) === Number(wanted);
	return isCommand(call, wanted, wanted) && call.server.isFirst(what);
}
