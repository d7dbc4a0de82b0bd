import {documentVersion} from '../../frontends/unattended/document.ts';
import {printDocument} from '../../frontends/unattended/print-document.ts';
import {createJournal, isSameScope, type JournalEntry, type JournalEvent} from '../../plan/journal.ts';
import {exitStatus} from '../../plan/status.ts';
import type {Texts} from '../../text/texts.ts';
import type {CommandContext} from '../open-world.ts';
import {isOn, parseOnlyOptions, textOf} from '../options.ts';
import {ownPlaces} from '../places.ts';
import {refuse} from '../refuse.ts';
import {alignedTable} from '../status/table.ts';
import {historyOptions} from './definitions.ts';

/** `classic-credentials history`: what was changed on this machine, by whom and when, from the journal. */
export async function history({process: own, args, texts}: CommandContext): Promise<number> {
	const parsed = parseOnlyOptions(historyOptions, args);
	if (!parsed.ok) {
		return refuse(own, texts, texts.say(parsed.reason));
	}

	const journal = createJournal(ownPlaces().state);
	const entries = await journal.entries();
	if (textOf(parsed.values, 'output') === undefined) {
		own.stdout.write(
			entries.length === 0
				? `${texts.text('history.empty')}\n`
				: table(entries, texts, !isOn(parsed.values, 'quiet')),
		);
	} else {
		const document = {
			schemaVersion: documentVersion,
			command: 'history',
			exitStatus: exitStatus.done,
			file: journal.file,
			entries,
		};
		await printDocument('history', document, own.stdout);
	}

	return exitStatus.done;
}

/** A row per change that was begun, with its end where one is known. */
function table(entries: readonly JournalEntry[], texts: Texts, hasTitles: boolean): string {
	// A scope that was planned and begun is one row.
	const begun = entries.filter(
		(entry) =>
			entry.event === 'begin' || (entry.event === 'planned' && lineOf('begin', entry, entries) === undefined),
	);
	const titles = [
		texts.text('history.column.time'),
		texts.text('check.account'),
		texts.text('group.title'),
		texts.text('region.title'),
		texts.text('history.column.before'),
		texts.text('history.column.after'),
		texts.text('history.column.key'),
		texts.text('history.column.result'),
	];
	return alignedTable([
		...(hasTitles ? [titles] : []),
		...begun.map((entry) => [
			entry.time,
			entry.account?.name ?? '-',
			entry.group.name,
			entry.region,
			entry.before === undefined ? '?' : (entry.before ?? texts.text('history.none')),
			entry.after ?? texts.text('history.none'),
			entry.keyFingerprint ?? '-',
			lineOf('end', entry, entries)?.result ??
				texts.text(entry.event === 'planned' ? 'history.notBegun' : 'history.noEnd'),
		]),
	]);
}

/** The last line of the same run about the same scope that says this. */
function lineOf(
	event: JournalEvent,
	entry: JournalEntry,
	entries: readonly JournalEntry[],
): JournalEntry | undefined {
	return entries.findLast(
		(line) => line.event === event && line.run === entry.run && isSameScope(line, entry),
	);
}
