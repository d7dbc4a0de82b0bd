import type {Answer, Answers, StepId} from './answers.ts';
import type {AnswerValue} from './step.ts';
import {steps} from './steps/list.ts';

/** The answers with this one; what depends on it is dropped where its value changes (a user's key). */
export function withAnswer<Id extends StepId>(
	answers: Answers,
	id: Id,
	answer: Answer<AnswerValue<Id>>,
): Answers {
	const before = answers[id];
	const isSame = before !== undefined && nameOf(before.value) === nameOf(answer.value);
	return {...(isSame ? answers : withoutDependents(answers, id)), [id]: answer};
}

/** The answers without this one, and without what hangs on it. */
export function withoutAnswer(answers: Answers, id: StepId): Answers {
	const {[id]: _taken, ...rest} = withoutDependents(answers, id);
	return rest;
}

function withoutDependents(answers: Answers, id: StepId): Answers {
	return steps
		.filter(({dependsOn}) => dependsOn.includes(id))
		.reduce<Answers>((remaining, step) => withoutAnswer(remaining, step.id), answers);
}

/** What makes two answers the same: for a user the username. */
function nameOf(value: AnswerValue<StepId>): unknown {
	return typeof value === 'object' && 'username' in value ? value.username : value;
}
