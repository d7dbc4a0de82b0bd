import {documentVersion, errorDocument} from '../../frontends/unattended/document.ts';
import {printDocument} from '../../frontends/unattended/print-document.ts';
import {createJournal, type Journal} from '../../plan/journal.ts';
import {exitStatus} from '../../plan/status.ts';
import {message} from '../../text/message.ts';
import type {CommandContext} from '../open-world.ts';
import {isOn, parseOnlyOptions, textOf} from '../options.ts';
import {ownPlaces} from '../places.ts';
import {refuse} from '../refuse.ts';
import {refuseWorld} from '../refuse-world.ts';
import {historyOptions} from './definitions.ts';
import {historyText} from './text.ts';

/** A terminal is given no more runs than this: that is years of them; the JSON document has all. */
const mostShown = 1000;

/** `classic-credentials history`: what was changed on this machine, by whom and when, from the journal. */
export async function history({process: own, args, texts}: CommandContext): Promise<number> {
	const parsed = parseOnlyOptions(historyOptions, args);
	if (!parsed.ok) {
		return refuse(own, texts, texts.say(parsed.reason));
	}

	const journal = createJournal(ownPlaces().state);
	const error = journal.trouble();
	if (textOf(parsed.values, 'output') !== undefined) {
		await printDocument('history', historyDocument(journal, error), own.stdout);
	}

	if (error !== undefined) {
		return refuseWorld(own, texts, {ok: false, reason: message(`error.${error.kind}`), error});
	}

	if (textOf(parsed.values, 'output') === undefined) {
		const {runs, isWhole} = journal.runs(mostShown);
		if (!isWhole && !isOn(parsed.values, 'quiet')) {
			own.stderr.write(`${texts.text('history.newest', {count: runs.length})}\n`);
		}

		own.stdout.write(runs.length === 0 ? `${texts.text('history.empty')}\n` : historyText(runs, texts));
	}

	return exitStatus.done;
}

function historyDocument(journal: Journal, error: ReturnType<Journal['trouble']>): Record<string, unknown> {
	return {
		schemaVersion: documentVersion,
		command: 'history',
		exitStatus: error === undefined ? exitStatus.done : exitStatus.prerequisite,
		directory: journal.directory,
		file: journal.formerFile,
		entries: error === undefined ? journal.runs().runs.flatMap(({entries}) => entries) : [],
		error: error === undefined ? null : errorDocument(error),
	};
}
