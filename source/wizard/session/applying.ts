import {expectedOf, pendingScopes, type Plan, type ScopeProgress} from '../../plan/plan.ts';
import {exitStatus, mayBeWritten} from '../../plan/status.ts';
import type {KeyCreation, ScopeToReview, SessionReads} from '../context.ts';
import type {LeaveReason} from '../session.ts';
import type {KeyNote, Report} from '../view.ts';
import {
	allScopes,
	changedSinceReview,
	earlierScopes,
	isBusy,
	statusOfApplications,
	turnOf,
	withState,
	type Application,
} from './application.ts';
import {keyCommand} from './key-creation.ts';
import {actionsAt, stageOf} from './stage.ts';
import {contextOf, type Given, next, type SideEffect, type State, type Update} from './state.ts';
import {transcriptOfScopes} from './transcript.ts';

/** Applies a plan for the first time. */
export function apply(state: State, plan: Plan): Update {
	const application = {plan, scopes: pendingScopes(plan), isMended: false};
	const applied = [...state.applied, application];
	return beginTurn({...state, mode: {kind: 'applying'}, applied}, application);
}

/** Applies what failed once more, unless something is in flight. */
export function retryFailed(state: State): Update {
	const application = presentOf(state);
	return application === undefined || isBusy(application) ? next(state) : beginTurn(state, application);
}

function beginTurn(state: State, application: Application): Update {
	const turn = turnOf(application);
	const pending = withState(application, turn.open, {kind: 'pending'});
	const begun = changed(state, () => ({...pending, isMended: false}));
	return next(begun, {kind: 'apply', turn});
}

/** Returns the application that is under way, or has ended and is on the screen. */
export function presentOf({mode, applied}: State): Application | undefined {
	return mode.kind === 'applying' ? applied.at(-1) : undefined;
}

/** Returns the state with the present application changed; the same state if there is none. */
export function changed(state: State, change: (application: Application) => Application): State {
	const application = presentOf(state);
	return application === undefined
		? state
		: {...state, applied: state.applied.toSpliced(-1, 1, change(application))};
}

/** Handles the end of a turn: ends the session, or stays for what can be done next. */
export function endTurn(state: State, given: Given): Update {
	const application = presentOf(state);
	const {leaveReason} = state;
	if (application === undefined) {
		return next(state);
	}

	if (leaveReason !== undefined) {
		return end(state, given, {outcome: 'interrupted', exitStatus: exitStatus[leaveReason]});
	}

	const left = changedSinceReview(application);
	if (left.length > 0 && given.options.isInteractive) {
		// Nothing was written where something had changed: those scopes are reviewed again, with both values.
		const transcript = [...state.transcript, ...transcriptOfScopes(application.scopes)];
		return next(
			{...state, mode: {kind: 'asking'}, transcript, left, shownReview: undefined},
			...forgetCredentials(left, given.reads),
		);
	}

	return actionsAt(stageOf(state, contextOf(state, given))).length === 0
		? endApplied(state, given)
		: next(state);
}

/** Reads again what is set in these scopes, and the account in force once it is needed. */
export function forgetCredentials(
	scopes: ReadonlyArray<Pick<ScopeToReview, 'scope'>>,
	reads: SessionReads,
): readonly SideEffect[] {
	return [
		{kind: 'forget', reads: scopes.map(({scope}) => reads.permissions(scope))},
		{kind: 'again', reads: scopes.map(({scope}) => reads.credential(scope))},
	];
}

/**
 * Leaves at the operator's request. The first call lets what is in flight finish; the second leaves at once,
 * so that what was in flight is unknown. If everything is done there is nothing to interrupt.
 */
export function leave(before: State, reason: LeaveReason, given: Given): Update {
	const application = presentOf(before);
	const leaveReason = before.leaveReason ?? reason;
	const state = {...before, leaveReason};
	const ending = {outcome: 'interrupted', exitStatus: exitStatus[leaveReason]} as const;
	if (application === undefined) {
		return end(state, given, ending);
	}

	if (before.leaveReason === undefined && isBusy(application)) {
		return next(state, {kind: 'stop'});
	}

	// Only the undo was still offered: the run is over, not interrupted.
	if (!isBusy(application) && statusOfApplications(before.applied) === exitStatus.done) {
		return endApplied(before, given);
	}

	const scopes = application.scopes.map((scope) => leftAtOnce(scope));
	const left = changed(state, () => ({...application, scopes}));
	const {state: ended, effects} = end(left, given, ending);
	return next(ended, {kind: 'abort'}, ...effects);
}

/** Returns a scope as left at once: unknown if the change may be in flight, not started if only read. */
function leftAtOnce(scope: ScopeProgress): ScopeProgress {
	const result = {kind: mayBeWritten(scope) ? 'unknown' : 'not-started'} as const;
	return scope.state.kind === 'done' ? scope : {...scope, state: {kind: 'done', result, durationMs: 0}};
}

/** Quits. Asks once if answers would be lost. */
export function quit(state: State, given: Given): Update {
	const {mode, applied, conversation} = state;
	if (applied.length > 0) {
		return endApplied(state, given);
	}

	const isSure = mode.kind === 'checks' || (mode.kind === 'aside' && mode.about === 'quit');
	return isSure || conversation.asked.length === 0
		? end({...state, mode: {kind: 'asking'}}, given, {outcome: 'quit', exitStatus: exitStatus.failed})
		: next({...state, mode: {kind: 'aside', about: 'quit'}});
}

/** Ends a session that has applied something. */
export function endApplied(state: State, given: Given): Update {
	return end(state, given, {outcome: 'applied', exitStatus: statusOfApplications(state.applied)});
}

/** Ends the session with its report. */
export function end(state: State, given: Given, ending: Pick<Report, 'outcome' | 'exitStatus'>): Update {
	const {applied, keys} = state;
	const context = contextOf(state, given);
	const {place, isDemo, keyReference} = context;
	const stage = stageOf(state, context);
	const reviewed = stage.kind === 'review' ? stage.review.plan : undefined;
	const {plan, endedAt} = applied.at(-1) ?? {};
	const scopes = allScopes(applied);
	// An operator who has set the key of a user also has that key.
	const notesOf = (...kinds: ReadonlyArray<KeyCreation['kind']>): KeyNote[] =>
		keys
			.filter(({creation}) => kinds.includes(creation.kind))
			.filter(({user}) => !applied.some((application) => mayUse(application, user.username)))
			.map(({user}) => ({username: user.username, command: keyCommand(user, place, 'detail', '--keys')}));
	const report: Report = {
		...ending,
		plan: plan === undefined ? reviewed : {...plan, scopes: scopes.map(({planned}) => planned)},
		scopes,
		earlier: earlierScopes(applied),
		operator: place.user,
		endedAt,
		isDemo,
		unusedKeys: notesOf('made'),
		// The response was lost, or is still awaited.
		unknownKeys: notesOf('open', 'running'),
		keyReference,
	};
	return next({...state, mode: {kind: 'ended', report}}, {kind: 'end', report});
}

/** Reports whether the key of this user may be set in any of the scopes. */
function mayUse({scopes}: Application, username: string): boolean {
	return scopes.some((scope) => expectedOf(scope.planned) === username && mayBeWritten(scope));
}
