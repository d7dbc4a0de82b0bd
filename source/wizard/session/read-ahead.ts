import {isRegionName} from '../../ibmcloud/facts/regions.ts';
import type {Read} from '../../ibmcloud/reads.ts';
import {checkReads} from './checks.ts';
import type {Context} from '../context.ts';
import {furtherReads} from '../review/planned-scope.ts';
import {scopesOf} from '../review/scopes.ts';
import {stepOf} from '../steps/list.ts';
import {usersRead} from '../steps/user.ts';

/**
 * Starts what a session needs from its first moment, side by side: the checks, the list of users where it will be
 * asked for, the classic clusters for the review.
 *
 * @param isLinkKnown whether the linked classic account is known without `account show`.
 */
export function startFirstReads(context: Context, isLinkKnown: boolean): void {
	const {reads, answers} = context;
	for (const read of checkReads(reads)) {
		if (read !== reads.linked || !isLinkKnown) {
			void read.start();
		}
	}

	void reads.clusters.start();
	if (answers.user === undefined && context.change === 'set') {
		stepOf('user').prepare(context);
	}

	readAhead(context);
}

/**
 * Starts what a later step will surely need: the list of groups where none is targeted or one was only named, and the
 * credential of one scope in the targeted group. Every such read is an audited event at IBM (documented): not more.
 */
export function readAhead(context: Context): void {
	const {answers, place, reads} = context;
	if (!place.loggedIn) {
		return;
	}

	if (context.isWhereSet && answers.group === undefined) {
		void reads.groups.start();
		return;
	}

	const isNamed =
		answers.group?.value.some(({id, name}) => id === undefined && name !== place.group?.name) === true;
	const isAsked = place.isConfirmed && answers.group === undefined && place.group === undefined;
	if (isNamed || isAsked) {
		void reads.groups.start();
	}

	const region = answers.region?.value[0] ?? place.region;
	if (region === undefined || !isRegionName(region)) {
		return;
	}

	const found = scopesOf({...context, answers: {...answers, region: {value: [region], source: 'targeted'}}});
	const [scope] = found.kind === 'known' ? found.scopes : [];
	if (scope !== undefined && scope.group.id === place.group?.id) {
		void reads.credential(scope).start();
	}
}

/** Starts the reads of the review: what is set now in every scope, and what else that makes necessary. */
export function startReviewReads(context: Context): void {
	for (const read of scopeReads(context)) {
		void read.start();
	}
}

/** Starts again what failed: of the review's reads, those that have no good answer. */
export function retryReviewReads(context: Context): void {
	const {reads} = context;
	retryFailed([reads.groups, reads.clusters, ...scopeReads(context)]);
}

/** Starts all checks again, also one that was not needed so far, and of the other first reads those that failed. */
export function retryChecks({reads}: Context): void {
	for (const read of checkReads(reads)) {
		void read.again();
	}

	retryFailed([reads.users, reads.clusters]);
}

/** After a login or an installation in the terminal: where the operator stands now, and what had failed. */
export function retryMended(context: Context): void {
	const {reads} = context;
	void reads.target.again();
	void reads.plugins.again();
	retryFailed([usersRead(context), reads.accounts]);
	retryReviewReads(context);
}

function scopeReads(context: Context): Array<Read<unknown>> {
	const found = scopesOf(context);
	return found.kind === 'known'
		? found.scopes.flatMap((scope) => [context.reads.credential(scope), ...furtherReads(context, scope)])
		: [];
}

function retryFailed(reads: ReadonlyArray<Read<unknown>>): void {
	for (const read of reads) {
		const state = read.state();
		if (state.kind === 'done' && !state.outcome.ok) {
			void read.again();
		}
	}
}
