import type {Texts} from '../../../text/texts.ts';
import type {Question} from '../../../wizard/question.ts';
import {lineWriter} from '../../lines/line.ts';
import {plainLine} from '../print.ts';

/** What is said of every question: itself, what helps with it, and what to beware of. */
export function questionHead({title, hints, warnings}: Question, texts: Texts): string[] {
	const writer = lineWriter(texts);
	return [
		texts.say(title),
		...hints.map((hint) => texts.say(hint)),
		...warnings.map((warning) => plainLine(writer.line(warning, {mark: 'note'}))),
	];
}
