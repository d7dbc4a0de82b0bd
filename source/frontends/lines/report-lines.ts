import {pairsOf} from '../../plan/plan.ts';
import {isDone, mayBeWritten, outcomeOf, resultOf} from '../../plan/status.ts';
import {message, type Message} from '../../text/message.ts';
import {momentText} from '../../text/moment.ts';
import type {Texts} from '../../text/texts.ts';
import type {KeyNote, Report} from '../../wizard/view.ts';
import {progressTable} from './progress-table.ts';
import {scopeProgressLines} from './scope-lines.ts';
import {presentMessage} from './review-table.ts';
import {cliWords, remedyLines, remedyOf} from './error-lines.ts';
import {lineWriter, type Line, type Mark, type Tone} from './line.ts';
import {nextLines} from './next-lines.ts';
import {permissionLines} from './permission-lines.ts';
import {plainText} from './print.ts';
import type {TableRoom} from './table/table.ts';
import {tableLines} from './table/table-lines.ts';

/**
 * How the session ended, as a receipt that stays: what was set in place of what and how that is proven, by
 * whom and when, what undoes it, and, unless quiet, one next step.
 */
export function reportLines(report: Report, texts: Texts, room: TableRoom, isQuiet = false): Line[] {
	const writer = lineWriter(texts);
	return [
		...scopesLines(report, texts, room),
		writer.line(closingMessage(report), closingLooks(report)),
		...whoLine(report, texts),
		...leftOutLine(report, texts),
		...notRemovedLines(report, texts),
		...keyLines('end.unusedKey', report.unusedKeys, texts),
		...keyLines('end.unknownKey', report.unknownKeys, texts),
		...(report.refusal === undefined ? [] : [writer.line(report.refusal)]),
		...(report.words === undefined ? [] : writer.words(report.words)),
		...(report.error === undefined ? [] : [writer.line(remedyOf(report.error))]),
		...remedyLines(report, texts),
		...(report.error === undefined ? [] : cliWords(report.error, texts, 0)),
		...(isQuiet ? [] : nextLines(report, texts)),
	];
}

/** Where a file expects none, and something is set or could not be read. */
function notRemovedLines({plan}: Report, texts: Texts): Line[] {
	return (plan?.notRemoved ?? []).map(({scope, found}) =>
		lineWriter(texts).line(
			message('end.notRemoved', {
				region: scope.region,
				group: scope.group.name,
				found: texts.say(presentMessage(found)),
			}),
			{tone: 'warning', mark: 'note'},
		),
	);
}

function scopesLines({plan, scopes: last, earlier = []}: Report, texts: Texts, room: TableRoom): Line[] {
	const userId = plan === undefined ? undefined : pairsOf(plan)[0]?.userId;
	if (room === 'spoken') {
		// What came earlier was said when it was done.
		return last.flatMap((scope) => scopeProgressLines(scope, texts, userId));
	}

	const scopes = [...earlier, ...last];
	// Mostly the same is missing everywhere: it is said once.
	const missing = scopes.map((scope) => {
		const result = resultOf(scope);
		return result !== undefined && 'permissions' in result
			? permissionLines(result.permissions, userId, texts)
			: [];
	});
	const different = new Map(missing.map((lines) => [plainText(lines), lines]));
	return [
		...(scopes.length === 0 ? [] : tableLines(progressTable(scopes, texts), room, texts)),
		...[...different.values()].flat(),
	];
}

/** Who did it, in which account, when, and with which key; a line for each key. */
function whoLine({plan, scopes, operator, endedAt}: Report, texts: Texts): Line[] {
	if (endedAt === undefined || !scopes.some((scope) => mayBeWritten(scope))) {
		return [];
	}

	const pairs = plan === undefined ? [] : pairsOf(plan);
	const number = plan?.linkedAccount ?? undefined;
	const account = plan?.account?.name;
	return (pairs.length === 0 ? [undefined] : pairs).map((pair) =>
		lineWriter(texts).line(
			message('end.who', {
				operator: operator ?? 'none',
				account: account === undefined ? 'none' : number === undefined ? account : `${account} (${number})`,
				time: momentText(endedAt),
				username: pair?.username ?? 'none',
				fingerprint: pair?.apiKey?.fingerprint ?? '',
			}),
		),
	);
}

/** What was reviewed and not chosen. */
function leftOutLine({plan, outcome}: Report, texts: Texts): Line[] {
	const leftOut = plan?.leftOut ?? [];
	const scopes = leftOut.map(({scope}) => `${scope.region} / ${scope.group.name}`);
	return scopes.length === 0 || outcome !== 'applied'
		? []
		: [lineWriter(texts).line(message('end.leftOut', {scopes}), {mark: 'note'})];
}

/** What is to be known of keys that were created, or may have been, each with the command that shows it. */
function keyLines(
	key: 'end.unusedKey' | 'end.unknownKey',
	notes: readonly KeyNote[] | undefined,
	texts: Texts,
): Line[] {
	const writer = lineWriter(texts);
	return (notes ?? []).flatMap(({username, command}) => [
		writer.line(message(key, {username}), {tone: 'warning', mark: 'note'}),
		writer.command(command),
	]);
}

/** Who leaves has not failed, and what is set without a proof is not all well: neither is green or red. */
function closingLooks(report: Report): {readonly tone: Tone; readonly mark: Mark} {
	const isUnchanged = report.outcome === 'interrupted' && report.scopes.length === 0;
	if (report.outcome === 'quit' || isUnchanged) {
		return {tone: 'plain', mark: 'none'};
	}

	if (report.outcome === 'interrupted' || (report.outcome === 'dry-run' && report.exitStatus !== 0)) {
		return {tone: 'strong', mark: 'note'};
	}

	if (closingMessage(report).key === 'end.set') {
		return {tone: 'warning', mark: 'note'};
	}

	return report.exitStatus === 0 ? {tone: 'good', mark: 'good'} : {tone: 'bad', mark: 'bad'};
}

/** How it ended, in one sentence. */
export function closingMessage({outcome, plan, scopes, unusedKeys = [], unknownKeys = []}: Report): Message {
	if (unusedKeys.length + unknownKeys.length > 0 && scopes.length === 0) {
		return message('end.noCredential');
	}

	if (outcome === 'nothing-to-do' && plan?.scopes.length === 0) {
		return message('end.nothingToSet');
	}

	if (outcome !== 'applied' && outcome !== 'interrupted') {
		return message(`end.${outcome}`);
	}

	const count = scopes.length;
	const done = scopes.filter((scope) => isDone(resultOf(scope))).length;
	const unknown = scopes.filter((scope) => resultOf(scope)?.kind === 'unknown').length;
	if (outcome === 'interrupted') {
		return count === 0
			? message('end.interrupted.nothing')
			: message('end.interrupted', {done, count, unknown});
	}

	if (done < count) {
		return message('end.incomplete', {done, count});
	}

	if (outcomeOf(scopes) === 'nothing-to-do') {
		return message('end.nothing-to-do');
	}

	if (scopes.some((scope) => resultOf(scope)?.kind === 'removed')) {
		return message('end.removed', {count});
	}

	const verified = scopes.filter((scope) => resultOf(scope)?.kind === 'verified').length;
	return message(verified === count ? 'end.verified' : 'end.set', {count});
}
