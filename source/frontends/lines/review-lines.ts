import {scopeName} from '../../plan/plan.ts';
import type {Texts} from '../../text/texts.ts';
import type {Blocker, Review} from '../../wizard/view.ts';
import {cliWords, remedyOf} from './error-lines.ts';
import {commandLine, textLine, warningStyle, wordLines, type Line, type LineStyle} from './line.ts';
import {reviewSentence, reviewTable, saysAccounts} from './review-table.ts';
import {tableLines, type TableRoom} from './table/table.ts';

const note: LineStyle = {mark: 'note'};

/**
 * Returns what is about to happen: the totals, every scope in one table with the worst first, and the dangers
 * of this run. What is true of every run is in the entries; the commands have a view of their own.
 */
export function reviewLines(review: Review, texts: Texts, room: TableRoom): Line[] {
	return [
		textLine(reviewSentence(review, texts), {tone: 'strong'}),
		...(review.scopes.length === 0 ? [] : tableLines(reviewTable(review, texts), room, texts)),
		...(review.waitingFor === undefined
			? []
			: [
					textLine(texts.text('review.waiting', {command: review.waitingFor.command}), {
						mark: 'running',
						startedAt: review.waitingFor.startedAt,
					}),
				]),
		...review.dangers
			.filter(({key}) => key !== 'takeover.accounts' || !saysAccounts(review))
			// A key that is held is no danger.
			.map((each) => textLine(texts.say(each), each.key === 'review.wayBack.held' ? {} : warningStyle)),
		...review.warnings.map((warning) => textLine(texts.say(warning), note)),
		...accountLines(review, texts),
		...(review.blocker === undefined ? [] : blockerLines(review.blocker, texts)),
	];
}

/** Returns only the warnings of a review: dangers, notes, and that the pair was not checked. */
export function warningLines(review: Review, texts: Texts): Line[] {
	const isUnchecked = review.pairCheck?.key.startsWith('pair.skipped.') === true;
	return [
		...[...review.dangers, ...review.warnings].map((each) => textLine(texts.say(each), note)),
		...accountLines(isUnchecked ? review : {...review, pairCheck: undefined}, texts),
	];
}

/** Returns whose account it is, if that is not plain: it is not the linked one, or not known. */
function accountLines(review: Review, texts: Texts): Line[] {
	const {pairAccount: account, linkedAccount: linked, pairCheck, blocker} = review;
	const isForeign = account !== undefined && typeof linked === 'string' && account !== linked;
	return [
		...(isForeign ? [textLine(texts.text('pair.foreignAccount', {account, linked}), note)] : []),
		// A refusal is printed once, as the blocker.
		...(pairCheck === undefined || blocker?.message.key === pairCheck.key
			? []
			: [textLine(texts.say(pairCheck))]),
	];
}

function blockerLines({message: reason, words, remedy, error}: Blocker, texts: Texts): Line[] {
	return [
		textLine(texts.say(reason), {mark: 'bad'}),
		...(error === undefined ? [] : [textLine(texts.say(remedyOf(error)), {indent: 1})]),
		...wordLines(words),
		...(remedy?.split('\n').map((command) => commandLine(command)) ?? []),
		...cliWords(error, texts),
	];
}

/** Returns what will run, each block once with the scopes it runs for; the key is a reference. */
export function commandLines({commands, change, writer: by}: Review, texts: Texts): Line[] {
	return [
		textLine(texts.text('review.commands'), {tone: 'strong'}),
		...commands.flatMap(({scopes, command}) => [
			textLine(texts.text('value.list', {values: scopes.map(scopeName)}), {indent: 1}),
			commandLine(command),
		]),
		...(change === 'set' && by === 'cli' ? [textLine(texts.text('review.processList'), note)] : []),
	];
}
