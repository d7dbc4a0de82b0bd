import {looksLikeAKey} from '../../ibmcloud/facts/keys.ts';
import {invisible, stripAnsi} from '../../secrets/clean.ts';
import type {InputEvent, KeyName} from '../terminal/keys.ts';
import {graphemesOf} from '../lines/width.ts';

export interface VisibleText {
	readonly value: string;
	/** The cursor: before this UTF-16 unit, always between two graphemes. */
	readonly cursor: number;
	/** The line looked like a key: neither that nor what follows is kept or drawn until the line is emptied. */
	readonly isWithheld: boolean;
}

export const emptyText: VisibleText = {value: '', cursor: 0, isWithheld: false};

/** Returns a line with this value and the cursor at its end. */
export function visibleTextOf(value: string): VisibleText {
	return cursorAt(value, value.length);
}

/**
 * Returns a visible line as an event leaves it; the same object if the event edits nothing. All visible text
 * is edited here, so that the same keys give the same text in every field of every frontend.
 *
 * @param knows whether a word that begins like this is expected: if so it is no key, whatever it looks like
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

/** An edit of the text before and after the cursor. */
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

/** Returns a hidden value, which has no cursor, as an event leaves it; undefined if it edits nothing. */
export function editSecret(value: string, event: InputEvent): string | undefined {
	if (event.kind !== 'key') {
		return value + event.text;
	}

	const isErasing = event.name !== 'delete' && erasing.has(event.name);
	return isErasing ? edits[event.name]?.(value, '').value : undefined;
}

/** Returns the text without its last character as a person counts characters. */
export function withoutLastGrapheme(text: string): string {
	// The last few units are enough to find the boundary, except in text made to be difficult.
	const head = text.slice(0, -200);
	return head + graphemesOf(text.slice(head.length)).slice(0, -1).join('');
}

function firstGrapheme(text: string): string {
	return graphemesOf(text.slice(0, 200))[0] ?? '';
}

/** Names are not keys: text before an `@`, and words that begin with an account number and an underscore. */
const names = /\S+@|(?<!\S)\d+_\S*/gu;
/** A key or a part of one: eight or more characters, lower-case letters and digits only. */
const runs = /[a-z\d]{8,}/gu;

/**
 * Reports whether a visible line holds a key or the beginning of one. The content decides, since password
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
 * Returns typed or pasted text as it may stand in a visible field: without escape sequences, control and
 * zero-width characters, and without line breaks at its ends. Line breaks and tabs inside become a space.
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
