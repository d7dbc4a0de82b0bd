import {message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {Blocker, Review} from '../../wizard/view.ts';
import {cliWords, remedyOf} from './error-lines.ts';
import {lineWriter, type Line} from './line.ts';
import {reviewSentence, reviewTable, saysAccounts} from './review-table.ts';
import type {TableRoom} from './table/table.ts';
import {tableLines} from './table/table-lines.ts';

/**
 * What is about to happen: the totals, every scope in one table with the worst first, and what is dangerous
 * in this run. What is true of every run is said by the entries; the commands have a view of their own.
 */
export function reviewLines(review: Review, texts: Texts, room: TableRoom): Line[] {
	const writer = lineWriter(texts);
	return [
		{mark: 'none', indent: 0, spans: [{text: reviewSentence(review, texts), tone: 'strong'}]},
		...(review.scopes.length === 0 ? [] : tableLines(reviewTable(review, texts), room, texts)),
		...(review.waitingFor === undefined
			? []
			: [
					writer.line(message('review.waiting', {command: review.waitingFor.command}), {
						mark: 'running',
						startedAt: review.waitingFor.startedAt,
					}),
				]),
		...review.dangers
			.filter(({key}) => key !== 'takeover.accounts' || !saysAccounts(review))
			.map((warning) =>
				// What is held is no danger.
				writer.line(warning, warning.key === 'review.wayBack.held' ? {} : {tone: 'warning', mark: 'note'}),
			),
		...review.warnings.map((warning) => writer.line(warning, {mark: 'note'})),
		...accountLines(review, texts),
		...(review.blocker === undefined ? [] : blockerLines(review.blocker, texts)),
	];
}

/** Whose account it is, where that is not plain: another one than the linked one, or one not known. */
function accountLines({pairAccount, linkedAccount, pairCheck, blocker}: Review, texts: Texts): Line[] {
	const writer = lineWriter(texts);
	const isForeign =
		pairAccount !== undefined && typeof linkedAccount === 'string' && pairAccount !== linkedAccount;
	return [
		...(isForeign
			? [
					writer.line(message('pair.foreignAccount', {account: pairAccount, linked: linkedAccount}), {
						mark: 'note',
					}),
				]
			: []),
		// A refusal is said once, as what stands in the way.
		...(pairCheck === undefined || blocker?.message === pairCheck ? [] : [writer.line(pairCheck)]),
	];
}

function blockerLines({message: reason, words, remedy, error}: Blocker, texts: Texts): Line[] {
	const writer = lineWriter(texts);
	return [
		writer.line(reason, {mark: 'bad'}),
		...(error === undefined ? [] : [writer.line(remedyOf(error), {indent: 1})]),
		...(words === undefined ? [] : writer.words(words)),
		...(remedy?.split('\n').map((command) => writer.command(command)) ?? []),
		...(error === undefined ? [] : cliWords(error, texts)),
	];
}

/** What will run, each block once with the scopes that it runs for; the key is a reference. */
export function commandLines({commands, change, writer: by}: Review, texts: Texts): Line[] {
	const writer = lineWriter(texts);
	return [
		writer.line(message('review.commands'), {tone: 'strong'}),
		...commands.flatMap(({scopes, command}) => [
			writer.line(
				message('value.list', {values: scopes.map(({region, group}) => `${region} / ${group.name}`)}),
				{indent: 1},
			),
			writer.command(command),
		]),
		...(change === 'set' && by === 'cli' ? [writer.line(message('review.processList'), {mark: 'note'})] : []),
	];
}
