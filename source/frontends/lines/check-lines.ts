import {message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {Blocker, Check, CheckState, TranscriptEntry, Stage} from '../../wizard/view.ts';
import {cliWords, remedyLines} from './error-lines.ts';
import {blankLine, textLine, pairLine, type Line, type Mark} from './line.ts';
import {padTo, widthOf} from './width.ts';

const marks: Readonly<Record<CheckState, Mark>> = {
	running: 'running',
	fine: 'good',
	note: 'note',
	missing: 'bad',
};

/** Returns the checks, a line each, and below them the blocker, unless a check already says it. */
export function checkLines({checks, blocker}: Extract<Stage, {kind: 'checks'}>, texts: Texts): Line[] {
	const rows = checks.map((check) => checkLine(check, texts));
	const said = blocker === undefined ? [] : blockerLines(blocker, checks.length === 0, texts);
	return [...rows, ...(said.length === 0 ? [] : [blankLine]), ...said];
}

/** @param isAlone whether no check says what the blocker is. */
function blockerLines(blocker: Blocker, isAlone: boolean, texts: Texts): Line[] {
	const {message: reason, remedy = '', actions, error, lookedAgain} = blocker;
	const isOffered = actions.some(({label}) => texts.say(label).includes(remedy));
	return [
		...(isAlone ? [textLine(texts.say(reason), {tone: 'strong'})] : []),
		// An entry that runs the remedy already says it.
		...(isOffered ? [] : remedyLines(blocker, texts)),
		...cliWords(error, texts, 0),
		...(lookedAgain ? [textLine(texts.text('blocker.lookedAgain', {count: lookedAgain}))] : []),
	];
}

/** Returns a check with its result, or as running. */
export function checkLine(check: Pick<Check, 'state' | 'label' | 'result'>, texts: Texts): Line {
	return labelledLine(check, texts.say(check.result ?? message('check.running')), texts);
}

/** Returns checks and answers, a line each, with the answers in one column. */
export function answeredLines(entries: readonly TranscriptEntry[], texts: Texts): Line[] {
	const answers = entries.filter(({about}) => about === 'answer');
	const width = Math.max(...answers.map(({label}) => widthOf(texts.say(label))));
	return entries.map((entry) =>
		textLine(`${padTo(texts.say(entry.label), width)}  ${textOf(entry, texts)}`, {mark: marks[entry.state]}),
	);
}

/** Returns an entry of the transcript. */
export function transcriptLine(entry: TranscriptEntry, texts: Texts): Line {
	return labelledLine(entry, textOf(entry, texts), texts);
}

function labelledLine({state, label}: Pick<Check, 'state' | 'label'>, text: string, texts: Texts): Line {
	return pairLine(texts.text('check.labelled', {label: texts.say(label)}), text, {mark: marks[state]});
}

function textOf({text, source}: Pick<TranscriptEntry, 'text' | 'source'>, texts: Texts): string {
	return [text, source].flatMap((each) => (each === undefined ? [] : texts.say(each))).join(' ');
}
