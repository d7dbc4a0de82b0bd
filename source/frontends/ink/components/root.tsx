import {Box, Static, useApp, useWindowSize, type DOMElement} from 'ink';
import {memo, useEffect, useRef} from 'react';
import {topicOf} from '../../../wizard/view.ts';
import {textLine} from '../../lines/line.ts';
import {useTidyResize} from '../hooks/use-tidy-resize.ts';
import {useInterface, useStore} from '../interface.ts';
import {useKeyMap} from '../key-map.ts';
import {wrapLines} from '../layout/wrap.ts';
import {Frame} from './frame.tsx';
import {HelpScreen} from './help-screen.tsx';
import {Rows} from './rows.tsx';
import {stageScreen} from './stage-screen.tsx';

/** The least window in which every screen can be used. */
const least: Size = {columns: 40, rows: 12};

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
	const isSmall = columns < least.columns || rows < least.rows;
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

/** The transcript: it scrolls up and stays. */
function TranscriptLines({columns}: Pick<Size, 'columns'>) {
	const {transcript} = useInterface();
	const lines = useStore(transcript.lines);
	return (
		<Static items={[...lines]}>
			{(line, index) => (
				<Box key={index}>
					<Rows rows={wrapLines([line], columns - 1)} />
				</Box>
			)}
		</Static>
	);
}

/** Asks for a larger window. Everything is kept; keys do nothing meanwhile, apart from leaving. */
function SmallWindow({columns, rows}: Size) {
	const {texts} = useInterface();
	useKeyMap({bindings: []});
	const lines = [textLine(texts.text('ui.smallWindow', {...least}))];
	return <Rows rows={wrapLines(lines, columns - 1).slice(0, Math.max(1, rows - 1))} />;
}
