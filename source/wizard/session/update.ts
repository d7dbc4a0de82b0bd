import {byKind} from '../by-kind.ts';
import {act} from './acting.ts';
import {takeReply, goBack, takeKey} from './answering.ts';
import {changed, endTurn, leave} from './applying.ts';
import {withState} from './application.ts';
import {checksOf} from './checks.ts';
import {checksAgain, firstReads, mendedReads, readsAt} from './read-ahead.ts';
import {contentOf, currentStep, stageOf} from './stage.ts';
import {contextOf, type Event, type Given, next, type State, type Update} from './state.ts';
import {transcriptOfChecks} from './transcript.ts';

/**
 * Returns the state of a session after an event, and its side effects. Pure, so that it can be tested without
 * a session. An event that does not fit the present stage leaves the state as it is.
 */
export function update(state: State, event: Event, given: Given): Update {
	if (state.mode.kind === 'ended') {
		return next(state);
	}

	const handled = handle(event, state, given);
	const advanced = advance(handled.state, given);
	return next(advanced.state, ...handled.effects, ...advanced.effects);
}

const handle = byKind<Event, [State, Given], Update>({
	begin: (_, state, given) => next(state, {kind: 'start', reads: firstReads(contextOf(state, given))}),
	read: (_, state) => next(state),
	reply: ({reply}, state, given) => takeReply(state, reply, given),
	act: ({action}, state, given) => act(state, action, given),
	back: (_, state) => goBack(state),
	'review-shown': (_, state, given) =>
		next({...state, shownReview: contentOf(stageOf(state, contextOf(state, given)))}),
	leave: ({reason}, state, given) => leave(state, reason, given),
	configured: ({configuration}, state, given) => configured({...state, configuration}, given),
	'key-created': (event, state, given) => takeKey(state, event, given),
	scope: ({index, state: reached}, state) =>
		next(changed(state, (application) => withState(application, [index], reached))),
	'turn-ended'({at}, state, given) {
		const ended = changed(state, (application) => ({...application, endedAt: at}));
		return endTurn(ended, given);
	},
});

/** Reads again what blocks or has failed: the operator has fixed something outside. */
function configured(state: State, given: Given): Update {
	const {mode, checkedAgain} = state;
	const context = contextOf(state, given);
	if (mode.kind === 'checks') {
		return next({...state, checkedAgain: checkedAgain + 1}, {kind: 'again', reads: checksAgain(context)});
	}

	const mended = changed(state, (application) => ({...application, isMended: true}));
	return next(mended, {kind: 'again', reads: mendedReads(context)});
}

/** Moves on where nothing has to be asked: from the checks to the steps, and through the review's reads. */
function advance(state: State, given: Given): Update {
	const context = contextOf(state, given);
	if (state.mode.kind === 'checks') {
		const {checks, isSettled, blocker} = checksOf(context);
		if (!isSettled || blocker !== undefined) {
			return next(state);
		}

		const transcript = [...state.transcript, ...transcriptOfChecks(checks)];
		return advance({...state, mode: {kind: 'asking'}, transcript}, given);
	}

	if (state.mode.kind !== 'asking') {
		return next(state);
	}

	const reads = readsAt(currentStep(state, context), context).filter((read) => read.state().kind === 'idle');
	return reads.length === 0 ? next(state) : next(state, {kind: 'start', reads});
}
