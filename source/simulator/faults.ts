import type {LoggedCall} from './call-log.ts';
import type {Cluster, Credential, User} from './services.ts';

/**
 * What somebody else does, in words as short as they can be: the account is the first one, the resource group its
 * default group, and the key the user's first one where nothing else is said.
 */
export interface ColleagueChange {
	/** Sets a credential; `username: null` unsets it. */
	readonly credential?: Pick<Credential, 'region' | 'username'> & Partial<Credential>;
	/** Adds a cluster, or changes the one of this name. */
	readonly cluster?: Pick<Cluster, 'name' | 'region'> & Partial<Cluster>;
	/** Changes a user, for example its key. */
	readonly user?: {readonly username: string} & Partial<User>;
	/** Ends the session of the configuration directory, as a policy on inactivity does. */
	readonly session?: 'ended';
	/** Targets something else in the operator's own configuration: the name of a group, the GUID of an account. */
	readonly target?: {readonly account?: string; readonly group?: string};
}

/**
 * Something that goes wrong with calls of the simulated CLI. Where an answer is given (`exit`, `stdout`, `stderr`,
 * `signal`, `hangs`, `floods`) the command does nothing, unless `afterEffect` or `lateEffect` is there, too.
 */
export interface Fault {
	/**
	 * Words that must all stand in a call: its own, flags and their values, the name of the targeted group. For example
	 * `ks credential set`, or `credential get jp-osa infra`. None at all match every call.
	 */
	readonly match: string;
	/** The first matching call that it meets: 1, which is the default, is the first since the faults are in force. */
	readonly nth?: number;
	/** How many calls it meets from there on: one where `nth` is given, else all. */
	readonly times?: number;
	/** Milliseconds before the command acts, or with `afterEffect` between that and its answer. */
	readonly delay?: number;
	/** The command acts first, and then goes wrong. */
	readonly afterEffect?: boolean;
	/** What the command does holds only so many milliseconds after it has answered. */
	readonly lateEffect?: number;
	/** The exit status: 1 where only `stderr` is given, else 0. */
	readonly exit?: number;
	readonly stdout?: string;
	/** What stands below `FAILED` where the exit status is not 0. */
	readonly stderr?: string;
	/** The process ends by this signal. */
	readonly signal?: NodeJS.Signals;
	/** The process never ends by itself. */
	readonly hangs?: boolean;
	/** `stdout` is printed without end. */
	readonly floods?: boolean;
	/** The process does not end at SIGTERM, SIGINT or SIGHUP. */
	readonly ignoresSignals?: boolean;
	/** A pattern and what replaces it wherever it matches in the command's own output. */
	readonly replace?: readonly [pattern: string, replacement: string];
	/** What a colleague does right after the command has acted. */
	readonly change?: ColleagueChange;
}

/** Chooses the faults that meet a call. @param calls all calls since the faults are in force, this one included. */
export function faultsOf(faults: readonly Fault[], calls: readonly LoggedCall[], id: string): Fault[] {
	return faults.filter(({match, nth = 1, times}, index) => {
		const wanted = match.split(' ').filter((word) => word !== '');
		const met = calls.filter((call) => isMet(wanted, call));
		const number = met.findIndex((call) => call.id === id) + 1;
		const last = nth - 1 + (times ?? (faults[index]?.nth === undefined ? Infinity : 1));
		return number >= nth && number <= last;
	});
}

/** Tells whether the fault is an answer of its own, in place of the command's. */
export function isAnswer({exit, stdout, stderr, signal, hangs, floods}: Fault): boolean {
	return [exit, stdout, stderr, signal, hangs, floods].some((given) => given !== undefined);
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
