import {accountNumberOf} from '../../ibmcloud/facts/accounts.ts';
import type {ClassicCluster, Credential, Outcome} from '../../ibmcloud/types.ts';
import {canOrphan, isPlaceUnknown, rankOf, takesControl} from '../../plan/effect.ts';
import {scopeName, type Effect} from '../../plan/plan.ts';
import {message, type Message} from '../../text/message.ts';
import {momentText} from '../../text/moment.ts';
import type {Texts} from '../../text/texts.ts';
import type {Review, ReviewedScope} from '../../wizard/view.ts';
import {textLine} from './line.ts';
import type {Cell, Table, TableRow} from './table/table.ts';

type ReadScope = ReviewedScope & {readonly before: Outcome<Credential>};

function isRead(scope: ReviewedScope): scope is ReadScope {
	return scope.before !== undefined;
}

/** Returns what happens in all scopes together, in one sentence. */
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

	const worstFirst = read.toSorted((left, right) => rankOf(left) - rankOf(right));
	const kinds = [...Map.groupBy(worstFirst, (scope) => kindOf(scope))];
	return texts.text('review.totals', {
		count,
		kinds: kinds.map(([kind, {length}]) => {
			const isOfUser = review.change === 'unset' && kind === 'other-user';
			return texts.text(isOfUser ? 'total.unset.other-user' : `total.${kind}`, {count: length});
		}),
	});
}

/** Reports whether a change can orphan clusters, or takes control and does not just give it back. */
function isDangerous(scope: ReadScope): boolean {
	return canOrphan(scope) || (takesControl(scope) && scope.restores === undefined);
}

/** Returns the name of a scope's change where several are counted. */
function kindOf(scope: ReadScope): Effect | 'orphans' | 'restores' {
	return canOrphan(scope) ? 'orphans' : scope.restores === undefined ? scope.effect : 'restores';
}

/** Returns the scopes as a table: what is set, what will be, the clusters there, and what the change does. */
export function reviewTable(review: Review, texts: Texts): Table {
	const {scopes, change} = review;
	return {
		columns: [
			{title: texts.text('column.scope')},
			{title: texts.text('column.now'), sharedTitle: texts.text('column.now')},
			{
				title: texts.text('column.new'),
				sharedTitle: texts.text(change === 'set' ? 'column.new' : 'column.afterwards'),
			},
			{title: texts.text('column.clusters'), sharedTitle: texts.text('column.clustersHere')},
			...(scopes.length > 1 ? [{title: ''}] : []),
		],
		rows: scopes.map((scope) => rowOf(scope, review, texts)),
	};
}

function rowOf(scope: ReviewedScope, review: Review, texts: Texts): TableRow {
	// A row says who orders where none is set only if it is alone; for several, the head says it.
	const isOnly = review.scopes.length === 1;
	const {before, clusters, reviewed} = scope;
	const read = isRead(scope) ? scope : undefined;
	const now = texts.say(presentMessage(before, isOnly ? review.linkedAccount : undefined));
	return {
		mark: read && isDangerous(read) ? 'danger' : 'none',
		group: scope.scope.group.name,
		rank: read ? rankOf(read) : Number.POSITIVE_INFINITY,
		isKept: (read !== undefined && takesControl(read)) || reviewed !== undefined,
		cells: [
			{text: scopeName(scope.scope)},
			before?.ok === true && before.value !== null ? {text: now, names: [now]} : {text: now},
			newCell(scope, review, texts),
			clusters === undefined
				? {text: texts.text(review.isComplete ? 'present.unreadable' : 'present.reading')}
				: clustersCell(clusters, texts),
			...(isOnly ? [] : [read ? effectCell(read, texts) : {text: ''}]),
		],
		below:
			reviewed === undefined
				? []
				: [textLine(texts.text('review.changed', {reviewed: reviewed ?? 'none'}), {mark: 'note', indent: 1})],
	};
}

/** Returns what is set now, in words. */
export function presentMessage(
	before: Outcome<Credential> | undefined,
	linkedAccount?: string | null,
): Message {
	if (before?.ok !== true) {
		return message(before === undefined ? 'present.reading' : 'present.unreadable');
	}

	return before.value === null
		? message('present.none', {number: linkedAccount ?? 'none'})
		: message('value.plain', {value: before.value});
}

function newCell({change}: ReviewedScope, review: Review, texts: Texts): Cell {
	if (change.kind === 'unset') {
		return {text: texts.text('present.none', {number: review.linkedAccount ?? 'none'})};
	}

	const {username, apiKey: key} = change.pair;
	return {
		// A dry run of a file may lack the key.
		text:
			key === undefined ? username : texts.text('review.withKey', {username, fingerprint: key.fingerprint}),
		names: [username],
		tone: 'name',
	};
}

/** Returns the clusters of a scope, with a question mark after those that may belong elsewhere. */
function clustersCell(clusters: readonly ClassicCluster[], texts: Texts): Cell {
	const items = clusters.map((cluster) => (isPlaceUnknown(cluster) ? `${cluster.name} (?)` : cluster.name));
	return items.length === 0 ? {text: texts.text('table.none')} : {text: items.join(', '), items};
}

function effectCell(scope: ReadScope, texts: Texts): Cell {
	const {provenBefore: date, effect, restores} = scope;
	const tone = isDangerous(scope) ? 'warning' : 'plain';
	if (effect === 'rotation' && date !== undefined) {
		return {text: texts.text('ui.setFromHere', {date}), tone};
	}

	return {text: texts.text(`does.${kindOf(scope)}`, {account: restores?.account ?? ''}), tone};
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
		return effect === 'other-account' && from !== undefined
			? message('effect.other-account.known', {from, to: review.pairAccount ?? 'none'})
			: message(`effect.${effect === 'nothing' ? 'unknown' : effect}`);
	}

	return message(
		scope.before.ok && scope.before.value === null
			? 'effect.unset.nothing'
			: effect === 'other-account'
				? 'effect.unset.otherAccount'
				: 'effect.unset.sameAccount',
	);
}

/** Reports whether the only scope's sentence names who loses and who gets control: nothing else need. */
export function saysAccounts(review: Review): boolean {
	const {scopes, pairAccount} = review;
	return (
		pairAccount !== undefined &&
		scopes.length === 1 &&
		scopes.every(
			(scope) => isRead(scope) && effectSentence(scope, review).key === 'effect.other-account.known',
		)
	);
}

/** Returns the classic account in charge now, as far as known: that of the username, or the linked one. */
function accountBefore({before}: ReadScope, {linkedAccount}: Review): string | undefined {
	if (!before.ok) {
		return undefined;
	}

	return before.value === null ? (linkedAccount ?? undefined) : accountNumberOf(before.value);
}
