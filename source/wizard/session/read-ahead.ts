import {regionNames} from '../../ibmcloud/facts/regions.ts';
import type {Read} from '../../ibmcloud/reads.ts';
import type {StepId} from '../answers.ts';
import type {Context} from '../context.ts';
import {pairCheckReads} from '../pair.ts';
import {scopeReads} from '../review/review.ts';
import {scopesIn, scopesOf} from '../review/scopes.ts';
import {stepOf} from '../steps/list.ts';
import {usersRead} from '../steps/user.ts';
import {checkReads} from './checks.ts';

type Reads = ReadonlyArray<Read<unknown>>;

/**
 * Returns the first reads: the checks, the list of users if it will be asked, the clusters for the review.
 */
export function firstReads(context: Context): Reads {
	const {reads, answers, place} = context;
	// If so, `account show` is not needed.
	const isLinkKnown = typeof place.classicAccount === 'string';
	const isListAsked = answers.user === undefined && stepOf('user').isNeeded(context);
	return [
		...checkReads(reads).filter((read) => read !== reads.linked || !isLinkKnown),
		reads.clusters,
		...(isListAsked ? (stepOf('user').reads?.(context) ?? []) : []),
		...laterReads(context),
	];
}

/** Returns what the present step or the review needs, and what is sure to come after it. */
export function readsAt(step: StepId | undefined, context: Context): Reads {
	return [
		...laterReads(context),
		...pairCheckReads(context),
		...(step === undefined ? reviewedReads(context) : (stepOf(step).reads?.(context) ?? [])),
	];
}

/**
 * Returns what a later step is sure to need: the groups if none is targeted or one was only named, and the
 * credential of one scope in the targeted group. No more: each is an audited event at IBM (documented).
 */
function laterReads(context: Context): Reads {
	const {answers, place, reads} = context;
	if (!place.loggedIn) {
		return [];
	}

	if (context.expectation !== undefined || (context.isWhereSet && answers.group === undefined)) {
		return [reads.groups];
	}

	const isNamed =
		answers.group?.value.some(({id, name}) => id === undefined && name !== place.group?.name) === true;
	const isAsked =
		reads.target.value() !== undefined && answers.group === undefined && place.group === undefined;
	const region = answers.region?.value[0] ?? regionNames.find((name) => name === place.region);
	const [first] = region === undefined ? [] : scopesIn(context, [region]);
	return [
		...(isNamed || isAsked ? [reads.groups] : []),
		...(first !== undefined && first.group.id === place.group?.id ? [reads.credential(first)] : []),
	];
}

/** Returns the reads to repeat for a review that could not be completed: the failed ones. */
export function failedReviewReads(context: Context): Reads {
	const {reads} = context;
	return failedOf([reads.groups, reads.clusters, ...reviewedReads(context)]);
}

/** Returns all checks, even one not needed so far, and the other first reads that failed. */
export function checksAgain({reads}: Context): Reads {
	return [...checkReads(reads), ...failedOf([reads.users, reads.clusters])];
}

/** Returns the reads after a login or an installation in the terminal: the target, and what had failed. */
export function mendedReads(context: Context): Reads {
	const {reads} = context;
	return [
		reads.target,
		reads.plugins,
		...failedOf([usersRead(context), reads.accounts]),
		...failedReviewReads(context),
	];
}

function reviewedReads(context: Context): Reads {
	const found = scopesOf(context);
	return found.kind === 'known' ? scopeReads(context, found.scopes) : [];
}

function failedOf(reads: Reads): Reads {
	return reads.filter((read) => read.failure() !== undefined);
}
