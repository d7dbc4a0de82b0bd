import type {Texts} from '../../../text/texts.ts';
import {memoize} from '../../../wizard/memoize.ts';
import type {Option} from '../../../wizard/question.ts';
import {cutTo, padTo, widthOf} from '../../lines/width.ts';

/** Blanks between two columns. */
export const gap = 2;

/** A detail narrower than this says nothing. */
const leastDetail = 12;

/** A detail wider than this is cut, so that one long value does not push the others out. */
const mostDetail = 40;

/** A label gives way to its first detail down to this, and to the others down to `leastDetail`. */
const goodDetail = 16;

/** A label wider than this is an exception and is shortened, so that rows stay narrow. */
const mostLabel = 40;

/** Measures the values of the whole list, so that nothing jumps while it is scrolled or filtered. */
const shapeOf = memoize((options: readonly Option[]) => {
	const label = widest(options.map((option) => Math.min(widthOf(option.label), mostLabel)));
	const count = widest(options.map((option) => option.details.length));
	const details = Array.from({length: count}, (_column, index) => {
		const widths = options.map((option) => widthOf(detailOf(option, index)));
		// A detail is usual if more than half of the rows have it.
		const isUsual = widths.filter((width) => width > 0).length > options.length / 2;
		return {width: widest(widths), isUsual};
	});
	return {label, details};
});

/** Returns the greatest of any number of widths. */
function widest(widths: readonly number[]): number {
	return widths.reduce((most, width) => Math.max(most, width), 0);
}

/** Returns a detail; empty if the label contains it, as a username may contain the e-mail address. */
function detailOf({label, details}: Option, index: number): string {
	const detail = details[index] ?? '';
	return detail !== '' && label.toLowerCase().includes(detail.toLowerCase()) ? '' : detail;
}

/**
 * Divides the room: the label comes first, as far as it leaves room for what most rows have to say.
 *
 * @returns the width of each column, the label first; columns without room are left out
 */
export function columnWidths(options: readonly Option[], room: number): readonly number[] {
	const {label: labelWidth, details} = shapeOf(options);
	const kept = details
		.filter(({isUsual}) => isUsual)
		.reduce((sum, {width}, index) => sum + gap + Math.min(width, index === 0 ? goodDetail : leastDetail), 0);
	const label = Math.min(labelWidth, Math.max(Math.floor(room / 2), room - kept));
	const widths = [label];
	let left = room - label;
	for (const [index, {width}] of details.entries()) {
		if (left - gap < Math.min(width, leastDetail)) {
			break;
		}

		// Usual columns after this one keep their least width, if there is that much.
		const later = details.slice(index + 1).filter(({isUsual}) => isUsual).length;
		const spare = left - gap - later * (gap + leastDetail);
		const most = spare >= leastDetail ? spare : left - gap;
		const taken = Math.min(width, mostDetail, most);
		widths.push(taken);
		left -= taken === 0 ? 0 : gap + taken;
	}

	return widths;
}

/** Returns the details of an option that fit, each padded to its column. */
export function fittingDetails(
	option: Option,
	widths: readonly number[],
	room: number,
	ellipsis: string,
): string[] {
	const details: string[] = [];
	let left = room;
	for (const [index, width] of widths.entries()) {
		if (width === 0) {
			continue;
		}

		const cell = Math.min(width, left - gap);
		if (cell < Math.min(width, 6)) {
			break;
		}

		details.push(padTo(cutTo(detailOf(option, index), cell, ellipsis), cell));
		left -= gap + cell;
	}

	return details;
}

/** Notes wider than this take room from the details of their own row. */
const mostNotes = 24;

/**
 * Returns the note that more than half of the options have, which a narrow window can leave out, and the room
 * kept for the others behind the columns: the same for the whole list.
 */
export const notesShape = memoize((options: readonly Option[], texts: Texts) => {
	// Users of the same kind share their notes: thousands of options have a handful of them.
	const kinds = Map.groupBy(options, ({notes}) => notes);
	const counts = new Map<string, number>();
	for (const [notes, {length}] of kinds) {
		for (const note of notes.map((each) => JSON.stringify(each))) {
			counts.set(note, (counts.get(note) ?? 0) + length);
		}
	}

	const usual = [...counts].find(([, count]) => count > options.length / 2)?.[0];
	const widths = [...kinds.keys()].map((notes) => widthOf(notesText(notes, texts, usual)));
	return {usual, width: Math.min(mostNotes, widest(widths))};
});

/** Returns the notes of an option, separated by commas, except for one that is not worth its room. */
export function notesText(notes: Option['notes'], texts: Texts, usual?: string): string {
	return notes
		.filter((note) => JSON.stringify(note) !== usual)
		.map((note) => texts.say(note))
		.join(', ');
}
