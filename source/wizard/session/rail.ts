import {message} from '../../text/message.ts';
import type {Context} from '../context.ts';
import {steps} from '../steps/list.ts';
import type {RailEntry, Stage} from '../view.ts';

/** The way from checks to apply: what is done, what is asked now, what is to come. */
export function railOf(stage: Stage, context: Context): RailEntry[] {
	const current = currentOf(stage);
	const shown = steps.filter(
		(step) => step.isNeeded(context) || context.answers[step.id] !== undefined || step.id === current,
	);
	const order: ReadonlyArray<Pick<RailEntry, 'step' | 'title'>> = [
		{step: 'checks', title: message('rail.checks')},
		...shown.map(({id, title}) => ({step: id, title})),
		{step: 'review', title: message('rail.review')},
		{step: 'apply', title: message('rail.apply')},
	];
	const now = order.findIndex(({step}) => step === current);
	return order.map((entry, index) => {
		if (index === now) {
			return {...entry, state: 'now'};
		}

		const isDone = now === -1 || index < now || entry.step in context.answers;
		return {...entry, state: isDone ? 'done' : 'to-come'};
	});
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
