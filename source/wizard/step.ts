import type {Message} from '../text/message.ts';
import type {Answer, Answers, StepId} from './answers.ts';
import type {Context} from './context.ts';
import type {Question, Reply} from './question.ts';

/** One step of the wizard: when it is needed, what it asks, and what it makes of a reply. It never draws. */
export interface Step<Id extends StepId = StepId> {
	readonly id: Id;
	/** Short title for the rail and the record. */
	readonly title: Message;
	/** The flag that answers it, for `--help` and for what is missing without a terminal. */
	readonly flag: string;
	/** Changing one of these answers drops this one. */
	readonly dependsOn: readonly StepId[];
	/** Whether it is asked when it has no answer. */
	isNeeded(context: Context): boolean;
	/** Starts the reads that its question stands on. */
	prepare(context: Context): void;
	question(context: Context): Question;
	/** The answer behind a reply, or undefined where the reply does not fit the question. */
	take(reply: Reply, context: Context): Answer<AnswerValue<Id>> | undefined;
	/** Further answers that come with this one. */
	seeds?(value: AnswerValue<Id>, context: Context): Answers;
	/** The answer in one line, for record and review. */
	describe(value: AnswerValue<Id>): Message;
}

export type AnswerValue<Id extends StepId> = NonNullable<Answers[Id]>['value'];
