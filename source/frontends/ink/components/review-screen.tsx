import type {Action} from '../../../wizard/question.ts';
import type {Review} from '../../../wizard/view.ts';
import {reviewLines} from '../../lines/review-lines.ts';
import {useInterface} from '../interface.ts';
import {backBinding, helpBinding, leaveBinding} from '../keys.ts';
import {LinesScreen} from './lines-screen.tsx';

/**
 * What is about to happen. Applying is offered only when the complete review has been on the screen to its end, and the
 * session is told at that moment.
 */
export function ReviewScreen({review}: {readonly review: Review}) {
	const ui = useInterface();
	const {session, texts} = ui;
	return (
		<LinesScreen
			lines={reviewLines(review, texts)}
			actions={review.isComplete ? actionsOf(review) : []}
			guarded="apply"
			bindings={[backBinding(ui, true), helpBinding(ui), leaveBinding(false)]}
			onSeen={() => {
				if (review.isComplete) {
					session.reviewShown();
				}
			}}
			onChoose={(id) => {
				session.act(id);
			}}
		/>
	);
}

/** What removes a blocker comes before what is always offered. */
function actionsOf({blocker: obstacle, actions}: Review): readonly Action[] {
	const mending = (obstacle?.actions ?? []).filter(({id}) => !actions.some((action) => action.id === id));
	return [...mending, ...actions];
}
