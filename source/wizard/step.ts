import type {Read} from '../ibmcloud/reads.ts';
import type {Message} from '../text/message.ts';
import type {Answer, Answers, AnswerValues, StepId} from './answers.ts';
import type {Context} from './context.ts';
import type {StepFlag} from './flag.ts';
import type {Candidate} from './pair.ts';
import type {Question, Reply} from './question.ts';
import type {TranscriptEntry} from './view.ts';

/** One step of the wizard: when it is needed, what it asks, and what it makes of a reply. It never draws. */
export interface Step<Id extends StepId = StepId> {
	readonly id: Id;
	/** Short title, for the transcript and for who hears where on the way this is. */
	readonly title: Message;
	/** The option that answers it; none where only a person can. */
	readonly flag?: StepFlag<AnswerValues[Id]>;
	/** What the review calls the entry that changes it; none where the review may not. */
	readonly changeLabel?: Message;
	/** IBM's page that its help names; the words of the help are `help.ID.…`. */
	readonly page: string;
	/** Changing one of these answers drops this one. */
	readonly dependsOn?: readonly StepId[];
	/** Whether it is asked when it has no answer. */
	isNeeded(known: Known): boolean;
	/** Whether it is asked now; without it, where it has no answer. */
	isOpen?(context: Context): boolean;
	/** The reads that its question stands on. */
	reads?(context: Context): ReadonlyArray<Read<unknown>>;
	question(context: Context): Question;
	/** The answer behind a reply, or undefined where the reply does not fit the question. */
	take(reply: Reply, context: Context): Answer<AnswerValues[Id]> | undefined;
	/** The answer without its last part, where it is given in parts; undefined where nothing is left. */
	takeBack?(value: AnswerValues[Id]): AnswerValues[Id] | undefined;
	/** Further answers that come with this one. */
	seeds?(value: AnswerValues[Id], context: Context): Answers;
	/** The answer in one line, for transcript and review. */
	describe(value: AnswerValues[Id]): Message;
	/** What the line of its answer says later, where that is more or shorter than title and answer. */
	line?(value: AnswerValues[Id], context: Context): Partial<Pick<TranscriptEntry, 'label' | 'text'>>;
	/** The step in whose line the answer is said, once that one is answered. */
	readonly saidWith?: StepId;
	/** The pairs of its keys, where it asks for keys. */
	pairs?(context: Context): readonly Candidate[];
}

/** What says whether a step is needed. Before anything is read no place is known. */
export type Known = Pick<Context, 'change' | 'isDryRun' | 'isWhereSet' | 'expectation'> &
	Partial<Pick<Context, 'place' | 'unfinished'>>;
