import type {KeyReference} from '../plan/own-commands.ts';
import type {Change, Scope, WriterKind} from '../plan/plan.ts';
import type {RecordedRun, UnfinishedRun} from '../plan/recorded-runs.ts';
import type {Secret} from '../secrets/secret.ts';
import type {Answers} from './answers.ts';
import type {Expectation} from './expectation.ts';

/** Everything settled before a session begins, handed through it as one value. */
export interface Settings {
	/** Answers from flags and the environment; their steps are not asked. */
	readonly answers: Answers;
	/** The purpose of the session: an unset needs no user and no key. */
	readonly change: 'set' | 'unset';
	/** Nothing may be changed, and no key created. */
	readonly isDryRun: boolean;
	/** Sets only the scopes where this user is set now (`--where-set`). */
	readonly isWhereSet: boolean;
	/** What a file wants set (`--from`): in its scopes only, each with its own user. */
	readonly expectation: Expectation | undefined;
	/** If given, a scope is changed only if this is set there now (`null` = none). */
	readonly onlyIfCurrent: string | null | undefined;
	/** The infrastructure accounts from which control may be taken (`--replace-account`). */
	readonly replaceAccounts: readonly string[];
	/** What carries out the change; the review offers the other one. */
	readonly writer: WriterKind;
	/**
	 * Whether anybody can be asked. If not, an unreadable scope fails on its own, nothing is typed, and no
	 * rehearsal is offered if `ibmcloud` is not installed.
	 */
	readonly isInteractive: boolean;
	readonly isDemo: boolean;
	/** In a rehearsal, the worthless keys of the simulated users. */
	readonly demoKeys: ReadonlyMap<string, string>;
	/** In a rehearsal of a rejected key: one that fits no user, the sample until it has been rejected. */
	readonly demoWrongKey?: Secret;
	/** Where a pair is checked before it is set; undefined if that is turned off. */
	readonly pairCheckHost: {readonly host: string; readonly isIbm: boolean} | undefined;
	/** The service's own API as a writer; undefined where it cannot be used: in a rehearsal. */
	readonly api: WritingApi | undefined;
	/** How the key was given on the command line, for the commands that finish the rest. */
	readonly keyReference: KeyReference;
	/** A run that died, which the operator may finish. */
	readonly unfinished: UnfinishedRun | undefined;
	/** The newest runs that this machine has recorded, oldest first; read on the first call. */
	readonly recorded: () => readonly RecordedRun[];
}

/** The service's own API: its host, and what is sent to it. */
export interface WritingApi {
	readonly host: string;
	readonly isIbm: boolean;
	/** Returns the request for a change in readable form, without secrets. */
	readonly describe: (scope: Scope, change: Change) => string;
}
