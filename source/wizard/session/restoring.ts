import {pairsOf} from '../../plan/plan.ts';
import type {Answers} from '../answers.ts';
import type {Context} from '../context.ts';
import {allScopes, type Application} from './application.ts';
import {forgetCredentials} from './applying.ts';
import {beginConversation} from './conversation.ts';
import {only, type Update} from './event.ts';
import {lastReplaced, undoOf} from './restorable.ts';
import type {State} from './state.ts';

/**
 * Puts back who was there before, like a file that names them: what is set is read again, reviewed, and
 * confirmed as ever. After a run the keys are those that are held; otherwise they are asked for.
 */
export function restore(state: State, context: Context): Update {
	const {mode, applied, conversation} = state;
	const {account} = context.place;
	const isUndo = mode.kind === 'applying';
	const scopes = isUndo ? undoOf(applied) : lastReplaced(context);
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
			conversation: beginConversation(isUndo ? {...kept, ...keysOf(applied)} : kept),
			left: undefined,
			shownReview: undefined,
		},
		effects: isUndo
			? [
					...forgetCredentials(
						allScopes(applied).map(({planned}) => planned),
						context.reads,
					),
					{kind: 'again', reads: [context.reads.clusters]},
				]
			: [],
	};
}

/** The keys that are left: those that undo the run, and those that were set, which undo the undo. */
function keysOf(applications: readonly Application[]): Answers {
	const pairs = applications.flatMap(({plan}) => pairsOf(plan));
	const set = pairs.flatMap(({username, apiKey}) =>
		apiKey !== undefined ? [[username, apiKey] as const] : [],
	);
	return {
		keys: {value: applications.at(-1)?.plan.heldKeys ?? new Map(), source: 'typed'},
		oldKeys: {value: new Map(set), source: 'typed'},
	};
}
