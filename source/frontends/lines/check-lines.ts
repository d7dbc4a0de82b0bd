import {message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {Check, CheckState, TranscriptEntry, Stage} from '../../wizard/view.ts';
import {cliWords} from './error-lines.ts';
import {lineWriter, type Line, type Mark} from './line.ts';

const marks: Readonly<Record<CheckState, Mark>> = {
	running: 'running',
	fine: 'good',
	note: 'note',
	missing: 'bad',
};

/** The checks, each a line with its result, and below them what stands in the way. */
export function checkLines({checks, blocker}: Extract<Stage, {kind: 'checks'}>, texts: Texts): Line[] {
	const writer = lineWriter(texts);
	return [
		...checks.map((check) => checkLine(check, texts)),
		...(blocker === undefined
			? []
			: [
					writer.blank(),
					writer.line(blocker.message, {tone: 'bad'}),
					...(blocker.remedy === undefined
						? []
						: [writer.line(message('trouble.remedy')), writer.command(blocker.remedy)]),
					...(blocker.error === undefined ? [] : cliWords(blocker.error, texts, 0)),
					...(blocker.lookedAgain === undefined || blocker.lookedAgain === 0
						? []
						: [writer.line(message('trouble.lookedAgain', {count: blocker.lookedAgain}), {tone: 'dim'})]),
				]),
	];
}

/** One check, or one answered step, as it stays in the record. */
export function checkLine(
	{state, label, result}: Pick<Check, 'state' | 'label' | 'result'>,
	texts: Texts,
): Line {
	const text = texts.say(result ?? message('check.running'));
	return lineWriter(texts).pair(message('check.labelled', {label: texts.say(label)}), text, {
		mark: marks[state],
		tone: state === 'missing' ? 'bad' : state === 'running' ? 'dim' : 'plain',
	});
}

/** An entry of the record. */
export function transcriptLine({state, label, text}: TranscriptEntry, texts: Texts): Line {
	return checkLine({state, label, result: text}, texts);
}
