import type {Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {Action, OfferedAction} from '../../wizard/action.ts';
import type {Reply} from '../../wizard/question.ts';

/** What Enter, or a line that was typed, means: an answer, or something to do. */
export type FieldAnswer =
	| {readonly kind: 'reply'; readonly reply: Reply}
	| {readonly kind: 'act'; readonly action: Action};

/**
 * What a whole line means. `narrowed`: a list shows only what the line finds; `held`: what it means is kept
 * in the field, and an empty line takes it. Undefined: see the field's `error`.
 */
export type LineAnswer = FieldAnswer | {readonly kind: 'narrowed' | 'held'} | undefined;

/** What became of an event. `hold`: it cannot be taken yet, and waits until something changes. */
export type Handling = 'done' | 'ignored' | 'hold';

/** What every field says of itself. */
export interface FieldState {
	/** Why the last Enter or key gave no answer. */
	readonly error: Message | undefined;
	/** Index of the selected entry; undefined while the field has the focus, or nothing can be selected. */
	readonly selected: number | undefined;
}

/** The index that a line means: the number of an entry; undefined where it is none. */
export function entryIndex(line: string, count: number): number | undefined {
	const number = /^\d{1,6}$/.test(line.trim()) ? Number(line.trim()) : 0;
	return number >= 1 && number <= count ? number - 1 : undefined;
}

/** The action that a line means: by its number, or by its words in full. */
export function actionOf(
	line: string,
	actions: readonly OfferedAction[],
	texts: Texts,
): FieldAnswer | undefined {
	const said = line.trim().toLowerCase();
	const offered =
		actions[entryIndex(line, actions.length) ?? -1] ??
		actions.find(({label}) => texts.say(label).toLowerCase() === said);
	return offered && {kind: 'act', action: offered.action};
}

/** The number nearest to `value` from `least` to `most`; `least` where they cross. */
export function clamp(value: number, least: number, most: number): number {
	return Math.max(least, Math.min(most, value));
}

/** The index that many rows on, in a list that goes on at its other end. */
export function wrap(index: number, count: number): number {
	return ((index % count) + count) % count;
}
