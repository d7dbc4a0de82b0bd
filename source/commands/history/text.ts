import {wrapCommand} from '../../frontends/lines/command-rows.ts';
import {widthOf} from '../../frontends/lines/width.ts';
import {restoreCommands} from '../../plan/own-commands.ts';
import type {RecordedChange, RecordedRun} from '../../plan/recorded-runs.ts';
import type {Paint} from '../../frontends/lines/theme.ts';
import type {Texts} from '../../text/texts.ts';

/** Each run with time, operator and account; below it each scope, in two lines that fit a narrow window. */
export function historyText(runs: readonly RecordedRun[], texts: Texts, paint: Paint): string {
	return runs
		.map((run, index) => {
			const later = runs.slice(index + 1).flatMap(({changes}) => changes);
			return runText(run, later, {texts, paint});
		})
		.join('');
}

/** In which words, and how drawn. */
interface Looks {
	readonly texts: Texts;
	readonly paint: Paint;
}

function runText({changes}: RecordedRun, later: readonly RecordedChange[], {texts, paint}: Looks): string {
	const [first] = changes;
	if (first === undefined) {
		return '';
	}

	const {time, operator, account} = first.entry;
	const number = account?.number === undefined ? '' : ` (${account.number})`;
	const heading = [
		time.replace(/\.\d+(?=Z$)/u, ''),
		operator,
		account === null ? undefined : `${account.name}${number}`,
	];
	return [
		...inRoom(
			heading.filter((part) => part !== undefined),
			'  ',
			79,
		).map((line) => paint(line, 'strong')),
		...changes.flatMap((change) => changeLines(change, texts, paint)),
		...restoreLines(restoreCommands(changes, later), {texts, paint}),
	]
		.map((line) => `${line}\n`)
		.join('');
}

function changeLines({entry, end}: RecordedChange, texts: Texts, paint: Paint): string[] {
	const none = texts.text('present.none', {number: 'none'});
	const before = entry.before === undefined ? '?' : (entry.before ?? none);
	const key =
		entry.keyFingerprint === undefined
			? ''
			: `, ${texts.text('history.key', {fingerprint: entry.keyFingerprint})}`;
	return [
		`  ${paint(`${entry.region} / ${entry.group.name}`, 'name')}`,
		...inRoom([before, `→ ${entry.after ?? none}${key}`], ' ').map((line) => `    ${line}`),
		`    ${resultOf(entry.event, end, texts)}`,
	];
}

/** What puts back what was there: each command in rows that a shell takes for one. */
function restoreLines(commands: readonly string[], {texts, paint}: Looks): string[] {
	return commands.length === 0
		? []
		: [
				`  ${texts.text('history.restore')}`,
				...commands.flatMap((command) =>
					wrapCommand(command, roomOfWindow).map((line) => `    ${paint(line, 'command')}`),
				),
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

	const more = [end.provenBy, end.error].filter((part) => part !== undefined);
	return more.length === 0 ? end.result : `${end.result} (${more.join(', ')})`;
}
