import {isNothingToDo} from '../../plan/effect.ts';
import type {Plan} from '../../plan/plan.ts';
import {message} from '../../text/message.ts';
import type {Context} from '../context.ts';
import type {StepId} from '../answers.ts';
import {isSameAction, offer, type OfferedAction} from '../action.ts';
import {belongsTo, stepOf, steps} from '../steps/list.ts';
import type {Review} from '../view.ts';
import {skipReason} from '../pair.ts';
import {usersToSet} from './scopes.ts';
import {partWithoutNames, replacedUsers, textToType} from './takeover.ts';

/**
 * Returns what a review offers: to apply where nothing stands in the way, to take the other way to write, to
 * enter keys for the way back, to see the commands, to change an answer, to quit.
 */
export function reviewActions(
	{blocker, isComplete, plan}: Pick<Review, 'blocker' | 'isComplete' | 'plan'>,
	context: Context,
): OfferedAction[] {
	const {change, expectation, writer, api} = context;
	const other = writer === 'cli' ? 'api' : 'cli';
	const foremost = blocker?.actions ?? (isComplete ? applyActions(plan, context) : []);
	const belonging = steps.filter((step) => belongsTo(step, change, expectation));
	// Of a file that wants nobody set there is no key to enter.
	const changes = belonging.flatMap(({id}) =>
		id === 'keys' && usersToSet(context).length === 0 ? [] : changeAction(id),
	);
	return [
		...foremost,
		// What the other way spares is the key in the process list, and a removal has none.
		...(isComplete && blocker === undefined && api !== undefined && change === 'set'
			? [offer({kind: 'writer', writer: other}, message(`action.writer.${other}`))]
			: []),
		...(plan === undefined || blocker !== undefined ? [] : formerKeyActions(plan, context)),
		...(hasSomethingToDo(plan) ? [offer('show-commands', message('action.showCommands'))] : []),
		...changes.filter(({action}) => !foremost.some((offered) => isSameAction(offered.action, action))),
		offer('quit', message('action.quitUnchanged')),
	];
}

/** So many keys are asked for at a time: once one is there, the entry of another user has its place. */
const mostFormerKeys = 3;

/** Offers to take the keys of users who are replaced, where they are not held: nobody gives them out. */
function formerKeyActions(plan: Plan, context: Context): OfferedAction[] {
	if (!context.isInteractive || context.isDryRun || skipReason(context) !== undefined) {
		return [];
	}

	const missing = replacedUsers(plan).filter((username) => plan.heldKeys?.has(username) !== true);
	return missing
		.slice(0, mostFormerKeys)
		.map((about) =>
			offer({kind: 'change', step: 'oldKeys', about}, message('action.oldKey', {username: about})),
		);
}

/** Offers to change an answer, where its step allows that. */
export function changeAction(step: StepId): OfferedAction[] {
	const {changeLabel} = stepOf(step);
	return changeLabel === undefined ? [] : [offer({kind: 'change', step}, changeLabel)];
}

/** First what takes control from nobody, where there is both: whoever confirms in haste confirms that. */
function applyActions(
	plan: Plan | undefined,
	{change, expectation, isInteractive, isDryRun, replaceAccounts}: Context,
): OfferedAction[] {
	const isSet = change === 'set';
	if (isDryRun) {
		return [offer('finish', message('action.endDryRun'))];
	}

	if ((isInteractive || expectation !== undefined) && !hasSomethingToDo(plan)) {
		return [offer('finish', message('action.nothingToDo'))];
	}

	const kept = plan === undefined || !isInteractive ? undefined : partWithoutNames(plan, replaceAccounts);
	if (plan === undefined || kept === undefined) {
		return [offer('apply', message(isSet ? 'action.apply' : 'action.applyUnset'))];
	}

	const count = plan.scopes.length;
	const names = textToType(plan, replaceAccounts);
	return [
		offer(
			'apply-part',
			message(isSet ? 'action.applyKept' : 'action.applyUnsetKept', {count: kept.scopes.length}),
		),
		offer('apply', message(isSet ? 'action.applyAll' : 'action.applyUnsetAll', {count, names})),
	];
}

/** A removal where none is set changes nothing, so there is nothing to apply. */
function hasSomethingToDo(plan: Plan | undefined): boolean {
	return plan?.scopes.some((planned) => !isNothingToDo(planned)) === true;
}
