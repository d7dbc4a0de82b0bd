import type {InputEvent} from '../terminal/events.ts';

/** What is asked at the beginning of a line. */
export interface Ask {
	readonly text: string;
	/** Nothing of the answer is echoed. */
	readonly isSecret: boolean;
	/** Of a secret: whether this is all of it, so that a line break is Enter though text follows at once. */
	readonly isWhole?: (text: string) => boolean;
	/** Of a visible line: whether a word that begins like this is expected. */
	readonly knows?: (word: string) => boolean;
	/** Home and End go to the ends of a list, which here is not on a screen. */
	readonly isList?: boolean;
}

/** What the operator did with a line. */
export type Typed =
	| {readonly kind: 'line'; readonly text: string}
	/** What looks like a key came to a visible line. It was not echoed. */
	| {readonly kind: 'withheld'}
	/** Esc or Shift-Tab on an empty line. */
	| {readonly kind: 'back'}
	/** Ctrl-D on an empty line. */
	| {readonly kind: 'end'};

/** The first line among events nobody has asked for yet, or Ctrl-D on an empty one. */
export function firstLine(
	events: readonly InputEvent[],
): {readonly typed: Typed; readonly rest: InputEvent[]} | undefined {
	const end = events.findIndex(
		(event) => event.kind === 'key' && (event.name === 'enter' || event.name === 'end-of-input'),
	);
	const event = events[end];
	if (event === undefined) {
		return undefined;
	}

	const text = events
		.slice(0, end)
		.map((each) => (each.kind === 'key' ? '' : each.text))
		.join('');
	const isEnd = event.kind === 'key' && event.name === 'end-of-input' && text === '';
	return {typed: isEnd ? {kind: 'end'} : {kind: 'line', text}, rest: events.slice(end + 1)};
}
