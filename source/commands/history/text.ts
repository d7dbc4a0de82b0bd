import {widthOf, wrapCommand} from '../../frontends/lines/width.ts';
import {recordedState} from '../../frontends/lines/progress-lines.ts';
import type {Paint} from '../../frontends/lines/theme.ts';
import {restoreCommands} from '../../plan/own-commands.ts';
import {scopeName} from '../../plan/plan.ts';
import type {RecordedChange, RecordedRun} from '../../plan/recorded-runs.ts';
import {momentText} from '../../text/moment.ts';
import type {Texts} from '../../text/texts.ts';
import {brokenAtBlanks} from '../help/layout.ts';

/** Each run with time, operator and account; below it each scope, in two lines that fit a narrow window. */
export function historyText(runs: readonly RecordedRun[], texts: Texts, paint: Paint): string {
	return runs
		.flatMap(({changes: [first, ...others]}, index) => {
			const later = runs.slice(index + 1).flatMap(({changes}) => changes);
			return first === undefined ? [] : runLines([first, ...others], later, texts, paint);
		})
		.map((line) => `${line}\n`)
		.join('');
}

function runLines(
	changes: readonly [RecordedChange, ...RecordedChange[]],
	later: readonly RecordedChange[],
	texts: Texts,
	paint: Paint,
): string[] {
	const {time, operator, account} = changes[0].entry;
	const number = account?.number === undefined ? '' : ` (${account.number})`;
	const heading = [
		momentText(time),
		...(operator === undefined ? [] : [operator]),
		...(account === null ? [] : [`${account.name}${number}`]),
	];
	// What puts back what was there: each command in rows that a shell takes for one.
	const restoring = restoreCommands(changes, later).flatMap((command) => wrapCommand(command, roomOfWindow));
	return [
		...inRoom(heading, '  ', 79).map((line) => paint(line, 'strong')),
		...changes.flatMap((change) => changeLines(change, texts, paint)),
		...(restoring.length === 0 ? [] : [`  ${texts.text('history.restore')}`]),
		...restoring.map((row) => `    ${paint(row, 'command')}`),
	];
}

function changeLines({entry, end}: RecordedChange, texts: Texts, paint: Paint): string[] {
	const {region, group, account, before, after, keyFingerprint: fingerprint} = entry;
	const none = texts.text('present.none', {number: account?.number ?? 'none'});
	const key = fingerprint === undefined ? '' : `, ${texts.text('history.key', {fingerprint})}`;
	return [
		`  ${paint(scopeName({region, group}), 'name')}`,
		...inRoom([before === undefined ? '?' : (before ?? none), `→ ${after ?? none}${key}`], ' ').map(
			(line) => `    ${line}`,
		),
		...brokenAtBlanks(resultOf(entry.event, end, texts), roomOfWindow).map((line) => `    ${line}`),
	];
}

/** Columns behind the indentation in a window of 80. */
const roomOfWindow = 75;

/** Parts in one line where they fit, otherwise a line each. */
function inRoom(parts: readonly string[], between: string, room = roomOfWindow): string[] {
	const line = parts.join(between);
	return widthOf(line) <= room ? [line] : [...parts];
}

function resultOf(event: string, end: RecordedChange['end'], texts: Texts): string {
	if (end?.result === undefined) {
		return texts.text(event === 'planned' ? 'history.notBegun' : 'history.noEnd');
	}

	return recordedState(end, texts);
}
