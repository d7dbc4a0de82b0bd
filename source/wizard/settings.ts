import type {KeyReference} from '../plan/own-commands.ts';
import type {Change, Scope, WriterKind} from '../plan/plan.ts';
import type {RecordedRun, UnfinishedRun} from '../plan/recorded-runs.ts';
import type {Secret} from '../secrets/secret.ts';
import type {Answers} from './answers.ts';
import type {Expectation} from './expectation.ts';

/** What is settled before a session begins, as the one value that goes through all of it. */
export interface Settings {
	/** Answers from flags and environment; their steps are not asked. */
	readonly answers: Answers;
	/** What the session is for: an unset needs no user and no key. */
	readonly change: 'set' | 'unset';
	/** Nothing may be changed, a key of a user neither. */
	readonly isDryRun: boolean;
	/** Set in scopes where this user is set now, and nowhere else (`--where-set`). */
	readonly isWhereSet: boolean;
	/** What is to be set where, as a file says (`--from`): these scopes alone, each with its own user. */
	readonly expectation: Expectation | undefined;
	/** Where set, a scope may be changed only if this is set there now (`null` = none). */
	readonly onlyIfCurrent: string | null | undefined;
	/** The infrastructure accounts of which control may be taken (`--replace-account`). */
	readonly replaceAccounts: readonly string[];
	/** Who carries the change out; the review offers the other one. */
	readonly writer: WriterKind;
	/**
	 * Whether somebody can be asked. If not, a scope that cannot be read fails alone, nothing is typed, and no
	 * rehearsal is offered where `ibmcloud` is not installed.
	 */
	readonly isInteractive: boolean;
	readonly isDemo: boolean;
	/** In a rehearsal: the worthless keys of the simulated users. */
	readonly demoKeys: ReadonlyMap<string, string>;
	/** In a rehearsal of that: a key that fits no user, which is the sample until it was rejected. */
	readonly demoWrongKey?: Secret;
	/** With whom a pair is checked before it is set; undefined where that is turned off. */
	readonly pairCheckHost: {readonly host: string; readonly isIbm: boolean} | undefined;
	/** The service's own API as a writer; undefined where it cannot be used: in a rehearsal. */
	readonly api: WritingApi | undefined;
	/** How the key was given on the command line, for the commands that finish the rest. */
	readonly keyReference: KeyReference;
	/** A run that died in the middle, which is offered to be finished. */
	readonly unfinished: UnfinishedRun | undefined;
	/** What this machine has recorded, oldest first: its newest runs, read when first asked for. */
	readonly recorded: () => readonly RecordedRun[];
}

/** The service's own API: where it is, and what is sent to it. */
export interface WritingApi {
	readonly host: string;
	readonly isIbm: boolean;
	/** The request that carries out a change, as a person may read it, without secrets. */
	readonly describe: (scope: Scope, change: Change) => string;
}
