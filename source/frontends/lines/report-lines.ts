import {programName} from '../../program-name.ts';
import {inGroup} from '../../plan/by-hand.ts';
import {nextSteps} from '../../plan/next-steps.ts';
import {pairsOf, type Plan} from '../../plan/plan.ts';
import {isDone, resultOf} from '../../plan/status.ts';
import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {KeyNote, Report} from '../../wizard/view.ts';
import {presentMessage} from './review-lines.ts';
import {scopeProgressLines} from './progress-lines.ts';
import {cliWords} from './error-lines.ts';
import {lineWriter, type Line, type Mark, type Tone} from './line.ts';

/** How the session ended: what is set where, verified how, what was not changed, and what to do next. */
export function reportLines(report: Report, texts: Texts): Line[] {
	const writer = lineWriter(texts);
	const userId = report.plan === undefined ? undefined : pairsOf(report.plan)[0]?.userId;
	return [
		...report.scopes.flatMap((scope) => scopeProgressLines(scope, texts, userId)),
		writer.line(closingMessage(report), closingLooks(report)),
		...notRemovedLines(report, texts),
		...keyLines('end.unusedKey', report.unusedKeys, texts),
		...keyLines('end.unknownKey', report.unknownKeys, texts),
		...(report.refusal === undefined ? [] : [writer.line(report.refusal)]),
		...(report.words === undefined ? [] : writer.words(report.words)),
		...(report.error === undefined ? [] : [writer.line(message(`error.${report.error.kind}.do`))]),
		...(report.remedy === undefined
			? []
			: [
					writer.line(message('trouble.remedy')),
					...report.remedy.split('\n').map((command) => writer.command(command)),
				]),
		...(report.error === undefined ? [] : cliWords(report.error, texts, 0)),
		...next(report, texts),
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

/** Who quits has not failed, and what is set without a proof is not all well: neither is green or red. */
function closingLooks(report: Report): {readonly tone: Tone; readonly mark: Mark} {
	if (report.outcome === 'quit' || (report.outcome === 'dry-run' && report.exitStatus !== 0)) {
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

	if (scopes.some((scope) => resultOf(scope)?.kind === 'removed')) {
		return message('end.removed', {count});
	}

	const verified = scopes.filter((scope) => resultOf(scope)?.kind === 'verified').length;
	return message(verified === count ? 'end.verified' : 'end.set', {count});
}

/** What to do next: after success the next useful commands, otherwise those that finish the rest and undo the part. */
function next(report: Report, texts: Texts): Line[] {
	const writer = lineWriter(texts);
	const {plan, scopes, outcome, exitStatus: status} = report;
	if (report.isDemo === true) {
		return [writer.line(message('end.demoOver'), {tone: 'dim'})];
	}

	if (plan === undefined || (outcome !== 'applied' && outcome !== 'interrupted')) {
		return [];
	}

	if (status === 0) {
		return [
			writer.line(message('end.next'), {tone: 'dim'}),
			writer.command(`${programName} status`),
			...(scopes.some(
				({planned}) =>
					planned.change.kind === 'set' && !plan.restrictedRegions.includes(planned.scope.region),
			)
				? [writer.command('ibmcloud ks cluster create classic --name NAME --zone ZONE --flavor FLAVOR')]
				: []),
			...existingClusters(plan, report, texts),
			...undoLines(report, texts),
		];
	}

	const {finish, byHand, look} = nextSteps(plan, report);
	return [
		...titled('end.look', look, texts),
		...titled('end.finish', finish, texts),
		...titled('end.byHand', byHand, texts),
		...undoLines(report, texts),
	];
}

/** What puts back what was there, and whose key that needs. */
function undoLines(report: Report, texts: Texts): Line[] {
	const {undo, undoNeedsKeyOf} =
		report.plan === undefined ? {undo: [], undoNeedsKeyOf: []} : nextSteps(report.plan, report);
	return [
		...titled('end.undo', undo, texts),
		...(undoNeedsKeyOf.length === 0
			? []
			: [lineWriter(texts).line(message('end.undoNeedsKey', {usernames: undoNeedsKeyOf}))]),
	];
}

function titled(
	title: 'end.finish' | 'end.undo' | 'end.byHand' | 'end.look',
	commands: readonly string[],
	texts: Texts,
): Line[] {
	const writer = lineWriter(texts);
	return commands.length === 0
		? []
		: [writer.line(message(title), {tone: 'dim'}), ...commands.map((command) => writer.command(command))];
}

/**
 * Clusters that were there before may go on with the old credential until the region's API key is reset and their masters
 * are refreshed (documented: troubleshooting). Offered, never run: a reset touches more than classic clusters. After a
 * change of account it cures nothing: only the old credential brings the clusters back.
 */
function existingClusters(plan: Plan, {scopes}: Report, texts: Texts): Line[] {
	const writer = lineWriter(texts);
	const kept = scopes
		.map(({planned}) => planned)
		.filter(
			({effect, change}) => change.kind === 'set' && (effect === 'rotation' || effect === 'other-user'),
		);
	const touched = kept.flatMap(({clusters}) => (clusters ?? []).map(({name}) => name));
	const resets = kept
		.filter(({clusters}) => clusters?.length)
		.map(({scope}) => inGroup(plan, scope.group, [`ibmcloud ks api-key reset --region ${scope.region}`]));
	return touched.length === 0
		? []
		: [
				writer.line(message('end.existingClusters', {clusters: touched, count: touched.length}), {
					tone: 'dim',
				}),
				...resets.map((reset) => writer.command(reset)),
				...touched.map((name) => writer.command(`ibmcloud ks cluster master refresh --cluster ${name}`)),
			];
}
