import type {Texts} from '../../../text/texts.ts';
import type {Field} from '../../fields/fields.ts';
import {ListField} from '../../fields/list.ts';
import {SecretField} from '../../fields/secret.ts';
import type {VisibleText} from '../../fields/visible-text.ts';
import {headOf, tailOf, widthOf} from '../../lines/width.ts';
import type {Interface} from '../interface.ts';

/** The minimum columns for what is typed, with the spaces around it. */
const leastTyped = 6;

/** Returns the row in which text is typed, and the text behind it; `visible` counts the visible options. */
export function typedLine(field: Field, {texts, glyphs}: Interface, width: number, visible: number) {
	if (field instanceof ListField) {
		const label = texts.text('ui.filter');
		const isLoading = field.question.loading.state === 'loading';
		const behind = isLoading ? '' : countText(field, visible, texts, width - widthOf(label) - leastTyped);
		return inOneRow(label, field.state.get().filter, behind, width, glyphs.ellipsis);
	}

	const label = field.state.get().selected === undefined ? glyphs.pointer : ' ';
	if (!(field instanceof SecretField)) {
		return inOneRow(label, field.state.get().text, '', width, glyphs.ellipsis);
	}

	const {parsed} = field.state.get();
	const shown = parsed === undefined ? '' : texts.say(parsed.summary);
	const empty = texts.text(field.question.sample === undefined ? 'ui.secret.empty' : 'ui.secret.sample');
	return {label, shown, behind: parsed === undefined ? empty : '', column: widthOf(label) + 1};
}

/** Returns how many options are found and marked, as far as there is room; empty if all are visible. */
function countText({question, state}: ListField, visible: number, texts: Texts, room: number): string {
	const {found, marked} = state.get();
	const total = question.options.length;
	const count =
		found.length < total
			? texts.text('ui.count', {count: found.length, total})
			: total > visible
				? texts.text('ui.total', {total})
				: '';
	const parts = [count, marked.size > 0 ? texts.text('ui.marked', {count: marked.size}) : ''];
	const said = parts.filter((part) => part !== '');
	return [said.join(', '), said[0] ?? ''].find((text) => widthOf(text) <= room) ?? '';
}

/** Lays out a text in one row. If it is wider, the part before the cursor is shown. */
function inOneRow(
	label: string,
	{value, cursor}: Pick<VisibleText, 'value' | 'cursor'>,
	behind: string,
	width: number,
	ellipsis: string,
) {
	const room = width - widthOf(label) - 2 - (behind === '' ? 0 : widthOf(behind) + 2);
	const before = value.slice(0, cursor);
	const start =
		widthOf(before) <= room ? before : ellipsis + tailOf(before, Math.max(0, room - widthOf(ellipsis)));
	const shown = start + headOf(value.slice(cursor), Math.max(0, room - widthOf(start)));
	return {label, shown, behind, column: widthOf(label) + 1 + widthOf(start)};
}
