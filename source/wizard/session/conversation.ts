import type {Answer, Answers, AnswerValues, StepId} from '../answers.ts';
import {stepOf, steps} from '../steps/list.ts';

/** What was answered, in which order, and what is being changed. Replaced, never mutated. */
export interface Conversation {
	readonly answers: Answers;
	/** Answers taken back by going back; offered again as defaults. */
	readonly earlier: Answers;
	/** The answered steps in their order: what Esc takes back. */
	readonly asked: readonly StepId[];
	/** The step being changed from the review. */
	readonly editing: StepId | undefined;
	/** The user it is about, where it is asked for several. */
	readonly about?: string | undefined;
}

/** @param answers from flags and environment. */
export function beginConversation(answers: Answers): Conversation {
	return {answers, earlier: {}, asked: [], editing: undefined};
}

/** Records an answer. If it changes, its dependents are dropped. `seeds` are answers that come with it. */
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
		// An answer given in parts is taken back in parts.
		asked: [...(stepOf(id).takeBack === undefined ? asked.filter((step) => step !== id) : asked), id],
		editing: undefined,
	};
}

/** Goes back one step: ends an edit and keeps the old answer, or takes the last answer away. */
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

/** Asks a step again, with its present answer as the default, kept until another is given. */
export function edited(conversation: Conversation, id: StepId, about?: string): Conversation {
	const {answers, earlier} = conversation;
	return {...conversation, earlier: {...earlier, ...answers}, editing: id, about};
}

/** Reports whether there is anything to go back to. */
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

/** Returns what identifies an answer: for a user, the username. */
function nameOf(value: AnswerValues[StepId]): unknown {
	return typeof value === 'object' && 'username' in value ? value.username : value;
}
