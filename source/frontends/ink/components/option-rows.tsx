import {Text} from 'ink';
import type {Loading} from '../../../wizard/question.ts';
import {fold} from '../../fields/search.ts';
import type {ListField} from '../../fields/list.ts';
import {useDelayed} from '../hooks/use-stores.ts';
import {useInterface} from '../interface.ts';
import {columnWidths, gap, notesWidth, usualNote} from '../layout/columns.ts';
import {commonParts, shorten} from '../layout/shorten.ts';
import {cutTo, widthOf} from '../../lines/width.ts';
import {elapsedWidth, markWidth} from '../layout/wrap.ts';
import {OptionRow} from './option-row.tsx';
import {RowLine} from './rows.tsx';

/** In a window of fewer columns no room is kept for notes: the names need it. */
const narrow = 60;

interface OptionRowsProps {
	readonly field: ListField;
	/** The first row in sight, and how many are. */
	readonly top: number;
	readonly height: number;
	readonly width: number;
}

/** The visible rows of a list: only they become components. */
export function OptionRows({field, top, height, width}: OptionRowsProps) {
	const {texts, glyphs} = useInterface();
	const {found, selected, marked, filter} = field.state.get();
	const {question} = field;
	const indices = found.slice(top, top + height);
	if (question.loading.state === 'loading') {
		return <ListLoading loading={question.loading} width={width} />;
	}

	if (indices.length === 0) {
		const {value: text} = filter;
		const said = text === '' ? texts.say(question.empty) : texts.text('ui.nothingFound', {text});
		return <Text wrap="truncate-end">{`${' '.repeat(widthOf(glyphs.pointer) + 1)}${said}`}</Text>;
	}

	const isSeveral = question.kind === 'choose-several';
	const before = widthOf(glyphs.pointer) + 1 + (isSeveral ? widthOf(glyphs.unmarked) + 1 : 0);
	// What most rows have says nothing: what is special is to be seen.
	const usual = usualNote(question.options);
	const notes = width < narrow ? 0 : notesWidth(question.options, texts);
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
			label={option.title === undefined ? (labels[row] ?? option.label) : texts.say(option.title)}
			widths={widths}
			width={width}
			usual={selected === top + row && width >= narrow ? undefined : usual}
			query={fold(filter.value)}
			isSelected={selected === top + row}
			isMarked={isSeveral ? marked.has(option.value) : undefined}
		/>
	));
}

/** In place of a list that is being read: the command and for how long, once that is worth saying. */
function ListLoading({
	loading: {command, startedAt},
	width,
}: {
	readonly loading: Extract<Loading, {state: 'loading'}>;
	readonly width: number;
}) {
	const {texts, glyphs} = useInterface();
	const isWorthSaying = useDelayed(100);
	const room = width - markWidth - elapsedWidth;
	const text = cutTo(texts.text('ui.running', {command}), room, glyphs.ellipsis);
	return isWorthSaying ? (
		<RowLine row={{mark: 'running', margin: 0, spans: [{text, tone: 'plain'}], startedAt, isTurning: true}} />
	) : (
		<Text> </Text>
	);
}
