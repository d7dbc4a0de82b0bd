import {Box, useApp, useWindowSize, type DOMElement} from 'ink';
import {memo, useEffect, useRef} from 'react';
import {useTidyResize} from '../hooks/use-tidy-resize.ts';
import {useStore} from '../hooks/use-stores.ts';
import {useInterface} from '../interface.ts';
import {topicOf} from '../../../wizard/view.ts';
import {Frame} from './frame.tsx';
import {HelpScreen} from './help-screen.tsx';
import {stageScreen} from './stage-screen.tsx';
import {TranscriptLines} from './transcript-lines.tsx';
import {SmallWindow, leastColumns, leastRows} from './small-window.tsx';

/** The whole session, in the size of the window. */
export function Root() {
	const {columns, rows} = useWindowSize();
	return <SessionFrame columns={columns} rows={rows} />;
}

interface Size {
	readonly columns: number;
	readonly rows: number;
}

/**
 * The transcript above, and below it the frame of the present stage. Ink tells the size a second time when it
 * is mounted: drawn is only what changes.
 */
export const SessionFrame = memo(({columns, rows}: Size) => {
	const {view: views, screen, isHelpOpen} = useInterface();
	const view = useStore(views);
	const helpIsOpen = useStore(isHelpOpen);
	const app = useApp();
	const frame = useRef<DOMElement>(null);
	useTidyResize(frame);

	useEffect(() => {
		screen.attach(app);
	}, [screen, app]);

	const {stage} = view;
	const topic = helpIsOpen ? topicOf(stage) : undefined;
	const isSmall = columns < leastColumns || rows < leastRows;
	return (
		<>
			<TranscriptLines columns={columns} />
			<Box ref={frame} flexDirection="column">
				{stage.kind === 'end' ? null : isSmall ? (
					<SmallWindow columns={columns} rows={rows} />
				) : (
					<Frame view={view} columns={columns} rows={rows} isHelp={topic !== undefined}>
						{topic === undefined ? stageScreen(stage) : <HelpScreen topic={topic} />}
					</Frame>
				)}
			</Box>
		</>
	);
});
