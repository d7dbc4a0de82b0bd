import type {Line} from '../../lines/line.ts';
import type {Message} from '../../../text/message.ts';
import type {Texts} from '../../../text/texts.ts';
import type {SecretExamination} from '../../../wizard/question.ts';
import {wrapLines, type Row} from './wrap.ts';

/** What is said below a secret field: what the cleaning took out, warnings, and what is missing. */
export function secretRows(
	examination: SecretExamination | undefined,
	missing: Message | undefined,
	texts: Texts,
	width: number,
): Row[] {
	const line = (message: Message, mark: Line['mark'], tone: Line['spans'][number]['tone']): Line => ({
		mark,
		indent: 1,
		spans: [{text: texts.say(message), tone}],
	});
	return wrapLines(
		[
			...(examination?.removed ?? []).map((message) => line(message, 'note', 'plain')),
			...(examination?.warnings ?? []).map((message) => line(message, 'note', 'warning')),
			...(missing === undefined ? [] : [line(missing, 'bad', 'plain')]),
		],
		width,
	);
}
