import type {Plan, ScopeProgress} from '../../plan/plan.ts';
import {exitStatus} from '../../plan/status.ts';
import type {ScopeToReview, SessionReads} from '../context.ts';
import type {LeaveReason} from '../session.ts';
import type {Report} from '../view.ts';
import {
	beginApplication,
	begun,
	changedSinceReview,
	isBusy,
	statusOfApplications,
	turnOf,
	type Application,
} from './application.ts';
import {reportOf} from './ending.ts';
import {only, type Effect, type Update} from './event.ts';
import {actionsAt} from './shown.ts';
import {stageOf} from './stage.ts';
import {contextOf, type Given, type State} from './state.ts';
import {transcriptOfScopes} from './transcript.ts';

/** Applies a plan for the first time. */
export function apply(state: State, plan: Plan): Update {
	return beginTurn(state, beginApplication(plan));
}

/** Applies what has failed once more, unless something is in flight. */
export function retryFailed(state: State): Update {
	const {mode} = state;
	return mode.kind === 'applying' && !isBusy(mode.application)
		? beginTurn(state, mode.application)
		: only(state);
}

function beginTurn(state: State, application: Application): Update {
	const turn = turnOf(application);
	return {state: changeOver(state, begun(application, turn)), effects: [{kind: 'apply', turn}]};
}

/** The state with this application as the one that is applied. */
export function changeOver(state: State, application: Application): State {
	return {...state, mode: {kind: 'applying', application}};
}

/** Nothing is in flight any more: the session ends, or says what can be done. */
export function endTurn(state: State, given: Given): Update {
	const {mode, leaveReason, applied} = state;
	if (mode.kind !== 'applying') {
		return only(state);
	}

	if (leaveReason !== undefined) {
		return end(state, given, {outcome: 'interrupted', exitStatus: leaveStatus[leaveReason]});
	}

	const {application} = mode;
	const changed = changedSinceReview(application);
	if (changed.length > 0 && given.options.isAttended) {
		return reviewAgain(state, application, changed, given.reads);
	}

	const status = statusOfApplications([...applied, application]);
	return actionsAt(stageOf(state, contextOf(state, given))).length === 0
		? end(state, given, {outcome: 'applied', exitStatus: status})
		: only(state);
}

/** Nothing was written where something had changed: its review comes again, with both values. */
function reviewAgain(
	state: State,
	application: Application,
	left: readonly ScopeToReview[],
	reads: SessionReads,
): Update {
	const {applied, transcript} = state;
	return {
		state: {
			...state,
			mode: {kind: 'asking'},
			applied: [...applied, application],
			transcript: [...transcript, ...transcriptOfScopes(application.scopes, transcript.length)],
			left,
			shownReview: undefined,
		},
		effects: forgetCredentials(left, reads),
	};
}

/** What was set in these scopes is read again, and whose account is in force where it is needed. */
export function forgetCredentials(
	scopes: ReadonlyArray<Pick<ScopeToReview, 'scope'>>,
	reads: SessionReads,
): readonly Effect[] {
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
	const {mode} = before;
	const leaveReason = before.leaveReason ?? reason;
	const state = {...before, leaveReason};
	const ending = {outcome: 'interrupted', exitStatus: leaveStatus[leaveReason]} as const;
	if (mode.kind !== 'applying') {
		return end(state, given, ending);
	}

	const {application} = mode;
	if (before.leaveReason === undefined && isBusy(application)) {
		return {state, effects: [{kind: 'stop'}]};
	}

	// Only the undo was still offered: the run is over, and not interrupted.
	const status = statusOfApplications([...before.applied, application]);
	if (!isBusy(application) && status === exitStatus.done) {
		return end(before, given, {outcome: 'applied', exitStatus: status});
	}

	const scopes = application.scopes.map((scope) => leftAtOnce(scope));
	const {state: ended, effects} = end(changeOver(state, {...application, scopes}), given, ending);
	return {state: ended, effects: [{kind: 'abort'}, ...effects]};
}

const leaveStatus: Readonly<Record<LeaveReason, number>> = {
	interrupt: exitStatus.interrupted,
	quit: exitStatus.quit,
	terminate: exitStatus.terminated,
	'hang-up': exitStatus.hangUp,
};

/** A scope when the session leaves at once: what was in flight is unknown. */
function leftAtOnce(scope: ScopeProgress): ScopeProgress {
	const {kind} = scope.state;
	const result = {kind: kind === 'pending' ? 'not-started' : 'unknown'} as const;
	return kind === 'done' ? scope : {...scope, state: {kind: 'done', result, durationMs: 0}};
}

/** Ends the session on purpose. What was typed or chosen would be lost, so that is asked about once. */
export function quit(state: State, given: Given): Update {
	const {mode, applied, conversation} = state;
	if (applied.length > 0) {
		return end(state, given, {outcome: 'applied', exitStatus: statusOfApplications(applied)});
	}

	const isSure = mode.kind === 'checks' || (mode.kind === 'aside' && mode.about === 'quit');
	return isSure || conversation.asked.length === 0
		? end({...state, mode: {kind: 'asking'}}, given, {outcome: 'quit', exitStatus: exitStatus.failed})
		: only({...state, mode: {kind: 'aside', about: 'quit'}});
}

/** Ends the session with its report. */
export function end(state: State, given: Given, ending: Pick<Report, 'outcome' | 'exitStatus'>): Update {
	const {mode, applied, keys} = state;
	const context = contextOf(state, given);
	const stage = stageOf(state, context);
	const applications = mode.kind === 'applying' ? [...applied, mode.application] : applied;
	const reviewed = stage.kind === 'review' ? stage.review.plan : undefined;
	const report = reportOf(ending, applications, reviewed, keys, context);
	return {state: {...state, mode: {kind: 'ended', report}}, effects: [{kind: 'end', report}]};
}
