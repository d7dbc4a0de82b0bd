import {accountNumberOf} from '../../ibmcloud/facts/accounts.ts';
import type {ClassicCluster, Credential, Outcome} from '../../ibmcloud/types.ts';
import {isPlaceUnknown} from '../../plan/clusters.ts';
import {canOrphan, rankOf, takesControl} from '../../plan/effect.ts';
import type {Effect} from '../../plan/plan.ts';
import {message, type Message} from '../../text/message.ts';
import {momentText} from '../../text/moment.ts';
import type {Texts} from '../../text/texts.ts';
import type {Review} from '../../wizard/view.ts';
import {lineWriter} from './line.ts';
import type {Cell, Table, TableRow} from './table/table.ts';

type ReviewScope = Review['scopes'][number];

/** A scope with all that is known of it, once it was read. */
type ReadScope = ReviewScope & {readonly before: Outcome<Credential>};

function isRead(scope: ReviewScope): scope is ReadScope {
	return scope.before !== undefined;
}

/** What happens in all scopes together, in one sentence. */
export function reviewSentence(review: Review, texts: Texts): string {
	const {scopes, isComplete} = review;
	const count = scopes.length;
	const read = scopes.filter((scope) => isRead(scope));
	const [only] = read;
	if (isComplete && count === 0) {
		return texts.text('review.nothing');
	}

	if (!isComplete || only === undefined) {
		return texts.text('review.reading', {count, read: read.length});
	}

	if (count === 1) {
		return texts.say(effectSentence(only, review));
	}

	const kinds = [
		...Map.groupBy(
			read.toSorted((left, right) => rankOf(left) - rankOf(right)),
			(scope) => kindOf(scope),
		),
	];
	return texts.text('review.totals', {
		count,
		kinds: kinds.map(([kind, {length}]) => texts.text(totalOf(kind, review), {count: length})),
	});
}

/** Whether a change takes control from an account, and does not only give it back to the one that had it. */
function isDangerous(scope: ReadScope): boolean {
	return canOrphan(scope) || (takesControl(scope) && scope.restores === undefined);
}

/** What a change of a scope is called where many are counted. */
type Kind = Effect | 'orphans' | 'restores';

function kindOf(scope: ReadScope): Kind {
	return canOrphan(scope) ? 'orphans' : scope.restores === undefined ? scope.effect : 'restores';
}

function totalOf(kind: Kind, {change}: Review): 'total.unset.other-user' | `total.${Kind}` {
	return change === 'unset' && kind === 'other-user' ? 'total.unset.other-user' : `total.${kind}`;
}

/** The scopes as a table: what is set there, what is to be set, the clusters there, and what that does. */
export function reviewTable(review: Review, texts: Texts): Table {
	const {scopes, change} = review;
	const hasEffects = scopes.length > 1;
	return {
		columns: [
			{title: texts.text('column.scope')},
			{title: texts.text('column.now'), sharedTitle: texts.text('column.now')},
			{
				title: texts.text('column.new'),
				sharedTitle: texts.text(change === 'set' ? 'column.new' : 'column.afterwards'),
			},
			{title: texts.text('column.clusters'), sharedTitle: texts.text('column.clustersHere')},
			...(hasEffects ? [{title: ''}] : []),
		],
		rows: scopes.map((scope) => rowOf(scope, {review, texts, hasEffects})),
	};
}

function rowOf(
	scope: ReviewScope,
	{review, texts, hasEffects}: {readonly review: Review; readonly texts: Texts; readonly hasEffects: boolean},
): TableRow {
	const {region, group} = scope.scope;
	const isBad = isRead(scope) && isDangerous(scope);
	return {
		mark: isBad ? 'danger' : 'none',
		group: group.name,
		rank: isRead(scope) ? rankOf(scope) : Number.POSITIVE_INFINITY,
		isKept: (isRead(scope) && takesControl(scope)) || scope.reviewed !== undefined,
		cells: [
			{text: texts.text('review.scope', {region, group: group.name})},
			presentCell(scope.before, texts, hasEffects ? undefined : review.linkedAccount),
			newCell(scope, review, texts),
			clustersCell(scope.clusters, texts, review.isComplete),
			...(hasEffects ? [effectCell(scope, texts)] : []),
		],
		below:
			scope.reviewed === undefined
				? []
				: [
						lineWriter(texts).line(message('review.changed', {reviewed: scope.reviewed ?? 'none'}), {
							mark: 'note',
							indent: 1,
						}),
					],
	};
}

