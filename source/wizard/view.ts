import type {CliError, Credential, Outcome} from '../ibmcloud/types.ts';
import type {CommandBlock} from '../plan/by-hand.ts';
import type {KeyReference} from '../plan/own-commands.ts';
import type {Plan, PlannedScope, ScopeProgress, WriterKind} from '../plan/plan.ts';
import type {Message} from '../text/message.ts';
import type {OfferedAction} from './action.ts';
import type {StepId} from './answers.ts';
import type {Question} from './question.ts';

/** Everything that a frontend draws, as one value. Replaced, never mutated. */
export interface View {
	readonly place: {readonly isDemo: boolean; readonly user: string | undefined};
	/** How far along the session is, for operators who listen; undefined once it is over. */
	readonly position: Position | undefined;
	/** What was checked, answered, and done, in that order; only grows. */
	readonly transcript: readonly TranscriptEntry[];
	/** What was checked and is answered now; excludes what was taken back. */
	readonly answered: readonly TranscriptEntry[];
	readonly stage: Stage;
}

export type Stage =
	| {readonly kind: 'checks'; readonly checks: readonly Check[]; readonly blocker: Blocker | undefined}
	| {
			readonly kind: 'question';
			/** `review` if an aside is asked over the review. */
			readonly step: StepId | 'confirm' | 'review';
			readonly question: Question;
			readonly canGoBack: boolean;
	  }
	| {readonly kind: 'review'; readonly review: Review}
	| {readonly kind: 'apply'; readonly progress: Progress}
	| {readonly kind: 'end'; readonly report: Report};

/** The subject of a stage: the step that is asked, or its kind; undefined once the session is over. */
export type Topic = StepId | 'confirm' | Exclude<Stage['kind'], 'question' | 'end'>;

/** Returns the subject of this stage. */
export function topicOf(stage: Stage): Topic | undefined {
	return stage.kind === 'question' ? stage.step : stage.kind === 'end' ? undefined : stage.kind;
}

/** The position of a stage on the way from the checks to applying. */
export interface Position {
	readonly number: number;
	readonly count: number;
	readonly title: Message;
}

/** One line of the transcript: a check with its result, an answered step, or a scope that is done. */
export interface TranscriptEntry {
	/** The id of the check, step, or scope. */
	readonly id: string;
	readonly about: 'check' | 'answer' | 'scope';
	readonly state: CheckState;
	readonly label: Message;
	readonly text: Message;
	/** The source of an answer that was not given in this session. */
	readonly source?: Message;
}

export type CheckState = 'running' | 'fine' | 'note' | 'missing';

/** The details of a failure besides its message. */
interface Explanation {
	/** The commands that fix it, one per line, to be copied. */
	readonly remedy?: string | undefined;
	/** The failure of the underlying read. */
	readonly error?: CliError | undefined;
	/** Words of somebody other than the CLI, cleaned. */
	readonly words?: string | undefined;
}

/** One line of the checks. */
export interface Check extends Omit<Explanation, 'words'> {
	readonly id: CheckId;
	readonly state: CheckState;
	readonly label: Message;
	/** Undefined while running. */
	readonly result?: Message;
}

export type CheckId = 'cli' | 'container-service' | 'sl' | 'login' | 'account' | 'group' | 'region' | 'users';

/** Why the session cannot go on by itself, and what can be done. */
export interface Blocker extends Explanation {
	/** The exit status if nobody can be asked. */
	readonly exitStatus: number;
	readonly message: Message;
	/** How often the checks were repeated since, with this result. */
	readonly lookedAgain?: number;
	readonly actions: readonly OfferedAction[];
}

/** What is about to happen; complete once every read that it needs has answered or failed. */
export interface Review {
	readonly isComplete: boolean;
	/** While incomplete, the running command and its start in milliseconds since the epoch. */
	readonly waitingFor: {readonly command: string; readonly startedAt: number} | undefined;
	readonly scopes: readonly ReviewedScope[];
	readonly pairAccount: string | undefined;
	readonly linkedAccount: string | null | undefined;
	/** The result of the pair check; undefined while it runs. */
	readonly pairCheck: Message | undefined;
	readonly change: 'set' | 'unset';
	readonly writer: WriterKind;
	/** What will run, in blocks to paste, each with its scopes; the key is a reference. */
	readonly commands: readonly CommandBlock[];
	/** What this run takes from whom, and the way back. */
	readonly dangers: readonly Message[];
	readonly warnings: readonly Message[];
	/** Why apply is not offered; undefined if it is. */
	readonly blocker: Blocker | undefined;
	/** `apply` first if nothing blocks, then the answers that can be changed, then `quit`. */
	readonly actions: readonly OfferedAction[];
	readonly plan: Plan | undefined;
}

/** A scope under review, as far as its reads have answered. */
export interface ReviewedScope extends Omit<PlannedScope, 'before'> {
	readonly before: Outcome<Credential> | undefined;
	/** The day (UTC) on which this very pair was set and proven there from this machine. */
	readonly provenBefore?: string | undefined;
	/** The username that an earlier review showed, if it has changed since and nothing was written. */
	readonly reviewed?: string | null | undefined;
}

export interface Progress {
	readonly scopes: readonly ScopeProgress[];
	readonly isLeaving: boolean;
	/** The account that orders where none is set: `null` if none is linked, undefined if unknown. */
	readonly linkedAccount?: string | null | undefined;
	/** Once all is done: retry what failed, or finish. Empty while running. */
	readonly actions: readonly OfferedAction[];
}

/** A user whose key the report mentions, and the command that shows that key. */
export interface KeyNote {
	readonly username: string;
	readonly command: string;
}

/** How the session ended: the source of the last screen, the lines of a pipe, and the JSON document. */
export interface Report extends Explanation {
	/** `applied`: something was tried. `demo`: the operator chose the rehearsal, since there is no CLI. */
	readonly outcome: 'applied' | 'nothing-to-do' | 'dry-run' | 'quit' | 'interrupted' | 'refused' | 'demo';
	readonly plan: Plan | undefined;
	readonly scopes: readonly ScopeProgress[];
	/** What was set earlier in the same session, in scopes that were changed once more. */
	readonly earlier?: readonly ScopeProgress[];
	/** For `refused`: why nothing was applied. */
	readonly refusal?: Message | undefined;
	/** The user who was logged in. */
	readonly operator?: string | undefined;
	/** When the applied changes ended, in milliseconds since the epoch. */
	readonly endedAt?: number | undefined;
	/** True for a rehearsal: nothing printed at its end may be run for real by mistake. */
	readonly isDemo?: boolean;
	/** The users for whom a key was created that is set nowhere. */
	readonly unusedKeys?: readonly KeyNote[];
	/** The users for whom a key may have been created. */
	readonly unknownKeys?: readonly KeyNote[];
	/** How the key was given, for the commands that finish the rest. */
	readonly keyReference: KeyReference;
	readonly exitStatus: number;
}

/** Returns the report of a refused run. */
export function refusedReport({
	message: refusal,
	exitStatus,
	error,
	remedy,
	words,
}: Omit<Blocker, 'actions'>): Report {
	return {
		outcome: 'refused',
		plan: undefined,
		scopes: [],
		refusal,
		error,
		remedy,
		words,
		keyReference: {kind: 'environment'},
		exitStatus,
	};
}
