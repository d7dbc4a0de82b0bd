import {Secret} from '../../secrets/secret.ts';
import type {Answer, AnswerValues, StepId} from '../answers.ts';
import type {Reply} from '../question.ts';
import {mismatchOf} from '../review/takeover.ts';
import {stepOf} from '../steps/list.ts';
import {apply, quit} from './applying.ts';
import {quitOption} from './asides.ts';
import {answered, canGoBack, steppedBack} from './conversation.ts';
import {endOf, makesListOld, withCreation} from './key-creation.ts';
import {currentStep} from './stage.ts';
import {cameFrom, contextOf, type Event, type Given, next, type State, type Update} from './state.ts';
import {transcriptOfAnswer} from './transcript.ts';

/** Takes a reply to the present question. */
export function takeReply(state: State, reply: Reply, given: Given): Update {
	const {mode} = state;
	if (mode.kind === 'confirming') {
		if (reply.kind !== 'confirmed') {
			return next(state);
		}

		const mismatch = mismatchOf(reply.text, mode.expected);
		return mismatch === undefined ? apply(state, mode.plan) : next({...state, mode: {...mode, mismatch}});
	}

	if (mode.kind === 'aside') {
		return reply.kind === 'option' && reply.value === quitOption
			? quit(state, given)
			: next({...state, mode: {kind: 'asking'}});
	}

	const context = contextOf(state, given);
	const id = mode.kind === 'asking' ? currentStep(state, context) : undefined;
	const taken = id && stepOf(id).take(reply, context);
	return id && taken ? giveAnswer(state, id, taken, given) : next(state);
}

/** Goes back one step: ends an edit or the confirmation, or takes the last answer away. */
export function goBack(state: State): Update {
	const {kind} = state.mode;
	if (kind === 'confirming' || kind === 'aside') {
		return next({...state, mode: {kind: 'asking'}});
	}

	if (kind === 'asking' && canGoBack(state.conversation)) {
		const shownReview = state.conversation.editing === undefined ? undefined : state.shownReview;
		return next({...state, conversation: steppedBack(state.conversation), shownReview});
	}

	const from = cameFrom(state);
	if (kind !== 'asking' || from === undefined) {
		return next(state);
	}

	const {mode, conversation, applied, left, restoring} = from;
	return next({...state, mode, conversation, applied, left, restoring, shownReview: undefined});
}

/** Records the answer of a step, however it was given. */
export function giveAnswer<Id extends StepId>(
	state: State,
	id: Id,
	given: Answer<AnswerValues[Id]>,
	around: Given,
): Update {
	const {conversation, transcript} = state;
	const {unfinished} = around.options;
	const step = stepOf(id);
	const seeds = step.seeds?.(given.value, contextOf(state, around));
	return next(
		{
			...state,
			// A key does not change which scopes are left.
			left: step.pairs === undefined ? undefined : state.left,
			conversation: answered(conversation, id, given, seeds),
			transcript: [...transcript, transcriptOfAnswer(step, given)],
		},
		...secretsIn(given.value).map((secret) => ({kind: 'protect', secret}) as const),
		...(id === 'resume' && unfinished !== undefined ? [{kind: 'acknowledge', run: unfinished} as const] : []),
	);
}

function secretsIn(value: AnswerValues[StepId]): Secret[] {
	const values: readonly unknown[] = value instanceof Map ? [...value.values()] : [value];
	return values.filter((one) => one instanceof Secret);
}

/** Takes a created key as the answer of the key step, if its user is still the chosen one. */
export function takeKey(
	before: State,
	{user, outcome}: Extract<Event, {kind: 'key-created'}>,
	given: Given,
): Update {
	const creation = endOf(outcome);
	const state = {...before, keys: withCreation(before.keys, {user, creation})};
	if (creation.kind === 'made' && state.conversation.answers.user?.value.username === user.username) {
		return giveAnswer(state, 'key', {value: creation.key, source: 'created'}, given);
	}

	const list = user.account === undefined ? given.reads.users : given.reads.usersOf(user.account);
	return makesListOld(creation) ? next(state, {kind: 'again', reads: [list]}) : next(state);
}