/**
 * What is set now, as a cell. @param linkedAccount who orders where none is set; of many the head says it.
 */
function presentCell(
	before: Outcome<Credential> | undefined,
	texts: Texts,
	linkedAccount: string | null | undefined,
): Cell {
	const text = texts.say(presentMessage(before, linkedAccount));
	return before?.ok === true && before.value.kind === 'set' ? {text, names: [text]} : {text};
}

/** What is set now, in words. */
export function presentMessage(
	before: Outcome<Credential> | undefined,
	linkedAccount?: string | null,
): Message {
	if (before === undefined) {
		return message('present.reading');
	}

	if (!before.ok) {
		return message('present.unreadable');
	}

	return before.value.kind === 'none'
		? message('present.none', {number: linkedAccount ?? 'none'})
		: message('value.plain', {value: before.value.username});
}

function newCell({after, keyFingerprint}: ReviewScope, review: Review, texts: Texts): Cell {
	const fingerprint = keyFingerprint ?? review.keyFingerprint;
	return after === null
		? {text: texts.text('present.none', {number: review.linkedAccount ?? 'none'})}
		: {
				// A dry run of a file may be without a key.
				text: fingerprint === '' ? after : texts.text('review.withKey', {username: after, fingerprint}),
				names: [after],
				tone: 'name',
			};
}

/** The clusters of a scope, as a cell; with a question mark where they may belong elsewhere. */
export function clustersCell(
	clusters: readonly ClassicCluster[] | undefined,
	texts: Texts,
	hasAnswered = true,
): Cell {
	if (clusters === undefined) {
		return {text: texts.text(hasAnswered ? 'present.unreadable' : 'present.reading')};
	}

	const items = clusters.map((cluster) => (isPlaceUnknown(cluster) ? `${cluster.name} (?)` : cluster.name));
	return items.length === 0 ? {text: texts.text('table.none')} : {text: items.join(', '), items};
}

function effectCell(scope: ReviewScope, texts: Texts): Cell {
	if (!isRead(scope)) {
		return {text: ''};
	}

	const {provenBefore: date, effect, restores} = scope;
	const kind = kindOf(scope);
	return {
		text:
			effect === 'rotation' && date !== undefined
				? texts.text('ui.setFromHere', {date})
				: kind === 'restores'
					? texts.text('does.restores', {account: restores?.account ?? ''})
					: texts.text(`does.${kind}`),
		tone: isDangerous(scope) ? 'warning' : 'plain',
	};
}

function effectSentence(scope: ReadScope, review: Review): Message {
	const {effect, provenBefore: date, restores} = scope;
	if (effect === 'rotation' && date !== undefined) {
		return message('effect.again', {date});
	}

	if (restores !== undefined) {
		return message('effect.restores', {account: restores.account, time: momentText(restores.until)});
	}

	if (review.change === 'set') {
		const from = accountBefore(scope, review);
		return effect === 'other-account' && from !== undefined && review.pairAccount !== undefined
			? message('effect.other-account.known', {from, to: review.pairAccount})
			: message(`effect.${effect === 'nothing' ? 'unknown' : effect}`);
	}

	return message(
		scope.before.ok && scope.before.value.kind === 'none'
			? 'effect.unset.nothing'
			: effect === 'other-account'
				? 'effect.unset.otherAccount'
				: 'effect.unset.sameAccount',
	);
}

/** Whether the only scope's sentence names who loses control and who gets it: nothing else need to. */
export function saysAccounts(review: Review): boolean {
	const [only, ...others] = review.scopes;
	return (
		only !== undefined &&
		others.length === 0 &&
		isRead(only) &&
		effectSentence(only, review).key === 'effect.other-account.known'
	);
}

/** The classic account in charge now, as far as it is known: that of the username, or the linked one. */
function accountBefore({before}: ReadScope, {linkedAccount}: Review): string | undefined {
	if (!before.ok) {
		return undefined;
	}

	return before.value.kind === 'none' ? (linkedAccount ?? undefined) : accountNumberOf(before.value.username);
}
