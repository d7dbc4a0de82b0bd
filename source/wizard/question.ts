import type {Read} from '../ibmcloud/reads.ts';
import type {CliError} from '../ibmcloud/types.ts';
import type {Secret} from '../secrets/secret.ts';
import {message, type Message} from '../text/message.ts';
import type {OfferedAction} from './action.ts';

/**
 * What a step asks, as data: a frontend knows each kind, and no step draws. Texts are messages; strings in
 * options come from IBM Cloud or the operator and are shown as they are.
 */
export type Question =
	| ChooseOneQuestion
	| ChooseSeveralQuestion
	| TextQuestion
	| SecretQuestion
	| TypedConfirmQuestion;

interface QuestionBase {
	readonly title: Message;
	/** One or two sentences below the title that help; may be empty. */
	readonly hints: readonly Message[];
	/** Shown in the warning color; they do not block. */
	readonly warnings: readonly Message[];
	/** What can be done besides answering, as entries below the field or the list. */
	readonly actions: readonly OfferedAction[];
}

export interface Option {
	/** The answer; unique within its question. */
	readonly value: string;
	/** The first column, and the most important one. */
	readonly label: string;
	/** Shown instead of the label if the option is a sentence rather than a name. */
	readonly title?: Message;
	/** Further columns, aligned where there is room. */
	readonly details: readonly string[];
	/** Shown after the columns (no API key yet, status disabled). */
	readonly notes: readonly Message[];
	/** Further words for the filter: the data centers of a region, its old names. */
	readonly keywords: readonly string[];
	/** Why it cannot be chosen; it is listed all the same. */
	readonly refusal?: Message;
	/** Highlighted as the answer that Enter gives at once: the targeted region, the previous answer. */
	readonly isDefault?: boolean;
}

/** Returns an option that is a sentence; the filter finds it by its value, too. */
export function sentence(value: string, title: Message): Option {
	return {value, label: value, title, details: [], notes: [], keywords: []};
}

/** Returns the index of the option with this value, or 0 if there is none. */
export function indexOf(options: readonly Option[], value: string | undefined): number {
	const index = options.findIndex((option) => option.value === value);
	return Math.max(0, index);
}

/** Returns a question with a few sentences to choose from; the first one is selected. */
export function choiceOf(title: Message, ...options: readonly Option[]): ChooseOneQuestion {
	return {
		kind: 'choose-one',
		title,
		hints: [],
		warnings: [],
		actions: [],
		loading: {state: 'ready'},
		options,
		filter: false,
		empty: message('value.none'),
		initial: 0,
	};
}

/** The progress of the read behind a question. */
export type Loading =
	| {readonly state: 'ready'}
	| {readonly state: 'loading'; readonly command: string; readonly startedAt: number}
	| {readonly state: 'failed'; readonly error: CliError};

/** Returns the progress of the read behind a question. */
export function loadingOf(read: Read<unknown>): Loading {
	const outcome = read.outcome();
	if (outcome !== undefined) {
		return outcome.ok ? {state: 'ready'} : {state: 'failed', error: outcome.error};
	}

	const state = read.state();
	const startedAt = state.kind === 'running' ? state.startedAt : Date.now();
	return {state: 'loading', command: read.command, startedAt};
}

interface ListQuestion extends QuestionBase {
	readonly loading: Loading;
	readonly options: readonly Option[];
	/** True if typing narrows the list. */
	readonly filter: boolean;
	readonly empty: Message;
	/** Shown below the list: what it leaves out. */
	readonly below?: Message;
	/** The index of the option highlighted first. */
	readonly initial: number;
}

export interface ChooseOneQuestion extends ListQuestion {
	readonly kind: 'choose-one';
	/** If set, the last entry is always "Use “…” as typed", with the text of the filter. */
	readonly asTyped?: {readonly label: (text: string) => Message} & TextRules;
}

/** The checks of a text before it becomes an answer. */
interface TextRules {
	/** Returns why a text cannot be the answer; undefined if it can. */
	readonly validate: (text: string) => Message | undefined;
	/** Returns a doubt about a text that may be a typo, shown before a second Enter accepts it. */
	readonly doubt?: (text: string) => Message | undefined;
}

export interface ChooseSeveralQuestion extends ListQuestion {
	readonly kind: 'choose-several';
	/** The values marked when the question opens. */
	readonly marked: readonly string[];
}

export interface TextQuestion extends QuestionBase, TextRules {
	readonly kind: 'text';
	readonly initial: string;
}

/** The content of a secret field, described without showing it. */
export interface ParsedSecret {
	/** The cleaned value; undefined if nothing is left. */
	readonly secret: Secret | undefined;
	/** For example `64 characters` and the fingerprint. */
	readonly summary: Message;
	/** What the cleaning removed. */
	readonly removed: readonly Message[];
	readonly warnings: readonly Message[];
}

export interface SecretQuestion extends QuestionBase {
	readonly kind: 'secret';
	/** Parses what was typed or pasted. Pure; called on every key press. */
	readonly parse: (text: string) => ParsedSecret;
	/** Shown on Enter while the field is empty. */
	readonly empty: Message;
	/** What Enter enters while the field is empty: in a rehearsal, the worthless key of the user. */
	readonly sample?: Secret | undefined;
	/** The flags that answer it without a terminal, unless it is the step's own flag. */
	readonly flags?: readonly string[];
}

export interface TypedConfirmQuestion extends QuestionBase {
	readonly kind: 'typed-confirm';
	/** The text to type; the session compares it. */
	readonly expected: string;
	/** Reports whether a text confirms: if so, it is the answer even if it is also a word such as `back`. */
	readonly isConfirmedBy: (text: string) => boolean;
	/** Why the last text did not confirm; a new object for each attempt. */
	readonly mismatch: Message | undefined;
}

/** A reply to a question: an option, several, a text (also "as typed"), a secret, or a confirmation. */
export type Reply =
	| {readonly kind: 'option'; readonly value: string}
	| {readonly kind: 'as-typed'; readonly text: string}
	| {readonly kind: 'options'; readonly values: readonly string[]}
	| {readonly kind: 'text'; readonly text: string}
	| {readonly kind: 'secret'; readonly secret: Secret}
	| {readonly kind: 'confirmed'; readonly text: string};
