import type {RecordedChange, RecordedRun} from '../../plan/recorded-runs.ts';
import type {Paint} from '../../frontends/lines/theme.ts';
import type {Texts} from '../../text/texts.ts';

/** Each run with when, who and which account, and below it what it did in every scope: two lines that fit a narrow window. */
export function historyText(runs: readonly RecordedRun[], texts: Texts, paint: Paint): string {
	return runs.map((run) => runText(run, texts, paint)).join('');
}

function runText({changes}: RecordedRun, texts: Texts, paint: Paint): string {
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
		paint(heading.filter((part) => part !== undefined).join('  '), 'strong'),
		...changes.flatMap((change) => changeLines(change, texts, paint)),
	]
		.map((line) => `${line}\n`)
		.join('');
}

function changeLines({entry, end}: RecordedChange, texts: Texts, paint: Paint): string[] {
	const none = texts.text('history.none');
	const before = entry.before === undefined ? '?' : (entry.before ?? none);
	const key =
		entry.keyFingerprint === undefined
			? ''
			: `, ${texts.text('history.key', {fingerprint: entry.keyFingerprint})}`;
	return [
		`  ${paint(`${entry.region} / ${entry.group.name}`, 'name')}`,
		`    ${before} → ${entry.after ?? none}${key}`,
		`    ${resultOf(entry.event, end, texts)}`,
	];
}

function resultOf(event: string, end: RecordedChange['end'], texts: Texts): string {
	if (end?.result === undefined) {
		return texts.text(event === 'planned' ? 'history.notBegun' : 'history.noEnd');
	}

	const more = [end.provenBy, end.error].filter((part) => part !== undefined);
	return more.length === 0 ? end.result : `${end.result} (${more.join(', ')})`;
}
