import {message} from '../../text/message.ts';
import type {Context} from '../context.ts';
import {steps} from '../steps/list.ts';
import type {RailEntry, Stage} from '../view.ts';

/** The way from the checks to applying, and where on it the session is. */
export function railOf(stage: Stage, context: Context): RailEntry[] {
	const current = currentOf(stage);
	const shown = steps.filter(
		(step) => step.isNeeded(context) || context.answers[step.id] !== undefined || step.id === current,
	);
	const way: ReadonlyArray<Pick<RailEntry, 'step' | 'title'>> = [
		{step: 'checks', title: message('rail.checks')},
		...shown.map(({id, title}) => ({step: id, title})),
		{step: 'review', title: message('rail.review')},
		{step: 'apply', title: message('rail.apply')},
	];
	return way.map((entry) => ({...entry, isNow: entry.step === current}));
}

/** The entry that is now; none once the session has ended. The confirmation belongs to the review. */
function currentOf(stage: Stage): RailEntry['step'] | undefined {
	switch (stage.kind) {
		case 'end': {
			return undefined;
		}

		case 'question': {
			return stage.step === 'confirm' ? 'review' : stage.step;
		}

		default: {
			return stage.kind;
		}
	}
}
