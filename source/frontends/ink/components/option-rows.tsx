import {Box, Text} from 'ink';
import {useEffect, useState} from 'react';
import type {Loading, Option} from '../../../wizard/question.ts';
import {findFolded, fold} from '../../fields/search.ts';
import type {ListField} from '../../fields/list.ts';
import {textLine} from '../../lines/line.ts';
import {selected as selectedStyle, tones} from '../../lines/theme.ts';
import {cutTo, widthOf} from '../../lines/width.ts';
import {useInterface} from '../interface.ts';
import {columnWidths, fittingDetails, gap, notesShape, notesText} from '../layout/columns.ts';
import {shorten} from '../layout/shorten.ts';
import {elapsedWidth, markWidth, wrapLines} from '../layout/wrap.ts';
import {Rows} from './rows.tsx';

/** A window with fewer columns keeps no room for notes: the names need it. */
const narrow = 60;

interface OptionRowsProps {
	readonly field: ListField;
	/** The first visible row, and how many are visible. */
	readonly top: number;
	readonly height: number;
	readonly width: number;
}

/** Draws the visible rows of a list; only those become components. */
export function OptionRows({field, top, height, width}: OptionRowsProps) {
	const {texts, glyphs} = useInterface();
	const {found, selected, marked, filter} = field.state.get();
	const {options, loading, kind, empty} = field.question;
	if (loading.state === 'loading') {
		return <ListLoading {...loading} width={width} />;
	}

	const shown = found.slice(top, top + height).flatMap((index) => options[index] ?? []);
	if (shown.length === 0) {
		const {value: text} = filter;
		const said = text === '' ? texts.say(empty) : texts.text('ui.nothingFound', {text});
		return <Text wrap="truncate-end">{' '.repeat(markWidth) + said}</Text>;
	}

	const isSeveral = kind === 'choose-several';
	const room = width - markWidth - (isSeveral ? widthOf(glyphs.unmarked) + 1 : 0);
	// What most rows have says nothing: only what is special should be seen.
	const {usual, width: notesWidth} = notesShape(options, texts);
	const kept = width < narrow ? 0 : notesWidth;
	const widths = columnWidths(options, room - (kept === 0 ? 0 : kept + gap));
	const labels = shorten(
		shown.map(({label}) => label),
		widths[0] ?? 0,
		glyphs.ellipsis,
		options,
	);
	return shown.map((option, row) => {
		const isSelected = selected === top + row;
		return (
			<OptionRow
				key={option.value}
				option={option}
				label={option.title === undefined ? (labels[row] ?? option.label) : texts.say(option.title)}
				notes={notesText(option.notes, texts, isSelected && width >= narrow ? undefined : usual)}
				widths={widths}
				room={room}
				query={fold(filter.value)}
				isSelected={isSelected}
				isMarked={isSeveral ? marked.has(option.value) : undefined}
			/>
		);
	});
}

interface OptionRowProps {
	readonly option: Option;
	/** The label, shortened to fit. */
	readonly label: string;
	readonly notes: string;
	/** See `columnWidths`. */
	readonly widths: readonly number[];
	/** Columns for everything behind pointer and mark. */
	readonly room: number;
	readonly query: string;
	readonly isSelected: boolean;
	/** Undefined if only one can be chosen. */
	readonly isMarked: boolean | undefined;
}

/** Draws one option in one row: pointer, mark, columns, notes. */
function OptionRow({option, label, notes, widths, room, query, isSelected, isMarked}: OptionRowProps) {
	const {glyphs} = useInterface();
	const [labelWidth = 0, ...detailWidths] = widths;
	// Notes say what is wrong or special: the details of this row give way to them.
	const left = room - Math.max(labelWidth, widthOf(label)) - (notes === '' ? 0 : gap + widthOf(notes));
	const details = fittingDetails(option, detailWidths, left, glyphs.ellipsis);
	const between = ' '.repeat(gap);
	const style = isSelected ? selectedStyle : {};
	// One highlighted place is enough to tell why a row was found.
	const isLabelMatched = findFolded(label, query) !== undefined;
	return (
		<Box height={1}>
			<Text wrap="truncate-end">
				<Text {...style}>{isSelected ? glyphs.pointer : ' '} </Text>
				{isMarked === undefined ? null : (
					<Text {...(isMarked ? tones.good : {})}>{isMarked ? glyphs.marked : glyphs.unmarked} </Text>
				)}
				<Text {...style}>
					<MatchedText text={label} query={query} isStrong={isSelected} />
				</Text>
				{' '.repeat(details.length > 0 || notes !== '' ? Math.max(0, labelWidth - widthOf(label)) : 0)}
				{details.map((detail, index) => (
					// oxlint-disable-next-line react/no-array-index-key -- columns never move
					<Text key={index}>
						{between}
						{isLabelMatched ? detail : <MatchedText text={detail} query={query} />}
					</Text>
				))}
				{notes === '' ? null : <Text>{between + notes}</Text>}
			</Text>
		</Box>
	);
}

/** Draws a text with the match of the filter in bold, and underlined if the text is bold itself. */
function MatchedText({
	text,
	query,
	isStrong = false,
}: Pick<OptionRowProps, 'query'> & {readonly text: string; readonly isStrong?: boolean}) {
	const match = findFolded(text, query);
	if (match === undefined) {
		return text;
	}

	return (
		<>
			{text.slice(0, match.start)}
			<Text bold underline={isStrong}>
				{text.slice(match.start, match.end)}
			</Text>
			{text.slice(match.end)}
		</>
	);
}

type ListLoadingProps = Extract<Loading, {state: 'loading'}> & Pick<OptionRowsProps, 'width'>;

/** Draws, in place of a list, the command that reads it, and for how long once that is worth saying. */
function ListLoading({command, startedAt, width}: ListLoadingProps) {
	const {texts, glyphs} = useInterface();
	const [isWorthSaying, setWorthSaying] = useState(false);
	useEffect(() => {
		const timer = setTimeout(() => setWorthSaying(true), 100);
		return () => clearTimeout(timer);
	}, []);

	const room = width - markWidth - elapsedWidth;
	const text = cutTo(texts.text('ui.running', {command}), room, glyphs.ellipsis);
	const line = textLine(text, {mark: 'running', startedAt});
	return isWorthSaying ? <Rows rows={wrapLines([line], width)} /> : <Text> </Text>;
}
