import {Box, useApp, useWindowSize, type DOMElement} from 'ink';
import {memo, useEffect, useRef} from 'react';
import {useStore} from '../hooks/use-store.ts';
import {useTidyResize} from '../hooks/use-tidy-resize.ts';
import {useView} from '../hooks/use-view.ts';
import {useInterface} from '../interface.ts';
import {topicOf} from '../models/help-topic.ts';
import type {Stage} from '../../../wizard/view.ts';
import {BoardScreen} from './board-screen.tsx';
import {ChecksScreen} from './checks-screen.tsx';
import {Frame} from './frame.tsx';
import {HelpScreen} from './help-screen.tsx';
import {QuestionScreen} from './question-screen.tsx';
import {RecordLines} from './record.tsx';
import {ReviewScreen} from './review-screen.tsx';
import {SmallWindow, leastColumns, leastRows} from './small-window.tsx';

/** The whole session, in the size of the window. */
export function Application() {
	const {columns, rows} = useWindowSize();
	return <SessionPicture columns={columns} rows={rows} />;
}

interface Size {
	readonly columns: number;
	readonly rows: number;
}

/**
 * The record above, and below it the picture of the present stage. Ink tells the size a second time when it is mounted:
 * drawn is only what changes.
 */
const SessionPicture = memo(({columns, rows}: Size) => {
	const {screen, isHelpOpen} = useInterface();
	const view = useView();
	const helpIsOpen = useStore(isHelpOpen);
	const app = useApp();
	const picture = useRef<DOMElement>(null);
	useTidyResize(picture);

	useEffect(() => {
		screen.attach({
			waitUntilRenderFlush: app.waitUntilRenderFlush,
			suspendTerminal: async (run) => {
				await app.suspendTerminal(run);
			},
		});
	}, [screen, app]);

	const {stage} = view;
	const topic = topicOf(stage);
	const isSmall = columns < leastColumns || rows < leastRows;
	return (
		<>
			<RecordLines view={view} columns={columns} />
			<Box ref={picture} flexDirection="column">
				{stage.kind === 'end' ? null : isSmall ? (
					<SmallWindow columns={columns} rows={rows} />
				) : (
					<Frame view={view} columns={columns} rows={rows}>
						{helpIsOpen && topic !== undefined ? <HelpScreen topic={topic} /> : <StageScreen stage={stage} />}
					</Frame>
				)}
			</Box>
		</>
	);
});

function StageScreen({stage}: {readonly stage: Stage}) {
	switch (stage.kind) {
		case 'checks': {
			return <ChecksScreen stage={stage} />;
		}

		case 'question': {
			return <QuestionScreen stage={stage} />;
		}

		case 'review': {
			return <ReviewScreen review={stage.review} />;
		}

		case 'apply': {
			return <BoardScreen board={stage.board} />;
		}

		case 'end': {
			return null;
		}
	}
}
