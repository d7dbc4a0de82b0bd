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

/** Applies what has failed once more, unless something is in flight. */
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

/** Returns the state with another present application; the same one where there is none. */
export function changed(state: State, change: (application: Application) => Application): State {
	const application = presentOf(state);
	return application === undefined
		? state
		: {...state, applied: state.applied.toSpliced(-1, 1, change(application))};
}

/** Nothing is in flight any more: the session ends, or says what can be done. */
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
		// Nothing was written where something had changed: its review comes again, with both values.
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

/** What was set in these scopes is read again, and whose account is in force where it is needed. */
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
 * The operator leaves. The first time lets what is in flight finish; the second leaves at once, and what was
 * in flight is unknown then. Where all of it is done there is nothing to interrupt.
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

	// Only the undo was still offered: the run is over, and not interrupted.
	if (!isBusy(application) && statusOfApplications(before.applied) === exitStatus.done) {
		return endApplied(before, given);
	}

	const scopes = application.scopes.map((scope) => leftAtOnce(scope));
	const left = changed(state, () => ({...application, scopes}));
	const {state: ended, effects} = end(left, given, ending);
	return next(ended, {kind: 'abort'}, ...effects);
}

/**
 * A scope when the session leaves at once: what was in flight is unknown, what was only read is not begun.
 */
function leftAtOnce(scope: ScopeProgress): ScopeProgress {
	const result = {kind: mayBeWritten(scope) ? 'unknown' : 'not-started'} as const;
	return scope.state.kind === 'done' ? scope : {...scope, state: {kind: 'done', result, durationMs: 0}};
}

/** Ends the session on purpose. What was typed or chosen would be lost, so that is asked about once. */
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

/** Ends the session with its report: how it ended, and what is still to be known of it. */
export function end(state: State, given: Given, ending: Pick<Report, 'outcome' | 'exitStatus'>): Update {
	const {applied, keys} = state;
	const context = contextOf(state, given);
	const {place, isDemo, keyReference} = context;
	const stage = stageOf(state, context);
	const reviewed = stage.kind === 'review' ? stage.review.plan : undefined;
	const {plan, endedAt} = applied.at(-1) ?? {};
	const scopes = allScopes(applied);
	// Whoever sets the key of a user has one.
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
		// The answer was lost, or is still awaited.
		unknownKeys: notesOf('open', 'running'),
		keyReference,
	};
	return next({...state, mode: {kind: 'ended', report}}, {kind: 'end', report});
}

/** Returns whether the key of this user may be set in one of the scopes. */
function mayUse({scopes}: Application, username: string): boolean {
	return scopes.some((scope) => expectedOf(scope.planned) === username && mayBeWritten(scope));
}
