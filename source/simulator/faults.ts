import {readCalls, type LoggedCall} from './call-log.ts';
import type {ColleagueChange} from './changes.ts';

/**
 * Something that goes wrong with calls of the simulated CLI. If an answer is given (`exit`, `stdout`,
 * `stderr`, `signal`, `hangs`), the command does nothing, except with `afterEffect` or `lateEffect`.
 */
export interface Fault {
	/**
	 * Words that a call must contain: those of the command, flags, values, the targeted group's name. For
	 * example `ks credential set`, or `credential get jp-osa infra`. No words match every call.
	 */
	readonly match: string;
	/** The first matching call it affects, counted since the faults came into force; default 1. */
	readonly nth?: number;
	/** How many calls it affects from there on; default 1 with `nth`, else all. */
	readonly times?: number;
	/** Milliseconds before the command acts; with `afterEffect`, between its effect and its answer. */
	readonly delay?: number;
	/** The command acts first, and then goes wrong. */
	readonly afterEffect?: boolean;
	/** Milliseconds after the answer until the command takes effect. */
	readonly lateEffect?: number;
	/** The exit status; default 1 with `stderr`, else 0. */
	readonly exit?: number;
	readonly stdout?: string;
	/** How many times `stdout` is printed; default 1. */
	readonly repeat?: number;
	/** Printed below `FAILED` unless the exit status is 0. */
	readonly stderr?: string;
	readonly signal?: NodeJS.Signals;
	/** The process never ends by itself. */
	readonly hangs?: boolean;
	/** The process ignores SIGTERM, SIGINT and SIGHUP. */
	readonly ignoresSignals?: boolean;
	/** A pattern, and what replaces its matches on standard output. */
	readonly replace?: readonly [pattern: string, replacement: string];
	/** What a colleague does right after the command has acted. */
	readonly change?: ColleagueChange;
}

/** Returns the faults that affect a call. @param since when they are in force: earlier calls do not count. */
export function faultsOf(
	{since, faults}: {readonly since: number; readonly faults: readonly Fault[]},
	stateDirectory: string,
	id: string,
): Fault[] {
	const logged = faults.length === 0 ? [] : readCalls(stateDirectory);
	const calls = logged.filter(({startedAt}) => startedAt >= since);
	return faults.filter(({match, nth, times}) => {
		const wanted = match.split(' ').filter((word) => word !== '');
		const number = calls.filter((call) => isMet(wanted, call)).findIndex((call) => call.id === id) + 1;
		const first = nth ?? 1;
		return number >= first && number < first + (times ?? (nth === undefined ? Infinity : 1));
	});
}

/** Merges faults into one: the last value given wins, and delays are added. */
export function together(faults: readonly Fault[]): Fault {
	const delay = faults.reduce((sum, fault) => sum + (fault.delay ?? 0), 0);
	return faults.reduce((one, fault) => ({...one, ...fault, delay}), {match: '', delay});
}

function isMet(wanted: readonly string[], call: LoggedCall): boolean {
	const words = [...call.arguments.flatMap((argument) => argument.split('=')), call.targetedGroup];
	return wanted.every((word) => words.includes(word));
}
