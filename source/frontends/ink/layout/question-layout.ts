import type {Question} from '../../../wizard/question.ts';
import type {Span, Tone} from '../../lines/line.ts';
import type {Message} from '../../../text/message.ts';
import type {Texts} from '../../../text/texts.ts';
import {wrapLines, type Row} from './wrap.ts';

/** The rows around a field or a list, cut to the room there is. */
export interface QuestionLayout {
	/** The question itself, warnings, then hints. */
	readonly head: readonly Row[];
	/** Rows of it that are in sight at a time. */
	readonly headHeight: number;
	/** An empty row between head and field. */
	readonly hasGap: boolean;
	/** Rows left for a list below the field. */
	readonly listHeight: number;
}

/** What a layout has to make room for. */
export interface QuestionLayoutOptions {
	/** All rows of the body, without the line of keys. */
	readonly height: number;
	readonly width: number;
	/** Rows that are there in any case: the field, complaints. */
	readonly fixed: number;
	/** Rows that the whole list would take; 0 without a list. */
	readonly list: number;
	/** Rows that have to be read before anything else: why the list could not be read. */
	readonly notice?: readonly Row[];
}

/** A list of fewer rows is hard to use: what is said above it gives way before. */
const leastList = 4;

/** A list that is short is seen whole: hints give way before. */
const shortList = 8;

/** Only where so many rows of a list are in sight, an empty row is no waste. */
const airyList = 8;

/** What is said above a few answers that are sentences is what they are chosen by: none of it gives way. */
function isToBeRead(question: Question): boolean {
	return question.kind === 'choose-one' && !question.filter;
}

/** Divides the room: question and field always, then a usable list, then warnings, then hints, then air. */
export function layoutQuestion(
	question: Question,
	texts: Texts,
	{height, width, fixed, list, notice = []}: QuestionLayoutOptions,
): QuestionLayout {
	const rowsOf = (messages: readonly Message[], tone: Tone, mark: 'note' | 'none'): Row[] =>
		wrapLines(
			messages.map((each) => ({mark, indent: 0, spans: [{text: texts.say(each), tone}] as Span[]})),
			width,
		);
	let left = height - fixed;
	const take = (rows: readonly Row[], keep: number): readonly Row[] => {
		const taken = rows.slice(0, Math.max(0, left - keep));
		left -= taken.length;
		return taken;
	};

	const least = Math.min(list, leastList);
	const whole = rowsOf([question.title], 'strong', 'none');
	if (isToBeRead(question)) {
		const head = [
			...whole,
			...rowsOf(question.warnings, 'warning', 'note'),
			...rowsOf(question.hints, 'plain', 'none'),
		];
		const headHeight = take(head, Math.min(list, shortList)).length;
		const hasGap = left > list;
		return {head, headHeight, hasGap, listHeight: left - (hasGap ? 1 : 0)};
	}

	const title = take(whole.slice(0, 3), Math.min(list, 1));
	const notices = take(notice, least);
	const warnings = take(rowsOf(question.warnings, 'warning', 'note'), least);
	// Half a hint is no help: each is there as a whole or not at all. The last ones are the most particular.
	const hints = [...question.hints];
	const seen = Math.min(list, shortList);
	while (hints.length > 0 && rowsOf(hints, 'plain', 'none').length > left - seen) {
		hints.shift();
	}

	const hintRows = take(rowsOf(hints, 'plain', 'none'), seen);
	const hasGap = left - 1 >= Math.min(list, airyList);
	const head = [...title, ...notices, ...warnings, ...hintRows];
	return {
		head,
		headHeight: head.length,
		hasGap,
		listHeight: Math.max(0, left - (hasGap ? 1 : 0)),
	};
}
