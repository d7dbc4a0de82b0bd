import type {Texts} from '../../../text/texts.ts';
import type {Option} from '../../../wizard/question.ts';
import {widthOf} from './width.ts';

/** How wide each column of a list may be: the label first. Columns for which there is no room are not there. */
export type ColumnWidths = readonly number[];

/** Columns between two columns. */
export const gap = 2;

/** A detail narrower than this says nothing. */
const leastDetail = 16;

/** A detail wider than this is cut, so that one long value does not push the others out. */
const mostDetail = 40;

const widestOf = new WeakMap<readonly Option[], readonly number[]>();

/** The widest value of each column over the whole list, so that nothing jumps while it is scrolled or filtered. */
function widestColumns(options: readonly Option[]): readonly number[] {
	let widest = widestOf.get(options);
	if (widest === undefined) {
		const widths: number[] = [];
		for (const {label, details} of options) {
			for (const [column, text] of [label, ...details].entries()) {
				widths[column] = Math.max(widths[column] ?? 0, widthOf(text));
			}
		}

		widest = widths;
		widestOf.set(options, widest);
	}

	return widest;
}

/** Divides the room among the columns: all of the label first where that leaves room for the next, then one after the other. */
export function columnWidths(options: readonly Option[], room: number): ColumnWidths {
	const [labelWidth = 0, ...details] = widestColumns(options);
	const wanted = details.map((width) => Math.min(width, mostDetail));
	const first = wanted.find((width) => width > 0) ?? 0;
	// A long label gives way to the first detail, down to half of the room; in a narrow window it is all there is.
	const most =
		first === 0 || room < 44 ? room : Math.max(Math.floor(room / 2), room - gap - Math.min(first, 20));
	const label = Math.min(labelWidth, most);
	const widths = [label];
	let left = room - label;
	for (const width of wanted) {
		const available = left - gap;
		if (available < Math.min(width, leastDetail)) {
			break;
		}

		const taken = Math.min(width, available);
		widths.push(taken);
		left -= gap + taken;
	}

	return widths;
}

/** Notes wider than this take their room from the details of their own row. */
const mostNotes = 16;

const notesWidths = new WeakMap<readonly Option[], number>();

/** The room that is kept for notes behind the columns, the same over the whole list; 0 where there are none. */
export function notesWidth(options: readonly Option[], texts: Texts): number {
	let width = notesWidths.get(options);
	if (width === undefined) {
		const seen = new Map<string, number>();
		for (const {notes} of options) {
			if (notes.length > 0) {
				const key = JSON.stringify(notes);
				seen.set(key, seen.get(key) ?? widthOf(notesText(notes, texts)));
			}
		}

		width = Math.min(mostNotes, Math.max(0, ...seen.values()));
		notesWidths.set(options, width);
	}

	return width;
}

/** All notes of an option, one behind the other. */
export function notesText(notes: Option['notes'], texts: Texts): string {
	return notes.map((note) => texts.say(note)).join(', ');
}
