import type {Answer, Answers, AnswerValues, StepId} from '../answers.ts';
import {stepOf, steps} from '../steps/list.ts';

/** What has been answered, in which order, and what is being changed. Replaced, never changed in place. */
export interface Conversation {
	readonly answers: Answers;
	/** Answers that were taken away by going back: offered again as defaults. */
	readonly earlier: Answers;
	/** Steps in the order in which the operator answered them: what Esc takes back. */
	readonly asked: readonly StepId[];
	/** The step that is being changed from the review. */
	readonly editing: StepId | undefined;
	/** Whom that is about, where it is asked for several. */
	readonly about?: string | undefined;
}

/** @param answers from flags and environment. */
export function beginConversation(answers: Answers): Conversation {
	return {answers, earlier: {}, asked: [], editing: undefined};
}

/**
 * An answer is given; what depends on it is dropped where it changes. `seeds` are answers that come with it.
 */
export function answered<Id extends StepId>(
	{answers, earlier, asked}: Conversation,
	id: Id,
	answer: Answer<AnswerValues[Id]>,
	seeds: Answers = {},
): Conversation {
	const before = answers[id];
	const isSame = before !== undefined && nameOf(before.value) === nameOf(answer.value);
	return {
		answers: {...(isSame ? answers : withoutDependents(answers, id)), [id]: answer, ...seeds},
		earlier,
		// What is answered in parts is taken back in parts.
		asked: [...(stepOf(id).takeBack === undefined ? asked.filter((step) => step !== id) : asked), id],
		editing: undefined,
	};
}

/** One step back: an edit ends with the old answer kept, otherwise the last answer is taken away. */
export function steppedBack(conversation: Conversation): Conversation {
	const {answers, earlier, asked, editing} = conversation;
	const last = asked.at(-1);
	return editing !== undefined || last === undefined
		? {...conversation, editing: undefined, about: undefined}
		: {
				...beginConversation(takenBack(answers, last)),
				earlier: {...earlier, ...answers},
				asked: asked.slice(0, -1),
			};
}

function takenBack(answers: Answers, id: StepId): Answers {
	const answer = answers[id];
	const rest = answer && stepOf(id).takeBack?.(answer.value);
	return rest === undefined ? withoutAnswer(answers, id) : {...answers, [id]: {...answer, value: rest}};
}

/** Asks a step again, with its present answer as the default; it is kept until another is given. */
export function edited(conversation: Conversation, id: StepId, about?: string): Conversation {
	const {answers, earlier} = conversation;
	return {...conversation, earlier: {...earlier, ...answers}, editing: id, about};
}

/** Returns whether there is anything to go back to. */
export function canGoBack({editing, asked}: Conversation): boolean {
	return editing !== undefined || asked.length > 0;
}

function withoutAnswer(answers: Answers, id: StepId): Answers {
	const {[id]: _taken, ...rest} = withoutDependents(answers, id);
	return rest;
}

function withoutDependents(answers: Answers, id: StepId): Answers {
	return steps
		.filter(({dependsOn}) => dependsOn?.includes(id) === true)
		.reduce<Answers>((remaining, step) => withoutAnswer(remaining, step.id), answers);
}

/** Returns what makes two answers the same: for a user the username. */
function nameOf(value: AnswerValues[StepId]): unknown {
	return typeof value === 'object' && 'username' in value ? value.username : value;
}
