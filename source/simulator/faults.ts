import {readCalls, type LoggedCall} from './call-log.ts';
import type {ColleagueChange} from './changes.ts';

/**
 * Something that goes wrong with calls of the simulated CLI. Where an answer is given (`exit`, `stdout`,
 * `stderr`, `signal`, `hangs`) the command does nothing, unless there is `afterEffect` or `lateEffect`, too.
 */
export interface Fault {
	/**
	 * Words that must all stand in a call: its own, flags, their values, the name of the targeted group. For
	 * example `ks credential set`, or `credential get jp-osa infra`. None at all match every call.
	 */
	readonly match: string;
	/** The first matching call that it meets, counted since the faults are in force: 1 without it. */
	readonly nth?: number;
	/** How many calls it meets from there on: one where `nth` is given, else all. */
	readonly times?: number;
	/** Milliseconds before the command acts, or with `afterEffect` between that and its answer. */
	readonly delay?: number;
	/** The command acts first, and then goes wrong. */
	readonly afterEffect?: boolean;
	/** What the command does holds only so many milliseconds after it has answered. */
	readonly lateEffect?: number;
	/** The exit status: 1 where `stderr` is given, else 0. */
	readonly exit?: number;
	readonly stdout?: string;
	/** How many times `stdout` is printed: once without it. */
	readonly repeat?: number;
	/** What stands below `FAILED` where the exit status is not 0. */
	readonly stderr?: string;
	/** The process ends by this signal. */
	readonly signal?: NodeJS.Signals;
	/** The process never ends by itself. */
	readonly hangs?: boolean;
	/** The process does not end at SIGTERM, SIGINT or SIGHUP. */
	readonly ignoresSignals?: boolean;
	/** A pattern and what replaces it wherever it matches in the command's own output. */
	readonly replace?: readonly [pattern: string, replacement: string];
	/** What a colleague does right after the command has acted. */
	readonly change?: ColleagueChange;
}

/** Returns the faults that meet a call. @param since when they are in force: earlier calls do not count. */
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

/** Makes one of several: what is said last holds, delays are added. */
export function together(faults: readonly Fault[]): Fault {
	const delay = faults.reduce((sum, fault) => sum + (fault.delay ?? 0), 0);
	return faults.reduce((one, fault) => ({...one, ...fault, delay}), {match: '', delay});
}

function isMet(wanted: readonly string[], call: LoggedCall): boolean {
	const words = [...call.arguments.flatMap((argument) => argument.split('=')), call.targetedGroup];
	return wanted.every((word) => words.includes(word));
}
