import {Text} from 'ink';
import {useStore} from '../hooks/use-store.ts';
import {useInterface} from '../interface.ts';
import {columnWidths, gap, notesWidth, usualNote} from '../models/columns.ts';
import {commonParts} from '../models/common-parts.ts';
import type {ListModel} from '../models/list-model.ts';
import {shorten} from '../models/shorten.ts';
import {widthOf} from '../models/width.ts';
import {OptionRow} from './option-row.tsx';

interface OptionRowsProps {
	readonly model: ListModel;
	/** The options in the window, and the position of the first one among those that were found. */
	readonly indices: readonly number[];
	readonly top: number;
	readonly width: number;
}

/** In a window of fewer columns a note that most rows have is left out: the names need the room. */
const narrow = 60;

/** The visible rows of a list: only they become components. */
export function OptionRows({model, indices, top, width}: OptionRowsProps) {
	const {texts, glyphs} = useInterface();
	const {folded, selected, marked, query} = useStore(model.state);
	const {question} = model;
	if (indices.length === 0) {
		const text = query === '' ? texts.say(question.empty) : texts.text('ui.nothingFound', {text: query});
		return (
			<Text wrap="truncate-end" dimColor>
				{`${' '.repeat(widthOf(glyphs.pointer) + 1)}${text}`}
			</Text>
		);
	}

	const isSeveral = question.kind === 'choose-several';
	const before = widthOf(glyphs.pointer) + 1 + (isSeveral ? widthOf(glyphs.unmarked) + 1 : 0);
	const usual = width < narrow ? usualNote(question.options) : undefined;
	const notes = usual === undefined ? notesWidth(question.options, texts) : 0;
	const widths = columnWidths(question.options, width - before - (notes === 0 ? 0 : notes + gap));
	const options = indices.flatMap((index) => question.options[index] ?? []);
	const labels = shorten(
		options.map(({label}) => label),
		widths[0] ?? 0,
		glyphs.ellipsis,
		() => commonParts(question.options),
	);
	return options.map((option, row) => (
		<OptionRow
			key={option.value}
			option={option}
			label={labels[row] ?? option.label}
			widths={widths}
			width={width}
			usual={usual}
			query={folded}
			isSelected={selected === top + row}
			isMarked={isSeveral ? marked.has(option.value) : undefined}
		/>
	));
}
