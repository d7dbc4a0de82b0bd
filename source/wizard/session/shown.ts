import type {OfferedAction} from '../action.ts';
import {byKind} from '../by-kind.ts';
import type {Review, Stage} from '../view.ts';

/** What can be done at a stage besides answering. */
export const actionsAt = byKind<Stage, [], readonly OfferedAction[]>({
	checks: ({blocker}) => blocker?.actions ?? [],
	question: ({question}) => question.actions,
	review: ({review}) => review.actions,
	apply: ({progress}) => progress.actions,
	end: () => [],
});

/**
 * What a complete review says will happen, as one text: it must not change between being on the screen and
 * being applied. Only what is drawn counts; undefined while incomplete.
 */
export function contentOf(stage: Stage): string | undefined {
	return stage.kind === 'review' && stage.review.isComplete
		? JSON.stringify(partsOf(stage.review))
		: undefined;
}

function partsOf(review: Review): unknown {
	return {
		username: review.username,
		key: review.keyFingerprint,
		linkedAccount: review.linkedAccount,
		scopes: review.scopes.map(({scope, after, keyFingerprint, before, effect, clusters, accountInForce}) => ({
			scope,
			after,
			keyFingerprint,
			accountInForce,
			before: before?.ok === true ? before.value : 'unreadable',
			effect,
			clusters: clusters?.map(({name}) => name),
		})),
		pairCheck: review.pairCheck,
		dangers: review.dangers,
		warnings: review.warnings,
		commands: review.commands,
		obstacle: review.blocker?.message,
	};
}
