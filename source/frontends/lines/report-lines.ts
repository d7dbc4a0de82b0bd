import {pairsOf, scopeName, type ScopeResult} from '../../plan/plan.ts';
import {isDone, mayBeWritten, runOutcomeOf, resultOf} from '../../plan/status.ts';
import {message, type Message} from '../../text/message.ts';
import {momentText} from '../../text/moment.ts';
import type {Texts} from '../../text/texts.ts';
import type {KeyNote, Report} from '../../wizard/view.ts';
import {progressTable} from './progress-lines.ts';
import {permissionLines, scopeProgressLines} from './scope-lines.ts';
import {presentMessage} from './review-table.ts';
import {cliWords, remedyLines, remedyOf} from './error-lines.ts';
import {commandLine, textLine, wordLines, type Line, type LineStyle, warningStyle} from './line.ts';
import {nextLines} from './next-lines.ts';
import {plainText} from './print.ts';
import {tableLines, type TableRoom} from './table/table.ts';

/**
 * Returns how the session ended, as a receipt that stays: what was set in place of what, how that is proven,
 * by whom and when, how to undo it, and, unless quiet, one next step.
 */
export function reportLines(report: Report, texts: Texts, room: TableRoom, isQuiet = false): Line[] {
	return [
		...scopesLines(report, texts, room),
		textLine(texts.say(closingMessage(report)), closingStyle(report)),
		...whoLine(report, texts),
		...leftOutLine(report, texts),
		...notRemovedLines(report, texts),
		...keyLines('end.unusedKey', report.unusedKeys, texts),
		...keyLines('end.unknownKey', report.unknownKeys, texts),
		...(report.refusal === undefined ? [] : [textLine(texts.say(report.refusal))]),
		...wordLines(report.words),
		...(report.error === undefined ? [] : [textLine(texts.say(remedyOf(report.error)))]),
		...remedyLines(report, texts),
		...cliWords(report.error, texts, 0),
		...(isQuiet ? [] : nextLines(report, texts)),
	];
}

/** Returns the scopes where a file expects none, but something is set or could not be read. */
function notRemovedLines({plan}: Report, texts: Texts): Line[] {
	return (plan?.notRemoved ?? []).map(({scope: {region, group}, found}) => {
		const values = {region, group: group.name, found: texts.say(presentMessage(found))};
		return textLine(texts.text('end.notRemoved', values), warningStyle);
	});
}

function scopesLines({plan, scopes: last, earlier = []}: Report, texts: Texts, room: TableRoom): Line[] {
	const userId = plan === undefined ? undefined : pairsOf(plan)[0]?.userId;
	if (room === 'spoken') {
		// Earlier results were printed when they came.
		return last.flatMap((scope) => scopeProgressLines(scope, texts, userId));
	}

	const scopes = [...earlier, ...last];
	// Mostly the same is missing everywhere, so it is printed once.
	const missing = scopes.map((scope) => permissionLines(resultOf(scope), userId, texts));
	const different = new Map(missing.map((lines) => [plainText(lines), lines]));
	return [
		...(scopes.length === 0
			? []
			: tableLines(progressTable(scopes, texts, plan?.linkedAccount), room, texts)),
		...[...different.values()].flat(),
	];
}

/** Returns who did it, in which account, when, and with which key; a line for each key. */
function whoLine({plan, scopes, operator, endedAt}: Report, texts: Texts): Line[] {
	if (endedAt === undefined || !scopes.some((scope) => mayBeWritten(scope))) {
		return [];
	}

	const pairs = plan === undefined ? [] : pairsOf(plan);
	const number = plan?.linkedAccount ?? undefined;
	const name = plan?.account?.name ?? 'none';
	const account = plan?.account === undefined || number === undefined ? name : `${name} (${number})`;
	const values = {operator: operator ?? 'none', account, time: momentText(endedAt)};
	return (pairs.length === 0 ? [undefined] : pairs).map((pair) => {
		const fingerprint = pair?.apiKey?.fingerprint ?? '';
		return textLine(texts.text('end.who', {...values, username: pair?.username ?? 'none', fingerprint}));
	});
}

function leftOutLine({plan, outcome}: Report, texts: Texts): Line[] {
	const scopes = (plan?.leftOut ?? []).map(({scope}) => scopeName(scope));
	const isSaid = scopes.length > 0 && outcome === 'applied';
	return isSaid ? [textLine(texts.text('end.leftOut', {scopes}), {mark: 'note'})] : [];
}

/** Returns notes about keys that were created, or may have been, each with the command that shows it. */
function keyLines(
	key: 'end.unusedKey' | 'end.unknownKey',
	notes: readonly KeyNote[] | undefined,
	texts: Texts,
): Line[] {
	return (notes ?? []).flatMap(({username, command}) => [
		textLine(texts.text(key, {username}), warningStyle),
		commandLine(command),
	]);
}

/** Returns a style. Leaving is no failure, setting without proof no full success: neither is green or red. */
function closingStyle(report: Report): LineStyle {
	const {outcome, scopes, exitStatus} = report;
	if (outcome === 'quit' || (outcome === 'interrupted' && scopes.length === 0)) {
		return {};
	}

	if (outcome === 'interrupted' || (outcome === 'dry-run' && exitStatus !== 0)) {
		return {tone: 'strong', mark: 'note'};
	}

	const tone = exitStatus === 0 ? 'good' : 'bad';
	return closingMessage(report).key === 'end.set' ? warningStyle : {tone, mark: tone};
}

/** Returns how the session ended, in one sentence. */
export function closingMessage(report: Report): Message {
	const {outcome, plan, scopes, earlier = [], unusedKeys = [], unknownKeys = []} = report;
	if (unusedKeys.length + unknownKeys.length > 0 && scopes.length === 0) {
		return message('end.noCredential');
	}

	if (outcome === 'nothing-to-do' && plan?.scopes.length === 0) {
		return message('end.nothingToSet');
	}

	if (outcome !== 'applied' && outcome !== 'interrupted') {
		return message(`end.${outcome}`);
	}

	// After an interruption the operator asks what was changed at all.
	const counted = outcome === 'interrupted' ? [...earlier, ...scopes] : scopes;
	const count = counted.length;
	const done = counted.filter((scope) => isDone(resultOf(scope))).length;
	const countOf = (kind: ScopeResult['kind']): number =>
		counted.filter((scope) => resultOf(scope)?.kind === kind).length;
	if (outcome === 'interrupted') {
		return counted.every((scope) => !mayBeWritten(scope))
			? message('end.interrupted.nothing')
			: message('end.interrupted', {done, count, unknown: countOf('unknown')});
	}

	if (done < count) {
		return message('end.incomplete', {done, count});
	}

	if (runOutcomeOf(scopes) === 'nothing-to-do') {
		return message('end.nothing-to-do');
	}

	const ended =
		countOf('removed') > 0 ? 'end.removed' : countOf('verified') === count ? 'end.verified' : 'end.set';
	return message(ended, {count});
}
