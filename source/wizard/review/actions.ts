import {message} from '../../text/message.ts';
import type {Context} from '../context.ts';
import type {StepId} from '../answers.ts';
import type {OfferedAction} from '../action.ts';
import {belongsTo, stepOf, steps} from '../steps/list.ts';
import type {Blocker} from '../view.ts';

/** What a review offers: to apply where nothing stands in the way, to change an answer, to quit. */
export function reviewActions(
	blocker: Blocker | undefined,
	isComplete: boolean,
	hasSomethingToDo: boolean,
	{change, expectation, isAttended, isDryRun, writer, api}: Context,
): OfferedAction[] {
	const apply: OfferedAction = {
		action: {kind: 'apply'},
		label: message(change === 'set' ? 'action.apply' : 'action.applyUnset'),
	};
	const finish = (label: 'action.endDryRun' | 'action.nothingToDo'): OfferedAction => ({
		action: {kind: 'finish'},
		label: message(label),
	});
	const first = isDryRun
		? finish('action.endDryRun')
		: hasSomethingToDo || (!isAttended && expectation === undefined)
			? apply
			: finish('action.nothingToDo');
	const other = writer === 'cli' ? 'api' : 'cli';
	return [
		...(blocker === undefined ? (isComplete ? [first] : []) : blocker.actions),
		...steps.flatMap((step) => (belongsTo(step, change, expectation) ? changeAction(step.id) : [])),
		// What the other way spares is the key in the process list, and a removal has none.
		...(isComplete && blocker === undefined && api !== undefined && change === 'set'
			? [{action: {kind: 'writer', writer: other}, label: message(`action.writer.${other}`)} as const]
			: []),
		{action: {kind: 'quit'}, label: message('action.quitUnchanged')},
	];
}

/** Offers to change an answer, where its step allows that. */
export function changeAction(step: StepId): OfferedAction[] {
	const {changeLabel} = stepOf(step);
	return changeLabel === undefined ? [] : [{action: {kind: 'change', step}, label: changeLabel}];
}
