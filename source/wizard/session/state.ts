import type {Configuration} from '../../ibmcloud/types.ts';
import type {Plan, WriterKind} from '../../plan/plan.ts';
import {replacements} from '../../plan/recorded-runs.ts';
import type {Message} from '../../text/message.ts';
import type {Context, ScopeToReview, SessionReads} from '../context.ts';
import type {Expectation} from '../expectation.ts';
import {memoize} from '../memoize.ts';
import {placeOf} from '../place.ts';
import type {LeaveReason} from '../session.ts';
import type {Report, TranscriptEntry} from '../view.ts';
import {recordedChanges, type Application} from './application.ts';
import type {Aside} from './asides.ts';
import {beginConversation, type Conversation} from './conversation.ts';
import type {Settings} from '../settings.ts';
import {creationFor, type KeyCreationOf} from './key-creation.ts';

/** Where a session is. */
export type Mode =
	| {readonly kind: 'checks'}
	| {readonly kind: 'asking'}
	/** This text is asked for before the plan is applied; a text that was another has been said to be one. */
	| {
			readonly kind: 'confirming';
			readonly plan: Plan;
			readonly expected: string;
			readonly mismatch: Message | undefined;
	  }
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
	readonly shownReview: string | undefined;
	/** What is applied, or was before answers were changed: it stays true whatever comes after. */
	readonly applied: readonly Application[];
	/** The keys that were created in this session, or were to be. */
	readonly keys: readonly KeyCreationOf[];
	/** What is left to review again, because it had changed since its review. */
	readonly left: readonly ScopeToReview[] | undefined;
	readonly writer: WriterKind;
	readonly leaveReason: LeaveReason | undefined;
	/** What is put back, and where that was chosen; undefined where nothing is. */
	readonly restoring: {readonly expectation: Expectation; readonly from: State} | undefined;
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

/** How a session begins. @param configuration the CLI's own, as it is now. */
export function beginState({answers, writer}: Settings, configuration: State['configuration']): State {
	return {
		mode: {kind: 'checks'},
		configuration,
		conversation: beginConversation(answers),
		transcript: [],
		shownReview: undefined,
		applied: [],
		keys: [],
		left: undefined,
		writer,
		leaveReason: undefined,
		restoring: undefined,
		checkedAgain: 0,
	};
}

/** What a step may look at. */
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
