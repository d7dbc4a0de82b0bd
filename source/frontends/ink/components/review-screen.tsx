import {useState} from 'react';
import {message} from '../../../text/message.ts';
import type {Action} from '../../../wizard/action.ts';
import type {Review} from '../../../wizard/view.ts';
import {commandLines, reviewLines} from '../../lines/review-lines.ts';
import {useFittingLines} from '../hooks/use-fitting-lines.ts';
import {useInterface} from '../interface.ts';
import {backBinding, helpBinding, leaveBinding} from '../keys.ts';
import {LinesScreen} from './lines-screen.tsx';

/**
 * What is about to happen. Applying is offered only when the complete review has been on the screen to its
 * end, and the session is told at that moment. What will run is shown in its place, for who asks.
 */
export function ReviewScreen({review}: {readonly review: Review}) {
	const [showsCommands, setShowsCommands] = useState(false);
	return showsCommands && review.commands.length > 0 ? (
		<CommandsScreen review={review} onLeave={() => setShowsCommands(false)} />
	) : (
		<WholeReview review={review} onShowCommands={() => setShowsCommands(true)} />
	);
}

function WholeReview({
	review,
	onShowCommands,
}: {
	readonly review: Review;
	readonly onShowCommands: () => void;
}) {
	const ui = useInterface();
	const {session, texts} = ui;
	const actions = review.isComplete ? review.actions : [];
	// A pair that was accepted is said by the line of its key.
	const {pairCheck} = review;
	const said = pairCheck?.key.startsWith('pair.valid') === true ? {...review, pairCheck: undefined} : review;
	const lines = useFittingLines((room) => reviewLines(said, texts, room), actions.length);
	return (
		<LinesScreen
			lines={lines}
			actions={actions}
			isGuarded={applies}
			bindings={[backBinding(ui, true), helpBinding(ui), leaveBinding(ui, false)]}
			onSeen={() => {
				if (review.isComplete) {
					session.reviewShown();
				}
			}}
			onChoose={(action) => {
				if (action.kind === 'show-commands') {
					onShowCommands();
				} else {
					session.act(action);
				}
			}}
		/>
	);
}

/** What will run, whole and to be copied. */
function CommandsScreen({review, onLeave}: {readonly review: Review; readonly onLeave: () => void}) {
	const ui = useInterface();
	return (
		<LinesScreen
			lines={commandLines(review, ui.texts)}
			actions={[{action: {kind: 'show-commands'}, label: message('action.backToReview')}]}
			bindings={[{...backBinding(ui, true), run: onLeave}, helpBinding(ui), leaveBinding(ui, false)]}
			onChoose={onLeave}
		/>
	);
}

/** Whether an action changes something, so that all of the review has to be seen before. */
function applies({kind}: Action): boolean {
	return kind === 'apply' || kind === 'apply-part';
}
