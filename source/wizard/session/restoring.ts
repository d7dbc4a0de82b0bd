import {pairsOf} from '../../plan/plan.ts';
import type {Answers} from '../answers.ts';
import type {Context} from '../context.ts';
import type {Application} from './application.ts';
import {forgetCredentials} from './applying.ts';
import {beginConversation} from './conversation.ts';
import {only, type Update} from './event.ts';
import {lastReplaced, undoOf} from './restorable.ts';
import type {State} from './state.ts';
import {transcriptOfScopes} from './transcript.ts';

/**
 * Puts back who was there before, like a file that names them: what is set is read again, reviewed, and confirmed as ever.
 * After a run the keys are those that are held; otherwise they are asked for.
 */
export function restore(state: State, context: Context): Update {
	const {mode, applied, conversation, transcript} = state;
	const {account} = context.place;
	const application = mode.kind === 'applying' ? mode.application : undefined;
	const scopes = application === undefined ? lastReplaced(context) : undoOf(application);
	if (account === undefined || scopes.length === 0) {
		return only(state);
	}

	const {resume} = conversation.answers;
	const kept: Answers = resume === undefined ? {} : {resume};
	return {
		state: {
			...state,
			mode: {kind: 'asking'},
			restoring: {expectation: {path: 'journal', accountId: account.id, scopes}, from: state},
			conversation: beginConversation(application === undefined ? kept : {...kept, ...keysOf(application)}),
			applied: application === undefined ? applied : [...applied, application],
			transcript: [...transcript, ...transcriptOfScopes(application?.scopes ?? [], transcript.length)],
			left: undefined,
			shownReview: undefined,
		},
		effects:
			application === undefined
				? []
				: [
						...forgetCredentials(application.plan.scopes, context.reads),
						{kind: 'again', reads: [context.reads.clusters]},
					],
	};
}

/** The keys that a run leaves: those with which it is undone, and those that it has set, with which that is undone. */
function keysOf({plan}: Application): Answers {
	const set = pairsOf(plan).flatMap(({username, apiKey, isChecked}) =>
		apiKey !== undefined && isChecked ? [[username, apiKey] as const] : [],
	);
	return {
		keys: {value: plan.heldKeys ?? new Map(), source: 'typed'},
		oldKeys: {value: new Map(set), source: 'typed'},
	};
}
