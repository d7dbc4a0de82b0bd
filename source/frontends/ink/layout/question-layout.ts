import type {Message} from '../../../text/message.ts';
import type {Texts} from '../../../text/texts.ts';
import type {Question} from '../../../wizard/question.ts';
import {textLine, warningStyle, type LineStyle} from '../../lines/line.ts';
import {wrapLines, type Row} from './wrap.ts';

interface QuestionLayoutOptions {
	/** All rows of the body, without the line of keys. */
	readonly height: number;
	readonly width: number;
	/** Rows that are there in any case: the field, validation errors. */
	readonly fixed: number;
	/** Rows that the whole list would take; 0 without a list. */
	readonly list: number;
	/** Rows that have to be read before anything else: why the list could not be read. */
	readonly notice: readonly Row[];
}

/** A list of fewer rows is hard to use: what is said above it gives way before. */
const leastList = 4;

/** A list that is short is seen whole: hints give way before. */
const shortList = 8;

/** Only where so many rows of a list are in sight, an empty row is no waste. */
const airyList = 8;

/**
 * Divides the room: question and field always, then a usable list, then warnings, then hints, then air.
 *
 * @returns what is said above the field, how many rows of it are in sight at a time, whether an empty row
 * follows, and how many are left for a list below the field.
 */
export function layoutQuestion(
	question: Question,
	texts: Texts,
	{height, width, fixed, list, notice}: QuestionLayoutOptions,
) {
	const rowsOf = (messages: readonly Message[], looks: LineStyle): Row[] =>
		wrapLines(
			messages.map((each) => textLine(texts.say(each), looks)),
			width,
		);
	let left = height - fixed;
	const take = (rows: readonly Row[], keep: number): readonly Row[] => {
		const taken = rows.slice(0, Math.max(0, left - keep));
		left -= taken.length;
		return taken;
	};

	const least = Math.min(list, leastList);
	const seen = Math.min(list, shortList);
	const title = rowsOf([question.title], {tone: 'strong'});
	const warnings = rowsOf(question.warnings, warningStyle);
	// What is said above a few answers that are sentences, or above what confirms it, is to be read: none of
	// it gives way.
	if (question.kind === 'typed-confirm' || (question.kind === 'choose-one' && !question.filter)) {
		const head = [...title, ...warnings, ...rowsOf(question.hints, {})];
		const headHeight = take(head, seen).length;
		const hasGap = left > list;
		return {head, headHeight, hasGap, listHeight: left - (hasGap ? 1 : 0)};
	}

	const head = [
		...take(title.slice(0, 3), Math.min(list, 1)),
		...take(notice, least),
		...take(warnings, least),
	];
	// Half a hint is no help: each is there as a whole or not at all. The last ones are the most particular.
	const hints = [...question.hints];
	while (hints.length > 0 && rowsOf(hints, {}).length > left - seen) {
		hints.shift();
	}

	head.push(...take(rowsOf(hints, {}), seen));
	const hasGap = left - 1 >= Math.min(list, airyList);
	return {head, headHeight: head.length, hasGap, listHeight: Math.max(0, left - (hasGap ? 1 : 0))};
}
