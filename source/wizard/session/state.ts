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

/** Where a session is. */
type Mode =
	| {readonly kind: 'checks'}
	| {readonly kind: 'asking'}
	| ({readonly kind: 'confirming'} & Confirmation)
	/** Something is asked beside the steps, which go on where they were. */
	| {readonly kind: 'aside'; readonly about: Aside}
	/** The last of what is `applied`: under way, or ended and on the screen. */
	| {readonly kind: 'applying'}
	| {readonly kind: 'ended'; readonly report: Report};

/** All that a session is between two events: a value that is replaced, never changed in place. */
export interface State {
	readonly mode: Mode;
	readonly configuration: Configuration | undefined;
	readonly conversation: Conversation;
	readonly transcript: readonly TranscriptEntry[];
	/** What the complete review said that has been on the screen. */
	readonly shownReview?: string | undefined;
	/** What is applied, or was before answers were changed: it stays true whatever comes after. */
	readonly applied: readonly Application[];
	/** The keys that were created in this session, or were to be. */
	readonly keys: readonly KeyCreationOf[];
	/** What is left to review again, because it had changed since its review. */
	readonly left?: readonly ScopeToReview[] | undefined;
	readonly writer: WriterKind;
	readonly leaveReason?: LeaveReason | undefined;
	/** What is put back, and where that was chosen; undefined where nothing is. */
	readonly restoring?: {readonly expectation: Expectation; readonly from: State} | undefined;
	/** How often the checks have been started again. */
	readonly checkedAgain: number;
}

/** What stays the same for a session. The reads live outside of it: each event finds them as they are. */
export interface Given {
	readonly reads: SessionReads;
	readonly options: Settings;
}

/** Where putting back was chosen, as long as nothing of it was applied: what is written is not taken back. */
export function cameFrom({applied, restoring}: State): State | undefined {
	return applied.length === restoring?.from.applied.length ? restoring.from : undefined;
}

/** What happens to a session: what the operator does, and what comes back from its effects. */
export type Event =
	| {readonly kind: 'begin'}
	| {readonly kind: 'reply'; readonly reply: Reply}
	| {readonly kind: 'act'; readonly action: Action}
	| {readonly kind: 'back'}
	| {readonly kind: 'review-shown'}
	| {readonly kind: 'leave'; readonly reason: LeaveReason}
	/** A read has started or answered: the reads say which. */
	| {readonly kind: 'read'}
	/** The CLI's configuration has been read again. */
	| {readonly kind: 'configured'; readonly configuration: Configuration | undefined}
	| {readonly kind: 'key-created'; readonly user: KeyUser; readonly outcome: Outcome<Secret>}
	/** How far a scope of the plan is that is applied. */
	| {readonly kind: 'scope'; readonly index: number; readonly state: ScopeState}
	/** Nothing of the turn is in flight any more; `at` in milliseconds since the epoch. */
	| {readonly kind: 'turn-ended'; readonly at: number};

/** What a session wants done, as data. */
export type SideEffect =
	/** `start`: those not started yet; `again`: anew; `forget`: read when they are next started. */
	| {readonly kind: 'start' | 'again' | 'forget'; readonly reads: ReadonlyArray<Read<unknown>>}
	/** Read the CLI's configuration again. */
	| {readonly kind: 'configure'}
	/** Run `ibmcloud` in the operator's terminal, then read its configuration again. */
	| {readonly kind: 'run-interactive'; readonly args: readonly string[]}
	| {readonly kind: 'create-key'; readonly user: KeyUser}
	| {readonly kind: 'apply'; readonly turn: Turn}
	/** Let what is in flight finish and be read back, and start nothing new. */
	| {readonly kind: 'stop'}
	/** End what is in flight. */
	| {readonly kind: 'abort'}
	/** From now on the refresh token may be sent. */
	| {readonly kind: 'allow-refresh-token'}
	/** The operator has seen that a run died. */
	| {readonly kind: 'acknowledge'; readonly run: UnfinishedRun}
	/** Take this value out of everything that is shown. */
	| {readonly kind: 'protect'; readonly secret: Secret}
	| {readonly kind: 'end'; readonly report: Report};

/** What an event leads to. */
export interface Update {
	readonly state: State;
	/** To be carried out in this order. */
	readonly effects: readonly SideEffect[];
}

/** Returns what an event leads to; one that does not fit leads to the same state. */
export function next(state: State, ...effects: readonly SideEffect[]): Update {
	return {state, effects};
}

/** Returns how a session begins. @param configuration the CLI's own, as it is now. */
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

/** The settings as they hold now: a restoration is like a file of the session's own, with its own keys. */
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

/** What was replaced from this machine: by the runs that are recorded, and by this session. */
const replacedBefore = memoize((applied: readonly Application[], {recorded}: Settings) =>
	replacements([
		...recorded().flatMap(({changes}) => changes),
		...applied.flatMap((application) => recordedChanges(application)),
	]),
);
