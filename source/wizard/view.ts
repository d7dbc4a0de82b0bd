import type {CliError, Credential, Outcome} from '../ibmcloud/types.ts';
import type {CommandBlock} from '../plan/by-hand.ts';
import type {KeyReference} from '../plan/own-commands.ts';
import type {Plan, PlannedScope, ScopeProgress, WriterKind} from '../plan/plan.ts';
import type {Message} from '../text/message.ts';
import type {OfferedAction} from './action.ts';
import type {StepId} from './answers.ts';
import type {Question} from './question.ts';

/** Everything that a frontend draws, as one value. It is replaced, never changed in place. */
export interface View {
	readonly place: {readonly isDemo: boolean; readonly user: string | undefined};
	/** For who hears where on the way this is; undefined where the session is over. */
	readonly position: Position | undefined;
	/** What was checked, answered and done, in the order in which it came; grows only. */
	readonly transcript: readonly TranscriptEntry[];
	/** What was checked and what is answered now: what is taken back is not in it any more. */
	readonly answered: readonly TranscriptEntry[];
	readonly stage: Stage;
}

export type Stage =
	| {readonly kind: 'checks'; readonly checks: readonly Check[]; readonly blocker: Blocker | undefined}
	| {
			readonly kind: 'question';
			/** The review where something is asked beside it. */
			readonly step: StepId | 'confirm' | 'review';
			readonly question: Question;
			readonly canGoBack: boolean;
	  }
	| {readonly kind: 'review'; readonly review: Review}
	| {readonly kind: 'apply'; readonly progress: Progress}
	| {readonly kind: 'end'; readonly report: Report};

/** What a stage is about: the step that is asked, or its kind; undefined once the session is over. */
export type Topic = StepId | 'confirm' | Exclude<Stage['kind'], 'question' | 'end'>;

/** @returns what this stage is about. */
export function topicOf(stage: Stage): Topic | undefined {
	return stage.kind === 'question' ? stage.step : stage.kind === 'end' ? undefined : stage.kind;
}

/** Where a stage is on the way from the checks to applying. */
export interface Position {
	readonly number: number;
	readonly count: number;
	readonly title: Message;
}

/** One line of the transcript: a check with its result, an answered step, a scope that is done. */
export interface TranscriptEntry {
	/** Which check, step, or scope. */
	readonly id: string;
	readonly about: 'check' | 'answer' | 'scope';
	readonly state: CheckState;
	readonly label: Message;
	readonly text: Message;
	/** Where an answer came from that was not given in this session. */
	readonly source?: Message;
}

export type CheckState = 'running' | 'fine' | 'note' | 'missing';

/** What is known of a failure besides what is said. */
interface Explanation {
	/** The commands that mend it, to be copied, a line each. */
	readonly remedy?: string | undefined;
	/** The failure of the read behind it. */
	readonly error?: CliError | undefined;
	/** Words of somebody else than the CLI, cleaned. */
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
	/** The exit status where nobody can be asked. */
	readonly exitStatus: number;
	readonly message: Message;
	/** How often was looked again since, with this result. */
	readonly lookedAgain?: number;
	readonly actions: readonly OfferedAction[];
}

/** What is about to happen; complete once each scope's credential and clusters are known, or unreadable. */
export interface Review {
	readonly isComplete: boolean;
	/** The command that is still running, and since when, while not complete. */
	readonly waitingFor: {readonly command: string; readonly startedAt: number} | undefined;
	readonly scopes: readonly ReviewedScope[];
	readonly pairAccount: string | undefined;
	readonly linkedAccount: string | null | undefined;
	/** What the check of the pair said; undefined while it runs. */
	readonly pairCheck: Message | undefined;
	readonly change: 'set' | 'unset';
	readonly writer: WriterKind;
	/** What will run, a block to paste with the scopes that it runs for; the key is a reference. */
	readonly commands: readonly CommandBlock[];
	/** What this run takes from whom, and the way back. */
	readonly dangers: readonly Message[];
	readonly warnings: readonly Message[];
	/** Why apply is not offered; undefined where it is. */
	readonly blocker: Blocker | undefined;
	/** `apply` first where there is no blocker, then the answers that can be changed, then `quit`. */
	readonly actions: readonly OfferedAction[];
	readonly plan: Plan | undefined;
}

/** A scope of a review, as far as its reads have come. */
export interface ReviewedScope extends Omit<PlannedScope, 'before'> {
	readonly before: Outcome<Credential> | undefined;
	/** The day on which this very pair was set there from this machine, and proven. */
	readonly provenBefore?: string | undefined;
	/** What an earlier review had shown, where that has changed since and nothing was written. */
	readonly reviewed?: string | null | undefined;
}

export interface Progress {
	readonly scopes: readonly ScopeProgress[];
	readonly isLeaving: boolean;
	/** Who orders where none is set; `null` where no classic account is linked, undefined where not known. */
	readonly linkedAccount?: string | null | undefined;
	/** Once all is done: retry what failed, or finish. Empty while running. */
	readonly actions: readonly OfferedAction[];
}

/** A user of whom the end says something about the key, and the command that shows it. */
export interface KeyNote {
	readonly username: string;
	readonly command: string;
}

/** How the session ended: the last screen, the lines of a pipe and the JSON document are made of it. */
export interface Report extends Explanation {
	/** `applied`: something was tried. `demo`: the operator chose the rehearsal, since there is no CLI. */
	readonly outcome: 'applied' | 'nothing-to-do' | 'dry-run' | 'quit' | 'interrupted' | 'refused' | 'demo';
	readonly plan: Plan | undefined;
	readonly scopes: readonly ScopeProgress[];
	/** What was set before in the same session, in scopes that were changed once more. */
	readonly earlier?: readonly ScopeProgress[];
	/** Why nothing was applied, for `refused`. */
	readonly refusal?: Message | undefined;
	/** Who was logged in. */
	readonly operator?: string | undefined;
	/** When what was applied had ended, in milliseconds since the epoch. */
	readonly endedAt?: number | undefined;
	/** A rehearsal: nothing that is printed at its end may be run for real by mistake. */
	readonly isDemo?: boolean;
	/** The users for whom a key was created that is set nowhere. */
	readonly unusedKeys?: readonly KeyNote[];
	/** The users for whom a key was to be created: whether it was is not known. */
	readonly unknownKeys?: readonly KeyNote[];
	/** How the key was given, for the commands that finish the rest. */
	readonly keyReference: KeyReference;
	readonly exitStatus: number;
}

/** The report of what was not carried out. */
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
