import {use, useState, type ReactNode} from 'react';
import {message} from '../../../text/message.ts';
import {byKind} from '../../../wizard/by-kind.ts';
import type {Review, Stage, Topic} from '../../../wizard/view.ts';
import {checkLines} from '../../lines/check-lines.ts';
import {helpLines} from '../../lines/help-lines.ts';
import {blankLine, textLine} from '../../lines/line.ts';
import {progressLines} from '../../lines/progress-lines.ts';
import {commandLines, reviewLines} from '../../lines/review-lines.ts';
import {BodySizeContext, useInterface} from '../interface.ts';
import type {Binding} from '../key-map.ts';
import {leaveBinding, pageBindings} from '../keys.ts';
import {pageAt} from '../hooks/use-pages.ts';
import {wrapLines} from '../layout/wrap.ts';
import {Body, keyRows} from './body.tsx';
import {LinesScreen} from './lines-screen.tsx';
import {QuestionScreen} from './question-screen.tsx';
import {Rows} from './rows.tsx';

/** Returns the screen of a stage; none once the session is over. */
export const stageScreen = byKind<Stage, [], ReactNode>({
	checks: (stage) =>
		stage.blocker === undefined ? (
			<RunningChecks checks={stage.checks} />
		) : (
			<LinesScreen
				key="checks"
				linesIn={(_, texts) => checkLines(stage, texts)}
				actions={stage.blocker.actions}
			/>
		),
	question: (stage) => <QuestionScreen stage={stage} />,
	review: ({review}) => <ReviewScreen review={review} />,
	// Esc does nothing here.
	apply: ({progress}) => (
		<LinesScreen
			key="apply"
			linesIn={(room, texts) => progressLines(progress, texts, room)}
			actions={progress.actions}
		/>
	),
	end: () => null,
});

/** Draws what runs, how many checks are done, and for how long. Keys wait for the first question. */
function RunningChecks({checks}: Pick<Extract<Stage, {kind: 'checks'}>, 'checks'>) {
	const {texts} = useInterface();
	const {width} = use(BodySizeContext);
	const [startedAt] = useState(() => Date.now());
	const running = checks.filter(({state}) => state === 'running');
	const label = running[0] === undefined ? '' : texts.say(running[0].label);
	const {length: count} = checks;
	const text = texts.text('check.runningOf', {label, done: count - running.length, count});
	return (
		<Body keys={{bindings: [leaveBinding(false)]}} isActive={false}>
			<Rows rows={wrapLines([textLine(text, {mark: 'running', startedAt})], width)} />
		</Body>
	);
}

/**
 * Draws what is about to happen. Applying is offered only once the complete review has been on the screen to
 * its end, and the session is told at that moment. On request, the commands are shown in its place.
 */
function ReviewScreen({review}: {readonly review: Review}) {
	const {session} = useInterface();
	const [showsCommands, setShowsCommands] = useState(false);
	if (showsCommands && review.commands.length > 0) {
		const leave = (): void => setShowsCommands(false);
		return (
			<LinesScreen
				key="commands"
				linesIn={(_, texts) => commandLines(review, texts)}
				actions={[{action: {kind: 'show-commands'}, label: message('action.backToReview')}]}
				onBack={leave}
				onChoose={leave}
			/>
		);
	}

	// The line of the key already says that a pair was accepted.
	const {pairCheck} = review;
	const said = pairCheck?.key.startsWith('pair.valid') === true ? {...review, pairCheck: undefined} : review;
	return (
		<LinesScreen
			key="review"
			linesIn={(room, texts) => reviewLines(said, texts, room)}
			actions={review.isComplete ? review.actions : []}
			// Actions that change something are offered only once all of the review has been seen.
			isGuarded={({kind}) => kind === 'apply' || kind === 'apply-part'}
			onBack={() => session.back()}
			onSeen={review.isComplete ? () => session.reviewShown() : undefined}
			onChoose={(action) => (action.kind === 'show-commands' ? setShowsCommands(true) : session.act(action))}
		/>
	);
}

/** Draws the help for a step, in place of the step, until a key closes it. */
export function HelpScreen({topic}: {readonly topic: Topic}) {
	const {texts, isHelpOpen} = useInterface();
	const {width, height} = use(BodySizeContext);
	const room = height - keyRows(height);
	const lines = helpLines(topic, texts);
	const dense = wrapLines(lines, width);
	// Lines are set apart by empty rows, if there is room for them.
	const airy = lines.flatMap((line, index) => (index === 0 ? [line] : [blankLine, line]));
	const rows = dense.length + lines.length - 1 > room ? dense : wrapLines(airy, width);
	const [top, setTop] = useState(0);
	const page = pageAt(top, rows.length, Math.min(rows.length, room));
	const close: Binding = {
		on: ['escape', 'back-tab', '?', 'enter'],
		label: 'ui.key.close',
		run: () => isHelpOpen.set(false),
	};
	const bindings = [close, ...pageBindings({page, goTo: setTop}, rows.length, false), leaveBinding()];
	return (
		<Body keys={{bindings}}>
			<Rows rows={rows.slice(page.top, page.top + page.height)} />
		</Body>
	);
}
