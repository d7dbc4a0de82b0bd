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
			actions={review.isComplete ? review.actions : []}
			guarded="apply"
			bindings={[backBinding(ui, true), helpBinding(ui), leaveBinding(false)]}
			onSeen={() => {
				if (review.isComplete) {
					session.reviewShown();
				}
			}}
			onChoose={(action) => {
				session.act(action);
			}}
		/>
	);
}
