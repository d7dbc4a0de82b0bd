import {looksLikeAKey} from '../../ibmcloud/facts/keys.ts';
import {invisible, stripAnsi} from '../../secrets/clean.ts';
import type {InputEvent, KeyName} from '../terminal/keys.ts';
import {graphemesOf} from '../lines/width.ts';

export interface VisibleText {
	readonly value: string;
	/** Where the cursor stands: before this UTF-16 unit, always between two graphemes. */
	readonly cursor: number;
	/** It looks like a key: neither it nor what follows is kept or drawn until the line is emptied. */
	readonly isWithheld: boolean;
}

export const emptyText: VisibleText = {value: '', cursor: 0, isWithheld: false};

/** Returns a line that begins with a value, the cursor behind it. */
export function visibleTextOf(value: string): VisibleText {
	return cursorAt(value, value.length);
}

/**
 * Returns what an event makes of a visible line: the same value where it is no editing. The one place where
 * text is edited, so that the same keys leave the same text in every field of every frontend.
 *
 * @param knows whether a word that begins like this is expected: then it is no key, whatever it looks like
 */
export function editText(
	text: VisibleText,
	event: InputEvent,
	knows: (word: string) => boolean,
): VisibleText {
	if (text.isWithheld) {
		return event.kind === 'key' && erasing.has(event.name) ? emptyText : text;
	}

	const before = text.value.slice(0, text.cursor);
	const after = text.value.slice(text.cursor);
	if (event.kind === 'key') {
		return edits[event.name]?.(before, after) ?? text;
	}

	const typed = (before + cleanText(event.text)).normalize('NFC');
	return holdsKey(typed + after, knows) ? {...emptyText, isWithheld: true} : joined(typed, after);
}

const erasing: ReadonlySet<KeyName> = new Set<KeyName>(['backspace', 'delete', 'erase-word', 'erase-line']);

/** What a key makes of what stands before the cursor, and behind it. */
type Edit = (before: string, after: string) => VisibleText;

const toStart: Edit = (before, after) => cursorAt(before + after, 0);
const toEnd: Edit = (before, after) => visibleTextOf(before + after);

const edits: Readonly<Partial<Record<KeyName, Edit>>> = {
	backspace: (before, after) => joined(withoutLastGrapheme(before), after),
	delete: (before, after) => joined(before, after.slice(firstGrapheme(after).length)),
	left: (before, after) => cursorAt(before + after, withoutLastGrapheme(before).length),
	right: (before, after) => cursorAt(before + after, before.length + firstGrapheme(after).length),
	home: toStart,
	'line-start': toStart,
	end: toEnd,
	'line-end': toEnd,
	'erase-word': (before, after) => joined(before.replace(/\S*\s*$/u, ''), after),
	'erase-line': () => emptyText,
};

function joined(before: string, after: string): VisibleText {
	return cursorAt(before + after, before.length);
}

function cursorAt(value: string, cursor: number): VisibleText {
	return {...emptyText, value, cursor};
}

/** Returns what an event does to a hidden value; undefined where it is no editing. It has no cursor. */
export function editSecret(value: string, event: InputEvent): string | undefined {
	if (event.kind !== 'key') {
		return value + event.text;
	}

	const isErasing = event.name !== 'delete' && erasing.has(event.name);
	return isErasing ? edits[event.name]?.(value, '').value : undefined;
}

/** Returns the text without its last character as a person counts them. */
export function withoutLastGrapheme(text: string): string {
	// The last few units are enough to find the border, apart from texts made to be difficult.
	const head = text.slice(0, -200);
	return head + graphemesOf(text.slice(head.length)).slice(0, -1).join('');
}

function firstGrapheme(text: string): string {
	return graphemesOf(text.slice(0, 200))[0] ?? '';
}

/** Names are no keys: what stands before an `@`, and what begins with an account number and an underscore. */
const names = /\S+@|(?<!\S)\d+_\S*/gu;
/** A key or a part of one: only lower-case letters and digits, more than seven of them. */
const runs = /[a-z\d]{8,}/gu;

/**
 * Returns whether a visible line holds a key, or the beginning of one: decided by content, since password
 * managers type as slowly as people. The first seven characters of a key cannot be told from a name.
 */
export function holdsKey(value: string, knows: (word: string) => boolean): boolean {
	return (
		looksLikeAKey(value) ||
		[...value.replaceAll(names, ' ').matchAll(runs)].some(([run]) => /\d/u.test(run) && !knows(run))
	);
}

/** Format characters that are part of visible text: they join emoji and letters of some scripts. */
const joiners = /[\u200C\u200D]/u;

/**
 * Returns what was typed or pasted, fit to be a visible value: without escape sequences, control and
 * zero-width characters. Line breaks at the ends go without a trace; inside they become a space.
 */
export function cleanText(text: string): string {
	return stripAnsi(text)
		.replaceAll(/^[\r\n\u0085\u2028\u2029]+|[\r\n\u0085\u2028\u2029]+$/g, '')
		.replaceAll(/[\r\n\t\u0085\u2028\u2029]+/g, ' ')
		.replaceAll(invisible(), (character) => (joiners.test(character) ? character : ''))
		.replaceAll(
			/(?<![\p{L}\p{M}\p{Extended_Pictographic}\uFE0F])[\u200C\u200D]+|[\u200C\u200D]+(?![\p{L}\p{Extended_Pictographic}])/gu,
			'',
		)
		.toWellFormed()
		.normalize('NFC');
}
