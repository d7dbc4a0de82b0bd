import type {Read} from '../ibmcloud/reads.ts';
import type {CliError} from '../ibmcloud/types.ts';
import type {Secret} from '../secrets/secret.ts';
import {message, type Message} from '../text/message.ts';
import type {OfferedAction} from './action.ts';

/**
 * What a step asks, as data. A frontend knows each kind once; a step never draws.
 * Texts are messages; strings in options come from IBM Cloud or the operator and are shown as they are.
 */
export type Question =
	| ChooseOneQuestion
	| ChooseSeveralQuestion
	| TextQuestion
	| SecretQuestion
	| TypedConfirmQuestion;

interface QuestionBase {
	readonly title: Message;
	/** One or two sentences below the title, for who needs them; may be empty. */
	readonly hints: readonly Message[];
	/** Said in the warning color, not blocking. */
	readonly warnings: readonly Message[];
	/** What one can do besides answering; shown as entries below the field or the list. */
	readonly actions: readonly OfferedAction[];
}

export interface Option {
	/** Given back as the answer; unique in its question. */
	readonly value: string;
	/** The first and most important column. */
	readonly label: string;
	/** Said in place of the label, where it is no name but a sentence of ours. */
	readonly title?: Message;
	/** Further columns, aligned below each other where there is room. */
	readonly details: readonly string[];
	/** Said behind the columns (no API key yet, status disabled). */
	readonly notes: readonly Message[];
	/** Also found by the filter: data centers of a region, its old names. */
	readonly keywords: readonly string[];
	/** Why it cannot be the answer; it stands in the list all the same. */
	readonly refusal?: Message;
	/** Set apart as the answer that is given with Enter at once: targeted region, previous answer. */
	readonly isDefault?: boolean;
}

/** Returns an option that is a sentence of ours; its value finds it, too. */
export function sentence(value: string, title: Message): Option {
	return {value, label: value, title, details: [], notes: [], keywords: []};
}

/** Returns the index of the option with this value; the first one where there is none. */
export function indexOf(options: readonly Option[], value: string | undefined): number {
	const index = options.findIndex((option) => option.value === value);
	return Math.max(0, index);
}

/** Returns a question with a few answers, all of them sentences of ours; the first is selected. */
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

/** How far the read behind a question is. */
export type Loading =
	| {readonly state: 'ready'}
	| {readonly state: 'loading'; readonly command: string; readonly startedAt: number}
	| {readonly state: 'failed'; readonly error: CliError};

/** Returns how far the read behind a question is, as the question says it. */
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
	/** True where typing narrows the list. */
	readonly filter: boolean;
	readonly empty: Message;
	/** Said below the list: what is not in it. */
	readonly below?: Message;
	/** Index of the option that is highlighted first. */
	readonly initial: number;
}

export interface ChooseOneQuestion extends ListQuestion {
	readonly kind: 'choose-one';
	/** Where set, the last entry is always "Use “…” as typed" with what the filter holds. */
	readonly asTyped?: {readonly label: (text: string) => Message} & TextRules;
}

/** What is looked at in a text before it is an answer. */
interface TextRules {
	/** Says why this text cannot be the answer, or undefined where it can. */
	readonly validate: (text: string) => Message | undefined;
	/** What is said of a text that may be a slip of the finger, before another Enter takes it. */
	readonly doubt?: (text: string) => Message | undefined;
}

export interface ChooseSeveralQuestion extends ListQuestion {
	readonly kind: 'choose-several';
	/** Values that are marked when the question opens. */
	readonly marked: readonly string[];
}

export interface TextQuestion extends QuestionBase, TextRules {
	readonly kind: 'text';
	readonly initial: string;
}

/** What a secret field holds, said without showing it. */
export interface ParsedSecret {
	/** The cleaned value; undefined where nothing is left. */
	readonly secret: Secret | undefined;
	/** `64 characters`, the fingerprint. */
	readonly summary: Message;
	/** What the cleaning took out. */
	readonly removed: readonly Message[];
	readonly warnings: readonly Message[];
}

export interface SecretQuestion extends QuestionBase {
	readonly kind: 'secret';
	/** Looks at what was typed or pasted: pure, called at every key. */
	readonly parse: (text: string) => ParsedSecret;
	/** Said on Enter while nothing is there. */
	readonly empty: Message;
	/** What Enter takes while nothing is there: in a rehearsal the worthless key of the user. */
	readonly sample?: Secret | undefined;
	/** The flags that answer it without a terminal, where they are not that of the step. */
	readonly flags?: readonly string[];
}

export interface TypedConfirmQuestion extends QuestionBase {
	readonly kind: 'typed-confirm';
	/** What has to be typed. The session compares it. */
	readonly expected: string;
	/** Whether this text confirms: then it is an answer even where it is also a word such as `back`. */
	readonly isConfirmedBy: (text: string) => boolean;
	/** Why what was typed last does not confirm; another value at each try. */
	readonly mismatch: Message | undefined;
}

/** The answer to a question: an option, several, a text (also "as typed"), a secret, or a confirmation. */
export type Reply =
	| {readonly kind: 'option'; readonly value: string}
	| {readonly kind: 'as-typed'; readonly text: string}
	| {readonly kind: 'options'; readonly values: readonly string[]}
	| {readonly kind: 'text'; readonly text: string}
	| {readonly kind: 'secret'; readonly secret: Secret}
	| {readonly kind: 'confirmed'; readonly text: string};
