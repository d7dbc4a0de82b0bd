import type {Read} from '../ibmcloud/reads.ts';
import type {Message} from '../text/message.ts';
import type {Answer, Answers, AnswerValues, StepId} from './answers.ts';
import type {Context} from './context.ts';
import type {StepFlag} from './flag.ts';
import type {Candidate} from './pair.ts';
import type {Question, Reply} from './question.ts';
import type {TranscriptEntry} from './view.ts';

/** One step of the wizard: when it is needed, what it asks, and how it takes a reply. It never draws. */
export interface Step<Id extends StepId = StepId> {
	readonly id: Id;
	/** A short title, for the transcript and the position. */
	readonly title: Message;
	/** The option that answers it; missing if only a person can. */
	readonly flag?: StepFlag<AnswerValues[Id]>;
	/** The label of its entry in the review; missing if the review may not change it. */
	readonly changeLabel?: Message;
	/** The IBM page that its help names; the texts of the help are `help.ID.…`. */
	readonly page: string;
	/** Changing any of these answers drops this one. */
	readonly dependsOn?: readonly StepId[];
	/** Reports whether it is asked while it has no answer. */
	isNeeded(known: Known): boolean;
	/** Reports whether it is asked now; by default, while it has no answer. */
	isOpen?(context: Context): boolean;
	/** Returns the reads that its question depends on. */
	reads?(context: Context): ReadonlyArray<Read<unknown>>;
	question(context: Context): Question;
	/** Returns the answer that a reply gives; undefined if the reply does not fit the question. */
	take(reply: Reply, context: Context): Answer<AnswerValues[Id]> | undefined;
	/** Returns an answer given in parts without its last part; undefined if nothing is left. */
	takeBack?(value: AnswerValues[Id]): AnswerValues[Id] | undefined;
	/** Returns further answers that come with this one. */
	seeds?(value: AnswerValues[Id], context: Context): Answers;
	/** Returns the answer in one line, for the transcript and the review. */
	describe(value: AnswerValues[Id]): Message;
	/** Returns what its line says as things stand, where that differs from title and answer. */
	line?(value: AnswerValues[Id], context: Context): Partial<Pick<TranscriptEntry, 'label' | 'text'>>;
	/** The step whose line includes the answer, once that step is answered. */
	readonly saidWith?: StepId;
	/** Returns the pairs of its keys, if it asks for keys. */
	pairs?(context: Context): readonly Candidate[];
}

/** What decides whether a step is needed. Before anything is read, no place is known. */
export type Known = Pick<Context, 'change' | 'isDryRun' | 'isWhereSet' | 'expectation'> &
	Partial<Pick<Context, 'place' | 'unfinished'>>;
