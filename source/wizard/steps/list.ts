import type {StepId} from '../answers.ts';
import type {Known, Step} from '../step.ts';
import {groupStep} from './group.ts';
import {keyStep} from './key.ts';
import {keysStep} from './keys.ts';
import {listAccountStep} from './list-account.ts';
import {oldKeysStep} from './old-keys.ts';
import {regionStep} from './region.ts';
import {resumeStep} from './resume.ts';
import {userStep} from './user.ts';

/** The steps in the order in which they are asked. A new question is a new file and a line here. */
export const steps = [
	resumeStep,
	listAccountStep,
	userStep,
	keyStep,
	keysStep,
	groupStep,
	regionStep,
	oldKeysStep,
] as const;

/** Returns the step with this id. */
export function stepOf<Id extends StepId>(id: Id): Step<Id> {
	const step = steps.find((candidate) => candidate.id === id);
	if (step === undefined) {
		throw new Error(`There is no step named ${id}`);
	}

	return step as unknown as Step<Id>;
}

/** Reports whether sessions for this change need a step when nothing is known, targeted, or given. */
export function belongsTo(
	step: (typeof steps)[number],
	change: 'set' | 'unset',
	expectation?: Known['expectation'],
): boolean {
	return step.isNeeded({change, isDryRun: false, isWhereSet: false, expectation, place: {loggedIn: false}});
}
