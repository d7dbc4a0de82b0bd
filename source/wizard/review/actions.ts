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
 * Returns what a review offers: to apply if nothing blocks, to use the other writer, to enter keys for the
 * way back, to show the commands, to change an answer, to quit.
 */
export function reviewActions(
	{blocker, isComplete, plan}: Pick<Review, 'blocker' | 'isComplete' | 'plan'>,
	context: Context,
): OfferedAction[] {
	const {change, expectation, writer, api} = context;
	const other = writer === 'cli' ? 'api' : 'cli';
	const foremost = blocker?.actions ?? (isComplete ? applyActions(plan, context) : []);
	const belonging = steps.filter((step) => belongsTo(step, change, expectation));
	// A file that sets nobody needs no key.
	const changes = belonging.flatMap(({id}) =>
		id === 'keys' && usersToSet(context).length === 0 ? [] : changeAction(id),
	);
	return [
		...foremost,
		// Only the CLI has the key in the process list; a removal has no key, so no reason to switch.
		...(isComplete && blocker === undefined && api !== undefined && change === 'set'
			? [offer({kind: 'writer', writer: other}, message(`action.writer.${other}`))]
			: []),
		...(plan === undefined || blocker !== undefined ? [] : formerKeyActions(plan, context)),
		...(hasSomethingToDo(plan) ? [offer('show-commands', message('action.showCommands'))] : []),
		...changes.filter(({action}) => !foremost.some((offered) => isSameAction(offered.action, action))),
		offer('quit', message('action.quitUnchanged')),
	];
}

/** How many keys are offered at a time; entering one makes room for the entry of another user. */
const mostFormerKeys = 3;

/** Offers to enter the keys of replaced users that are not held yet: nobody hands them out. */
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

/** Offers to change an answer, if its step allows that. */
export function changeAction(step: StepId): OfferedAction[] {
	const {changeLabel} = stepOf(step);
	return changeLabel === undefined ? [] : [offer({kind: 'change', step}, changeLabel)];
}

/** Offers to apply, first the part that takes control from nobody: a hasty Enter takes the first entry. */
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

/** Reports whether a plan changes anything: a removal where none is set does not. */
function hasSomethingToDo(plan: Plan | undefined): boolean {
	return plan?.scopes.some((planned) => !isNothingToDo(planned)) === true;
}
