import {recordedState} from '../frontends/lines/progress-lines.ts';
import {effects} from '../plan/effect.ts';
import {restoreCommands} from '../plan/own-commands.ts';
import type {RecordedChange, RecordedRun} from '../plan/recorded-runs.ts';
import type {Texts} from '../text/texts.ts';
import {commandsSection, factsTable, heading, moment, scopesTable} from './markdown.ts';

/**
 * Returns the report of a past run for a change ticket, from the journal alone: who, when, what was there and
 * what was to be, its proof, its risk, and what puts it back.
 *
 * @param later the changes after the run: no command puts back what they have changed.
 */
export function recordedReport(run: RecordedRun, later: readonly RecordedChange[], texts: Texts): string {
	const [first] = run.changes;
	const commands = restoreCommands(run.changes, later);
	const sections = [
		`# ${texts.text(first?.entry.change === 'unset' ? 'reportFile.title.unset' : 'reportFile.title')}`,
		headTable(run, texts),
		heading('reportFile.scopes', texts),
		scopeTable(run.changes, texts),
		...commandsSection('reportFile.undo', commands, texts),
	];
	return `${sections.join('\n\n')}\n`;
}

function headTable({run, entries, changes}: RecordedRun, texts: Texts): string {
	const [first] = changes;
	const account = first?.entry.account;
	return factsTable(
		[
			['reportFile.who', first?.entry.operator],
			['reportFile.when', `${moment(entries[0]?.time ?? '')} - ${moment(entries.at(-1)?.time ?? '')}`],
			['reportFile.account', account ? `${account.name} (${account.id})` : undefined],
			['reportFile.classicAccount', account?.number],
			['reportFile.key', first?.entry.keyFingerprint],
			['reportFile.run', run],
		],
		texts,
	);
}

function scopeTable(changes: readonly RecordedChange[], texts: Texts): string {
	const none = texts.text('present.none', {number: changes[0]?.entry.account?.number ?? 'none'});
	return scopesTable(
		['reportFile.risk'],
		changes.map(({entry, end}) => [
			entry.region,
			entry.group.name,
			entry.before === undefined ? '?' : (entry.before ?? none),
			end?.found === undefined ? (entry.after ?? none) : (end.found ?? none),
			entry.clusters?.map(({name}) => name).join(', ') ?? '?',
			riskOf(entry.effect, (entry.clusters?.length ?? 1) > 0, texts),
			end === undefined ? '?' : recordedState(end, texts),
		]),
		texts,
	);
}

/** Returns the risk of a change. Later versions may know more effects. */
function riskOf(effect: string | undefined, hasClusters: boolean, texts: Texts): string {
	const known = effects.find((one) => one === effect);
	return known === undefined
		? '?'
		: texts.text(known === 'other-account' && hasClusters ? 'does.orphans' : `does.${known}`);
}
