import type {Read} from '../../ibmcloud/reads.ts';
import type {Configuration, Outcome} from '../../ibmcloud/types.ts';
import type {ScopeState, WriterKind} from '../../plan/plan.ts';
import {replacements, type UnfinishedRun} from '../../plan/recorded-runs.ts';
import type {Secret} from '../../secrets/secret.ts';
import type {Action} from '../action.ts';
import {placeOf, type Context, type ScopeToReview, type SessionReads} from '../context.ts';
import type {Expectation} from '../expectation.ts';
import {memoize} from '../memoize.ts';
import type {Reply} from '../question.ts';
import type {Confirmation} from '../review/takeover.ts';
import type {LeaveReason} from '../session.ts';
import type {Settings} from '../settings.ts';
import type {Report, TranscriptEntry} from '../view.ts';
import {recordedChanges, type Application, type Turn} from './application.ts';
import type {Aside} from './asides.ts';
import {beginConversation, type Conversation} from './conversation.ts';
import {creationFor, type KeyCreationOf, type KeyUser} from './key-creation.ts';

/** The mode of a session. */
type Mode =
	| {readonly kind: 'checks'}
	| {readonly kind: 'asking'}
	| ({readonly kind: 'confirming'} & Confirmation)
	/** Something is asked beside the steps, which go on where they were. */
	| {readonly kind: 'aside'; readonly about: Aside}
	/** The last of `applied`: under way, or ended and on the screen. */
	| {readonly kind: 'applying'}
	| {readonly kind: 'ended'; readonly report: Report};

/** The whole state of a session between two events. Replaced, never mutated. */
export interface State {
	readonly mode: Mode;
	readonly configuration: Configuration | undefined;
	readonly conversation: Conversation;
	readonly transcript: readonly TranscriptEntry[];
	/** The content of the complete review that was on the screen. */
	readonly shownReview?: string | undefined;
	/** What is applied, or was before answers changed: that stays true whatever comes after. */
	readonly applied: readonly Application[];
	/** The keys that this session created, or was to create. */
	readonly keys: readonly KeyCreationOf[];
	/** What is left to review again, because it changed since its review. */
	readonly left?: readonly ScopeToReview[] | undefined;
	readonly writer: WriterKind;
	readonly leaveReason?: LeaveReason | undefined;
	/** What is being put back, and the state in which that was chosen. */
	readonly restoring?: {readonly expectation: Expectation; readonly from: State} | undefined;
	/** How many times the checks were started again. */
	readonly checkedAgain: number;
}

/** What is constant during a session. The reads live outside the state: each event sees them as they are. */
export interface Given {
	readonly reads: SessionReads;
	readonly options: Settings;
}

/** Returns the state where putting back was chosen; undefined once any of it is applied: that is final. */
export function cameFrom({applied, restoring}: State): State | undefined {
	return applied.length === restoring?.from.applied.length ? restoring.from : undefined;
}

/** An event of a session: what the operator does, and what comes back from its effects. */
export type Event =
	| {readonly kind: 'begin'}
	| {readonly kind: 'reply'; readonly reply: Reply}
	| {readonly kind: 'act'; readonly action: Action}
	| {readonly kind: 'back'}
	| {readonly kind: 'review-shown'}
	| {readonly kind: 'leave'; readonly reason: LeaveReason}
	/** A read has started or answered; the reads say which. */
	| {readonly kind: 'read'}
	/** The CLI's configuration has been read again. */
	| {readonly kind: 'configured'; readonly configuration: Configuration | undefined}
	| {readonly kind: 'key-created'; readonly user: KeyUser; readonly outcome: Outcome<Secret>}
	/** The progress of a scope of the applied plan. */
	| {readonly kind: 'scope'; readonly index: number; readonly state: ScopeState}
	/** Nothing of the turn is in flight any more; `at` in milliseconds since the epoch. */
	| {readonly kind: 'turn-ended'; readonly at: number};

/** A side effect of a session, as data. */
export type SideEffect =
	/** `start`: those not started yet; `again`: start anew; `forget`: read again when next started. */
	| {readonly kind: 'start' | 'again' | 'forget'; readonly reads: ReadonlyArray<Read<unknown>>}
	/** Reads the CLI's configuration again. */
	| {readonly kind: 'configure'}
	/** Runs `ibmcloud` in the operator's terminal, then reads its configuration again. */
	| {readonly kind: 'run-interactive'; readonly args: readonly string[]}
	| {readonly kind: 'create-key'; readonly user: KeyUser}
	| {readonly kind: 'apply'; readonly turn: Turn}
	/** Lets what is in flight finish and be read back, and starts nothing new. */
	| {readonly kind: 'stop'}
	/** Ends what is in flight. */
	| {readonly kind: 'abort'}
	| {readonly kind: 'allow-refresh-token'}
	/** The operator has seen that a run died. */
	| {readonly kind: 'acknowledge'; readonly run: UnfinishedRun}
	/** Redacts this value in everything that is shown. */
	| {readonly kind: 'protect'; readonly secret: Secret}
	| {readonly kind: 'end'; readonly report: Report};

/** The result of an event. */
export interface Update {
	readonly state: State;
	/** To be carried out in this order. */
	readonly effects: readonly SideEffect[];
}

/** Returns the result of an event; one that does not fit results in the same state. */
export function next(state: State, ...effects: readonly SideEffect[]): Update {
	return {state, effects};
}

/** Returns the first state of a session. @param configuration the CLI's own, as it is now. */
export function beginState({answers, writer}: Settings, configuration: State['configuration']): State {
	return {
		mode: {kind: 'checks'},
		configuration,
		conversation: beginConversation(answers),
		transcript: [],
		applied: [],
		keys: [],
		writer,
		checkedAgain: 0,
	};
}

/** Returns what a step may look at. */
export function contextOf(state: State, {reads, options}: Given): Context {
	const {applied, configuration, keys, left, writer} = state;
	const {answers, earlier, about} = state.conversation;
	return {
		...presentSettings(state, options),
		writer,
		answers,
		earlier,
		about,
		place: placeOf(configuration, reads.target.value(), reads.linked.value()),
		reads,
		left,
		keyCreation: creationFor(keys, answers.user?.value.username),
		replaced: () => replacedBefore(applied, options),
		isApiKeyLogin: configuration?.apiKeyLogin === true,
	};
}

/** Returns the settings in effect: a restoration is like a file of the session's own, with its own keys. */
function presentSettings({restoring}: State, options: Settings): Settings {
	return restoring === undefined
		? options
		: {
				...options,
				expectation: restoring.expectation,
				isWhereSet: false,
				onlyIfCurrent: undefined,
				replaceAccounts: [],
				keyReference: {kind: 'by-user', references: new Map()},
			};
}

/** What this machine has replaced: the recorded runs, and this session. */
const replacedBefore = memoize((applied: readonly Application[], {recorded}: Settings) =>
	replacements([
		...recorded().flatMap(({changes}) => changes),
		...applied.flatMap((application) => recordedChanges(application)),
	]),
);
