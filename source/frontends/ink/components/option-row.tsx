import {Box, Text} from 'ink';
import type {Option} from '../../../wizard/question.ts';
import {findFolded} from '../../fields/search.ts';
import {useInterface} from '../interface.ts';
import {selected as selectedStyle, tones} from '../../lines/theme.ts';
import {detailOf, gap, notesText, type ColumnWidths} from '../layout/columns.ts';
import {cutTo, padTo, widthOf} from '../../lines/width.ts';

interface OptionRowProps {
	readonly option: Option;
	/** The label as it fits. */
	readonly label: string;
	readonly widths: ColumnWidths;
	/** All columns of the screen that the row may take. */
	readonly width: number;
	/** A note that is not worth its room here; undefined where all are. */
	readonly usual?: string | undefined;
	readonly query: string;
	readonly isSelected: boolean;
	/** Undefined where only one can be chosen. */
	readonly isMarked: boolean | undefined;
}

/** One option of a list in one row: pointer, mark, columns, notes. */
export function OptionRow({
	option,
	label,
	widths,
	width,
	usual,
	query,
	isSelected,
	isMarked,
}: OptionRowProps) {
	const {texts, glyphs} = useInterface();
	const mark = isMarked === undefined ? '' : `${isMarked ? glyphs.marked : glyphs.unmarked} `;
	const notes = notesText(option.notes, texts, usual);
	const [labelWidth = 0, ...detailWidths] = widths;
	// Notes say what is wrong or special: the details of this row give way to them.
	const room =
		width -
		widthOf(glyphs.pointer) -
		1 -
		widthOf(mark) -
		Math.max(labelWidth, widthOf(label)) -
		(notes === '' ? 0 : gap + widthOf(notes));
	const details = fittingDetails(option, detailWidths, room, glyphs.ellipsis);
	const between = ' '.repeat(gap);
	// One place tells why a row was found.
	const isLabelMatched = findFolded(label, query) !== undefined;
	return (
		<Box height={1}>
			<Text wrap="truncate-end">
				<Text {...(isSelected ? selectedStyle : {})}>
					{isSelected ? glyphs.pointer : ' '.repeat(widthOf(glyphs.pointer))}{' '}
				</Text>
				{mark === '' ? null : <Text {...(isMarked === true ? tones.good : {})}>{mark}</Text>}
				<Text {...(isSelected ? selectedStyle : {})}>
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

/** The details of an option that fit into so many columns, each as wide as its column. */
function fittingDetails(option: Option, widths: ColumnWidths, room: number, ellipsis: string): string[] {
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

interface MatchedTextProps {
	readonly text: string;
	readonly query: string;
	readonly isStrong?: boolean;
}

/** A text with the part in bold that the filter found; underlined too, where the text is bold by itself. */
function MatchedText({text, query, isStrong = false}: MatchedTextProps) {
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
