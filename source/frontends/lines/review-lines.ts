import {accountNumberOf} from '../../ibmcloud/facts/accounts.ts';
import type {ClassicCluster, Credential, Outcome} from '../../ibmcloud/types.ts';
import {isPlaceUnknown} from '../../plan/clusters.ts';
import {orphans} from '../../plan/effect.ts';
import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {Review, Blocker} from '../../wizard/view.ts';
import {cliWords} from './error-lines.ts';
import {lineWriter, type Line} from './line.ts';

type ReviewScope = Review['scopes'][number];

/**
 * What is about to happen: every scope with before and after, where each answer came from, and the exact commands.
 * One scope fits a window of 80×24 whole, so that it is seen at one glance; what is shown elsewhere is not said again.
 */
export function reviewLines(review: Review, texts: Texts): Line[] {
	const writer = lineWriter(texts);
	return [
		...review.scopes.flatMap((scope) => scopeLines(scope, review, texts)),
		...accountLine(review, texts),
		sourcesLine(review, texts),
		...(review.waitingFor === undefined
			? []
			: [
					writer.line(message('review.waiting', {command: review.waitingFor.command}), {
						mark: 'running',
						tone: 'dim',
						startedAt: review.waitingFor.startedAt,
					}),
				]),
		...review.warnings.map((warning) => writer.line(warning, {tone: 'warning', mark: 'note'})),
		...(review.blocker === undefined ? commandLines(review, texts) : obstacleLines(review.blocker, texts)),
	];
}

/** Where the answers came from; the answers themselves stand in the scopes. */
function sourcesLine({answers}: Review, texts: Texts): Line {
	const parts = answers.map(
		({step, source}) => `${texts.text(`short.${step}`)} ${texts.text(`source.${source}`)}`,
	);
	return {mark: 'none', indent: 0, spans: [{text: parts.join(', '), tone: 'dim'}]};
}

/** Whose account it is, where that is not plain: another infrastructure account than the linked one, or one not known. */
function accountLine(review: Review, texts: Texts): Line[] {
	const {pairAccount, linkedAccount, pairCheck, blocker: obstacle} = review;
	const writer = lineWriter(texts);
	const isForeign =
		pairAccount !== undefined && typeof linkedAccount === 'string' && pairAccount !== linkedAccount;
	return [
		...(isForeign
			? [
					writer.line(message('pair.foreignAccount', {account: pairAccount, linked: linkedAccount}), {
						tone: 'warning',
					}),
				]
			: []),
		// A refusal is said once, as what stands in the way.
		...(pairCheck === undefined || obstacle?.message === pairCheck ? [] : [writer.line(pairCheck)]),
	];
}

function obstacleLines({message: reason, words, remedy, error}: Blocker, texts: Texts): Line[] {
	const writer = lineWriter(texts);
	return [
		writer.line(reason, {tone: 'bad', mark: 'bad'}),
		...(error === undefined ? [] : [writer.line(message(`error.${error.kind}.do`), {indent: 1})]),
		...(words === undefined ? [] : writer.words(words)),
		...(remedy?.split('\n').map((command) => writer.command(command)) ?? []),
		...(error === undefined ? [] : cliWords(error, texts)),
	];
}

/** What is to be set, with which key; in a dry run of a file there may be none. */
function thenLine({after, keyFingerprint}: ReviewScope, review: Review, texts: Texts): Line {
	const writer = lineWriter(texts);
	const fingerprint = keyFingerprint ?? review.keyFingerprint;
	return after === null
		? writer.pair(message('review.then'), texts.text('present.none'), {indent: 1})
		: writer.pair(message('review.then'), after, {
				indent: 1,
				tone: 'name',
				...(fingerprint === '' ? {} : {behind: message('review.withKey', {fingerprint})}),
			});
}

function scopeLines(scope: ReviewScope, review: Review, texts: Texts): Line[] {
	const writer = lineWriter(texts);
	const touched = isNothingToRemove(scope, review) ? [] : orphans(scope);
	return [
		writer.line(message('review.scope', {region: scope.scope.region, group: scope.scope.group.name}), {
			tone: 'strong',
		}),
		...(scope.reviewed !== undefined
			? [
					writer.line(message('review.changed', {reviewed: scope.reviewed ?? 'none'}), {
						tone: 'warning',
						mark: 'note',
						indent: 1,
					}),
				]
			: []),
		writer.pair(message('review.now'), texts.say(presentMessage(scope.before)), {indent: 1}),
		thenLine(scope, review, texts),
		...(scope.before?.ok === true ? [writer.line(effectMessage(scope, review), {indent: 1})] : []),
		...(touched.length === 0
			? clusterLines(scope.clusters, texts)
			: [
					writer.line(message('review.orphans', {clusters: namesOf(touched), count: touched.length}), {
						tone: 'warning',
						mark: 'note',
						indent: 1,
					}),
					writer.line(message('review.orphans.undo'), {tone: 'warning', indent: 1}),
				]),
	];
}

function effectMessage(scope: ReviewScope, review: Review): Message {
	const {effect} = scope;
	if (review.change === 'set') {
		const from = accountBefore(scope, review);
		return effect === 'other-account' && from !== undefined && review.pairAccount !== undefined
			? message('effect.other-account.known', {from, to: review.pairAccount})
			: message(`effect.${effect === 'nothing' ? 'unknown' : effect}`);
	}

	return message(
		isNothingToRemove(scope, review)
			? 'effect.unset.nothing'
			: effect === 'other-account'
				? 'effect.unset.otherAccount'
				: 'effect.unset.sameAccount',
	);
}

function isNothingToRemove({before}: ReviewScope, {change}: Review): boolean {
	return change === 'unset' && before?.ok === true && before.value.kind === 'none';
}

/** The classic account that is in charge now, as far as it is known: that of the username, or the linked one. */
function accountBefore({before}: ReviewScope, {linkedAccount}: Review): string | undefined {
	if (before?.ok !== true) {
		return undefined;
	}

	return before.value.kind === 'none' ? (linkedAccount ?? undefined) : accountNumberOf(before.value.username);
}

function clusterLines(clusters: readonly ClassicCluster[] | undefined, texts: Texts): Line[] {
	return clusters === undefined || clusters.length === 0
		? []
		: [
				lineWriter(texts).line(
					message('review.clusters', {clusters: namesOf(clusters), count: clusters.length}),
					{indent: 1},
				),
			];
}

/** The names of clusters; one of which it is not known whether it belongs here has a question mark. */
function namesOf(clusters: readonly ClassicCluster[]): string[] {
	return clusters.map((cluster) => (isPlaceUnknown(cluster) ? `${cluster.name} (?)` : cluster.name));
}

/** What is set now, in words. */
export function presentMessage(before: Outcome<Credential> | undefined): Message {
	if (before === undefined) {
		return message('present.reading');
	}

	if (!before.ok) {
		return message('present.unreadable');
	}

	return before.value.kind === 'none'
		? message('present.none')
		: message('value.plain', {value: before.value.username});
}

function commandLines({commands, change, writer: by}: Review, texts: Texts): Line[] {
	const writer = lineWriter(texts);
	return commands.length === 0
		? []
		: [
				writer.line(message('review.commands'), {tone: 'dim'}),
				...commands.map((command) => writer.command(command)),
				...(change === 'set' && by === 'cli'
					? [writer.line(message('review.processList'), {tone: 'warning', mark: 'note'})]
					: []),
			];
}
