import {Box, Static, Text, useApp, useWindowSize, type DOMElement} from 'ink';
import {memo, useEffect, useLayoutEffect, useRef, type ReactNode} from 'react';
import {topicOf, type View} from '../../../wizard/view.ts';
import {answeredLines} from '../../lines/check-lines.ts';
import {textLine, type Line} from '../../lines/line.ts';
import {cutTo} from '../../lines/width.ts';
import {useTidyResize} from '../hooks/use-tidy-resize.ts';
import {BodySizeContext, useInterface, useStore} from '../interface.ts';
import {useKeyMap} from '../key-map.ts';
import {usualHeight} from '../layout/reflow.ts';
import {markWidth, wrapLines, type Row} from '../layout/wrap.ts';
import {Rows} from './rows.tsx';
import {HelpScreen, stageScreen} from './stage-screen.tsx';

/** The smallest window in which every screen can be used. */
const least: Size = {columns: 40, rows: 12};

/** A low and narrow frame can be erased whole when the window changes; only tables get all there is. */
const usualWidth = 79;
/** A window of fewer rows has none to spare. */
const lowWindow = 20;
const narrowWindow = 60;

/** The minimum rows of a screen. */
const leastBody = 9;

/** Draws the whole session in the size of the window. */
export function Root() {
	const {columns, rows} = useWindowSize();
	return <SessionFrame columns={columns} rows={rows} />;
}

interface Size {
	readonly columns: number;
	readonly rows: number;
}

/** Draws transcript and frame. Memoized: Ink reports the size a second time when it is mounted. */
export const SessionFrame = memo(({columns, rows}: Size) => {
	const {view: views, screen, isHelpOpen} = useInterface();
	const view = useStore(views);
	const helpIsOpen = useStore(isHelpOpen);
	const app = useApp();
	const frame = useRef<DOMElement>(null);
	useTidyResize(frame);

	useEffect(() => screen.attach(app), [screen, app]);
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

interface FrameProps extends Size {
	readonly view: View;
	/** Whether help is open: it also takes the rows of the answers, if it needs them. */
	readonly isHelp: boolean;
	readonly children: ReactNode;
}

/** Draws the answers, an empty row and the screen. Never as high as the window: see `freeRows`. */
function Frame({view, columns, rows, isHelp, children}: FrameProps) {
	const {freeRows, glyphs, texts, drawn, transcript} = useInterface();
	const isTable = view.stage.kind === 'review' || view.stage.kind === 'apply';
	// In a narrow window help has many rows, and none of them ever wraps.
	const needsAll = isHelp ? columns < narrowWindow : isTable;
	const isLow = rows < lowWindow;
	// The last column stays free: some terminals wrap what is written into it.
	const width = isTable && !isHelp ? columns - 1 : Math.min(columns - 1, usualWidth);
	const entries = transcript.open(view);
	// What tmux pushes out of sight may be answers, as far as there are any.
	const answers = entries.length + transcript.kept;
	const spare = freeRows === 1 ? 0 : isHelp ? 3 : answers < 2 ? 1 : 0;
	const most = needsAll
		? // The title above it stays visible.
			rows - (isLow ? freeRows : 3)
		: Math.min(rows - freeRows, usualHeight(rows)) - transcript.kept - spare;
	const answered = rowsOf(answeredLines(entries, texts), Math.min(width, usualWidth), glyphs.ellipsis);
	// The last answers, nearest to the question, give way last; in a low window a confirmation stands alone.
	const isGate = view.stage.kind === 'question' && view.stage.question.kind === 'typed-confirm';
	const isAlone = isHelp ? isLow || needsAll : isLow && isGate;
	const shown = isAlone ? [] : answered.slice(-Math.max(1, most - leastBody));
	useLayoutEffect(() => {
		drawn.change({answered: shown.length === entries.length ? entries : []});
	});
	const isBelowSomething = shown.length + transcript.kept + transcript.lines.get().length > 0;
	const gap = isBelowSomething && most >= 13 ? 1 : 0;
	const top = shown.length + gap;
	return (
		<Box flexDirection="column" paddingRight={1}>
			<Rows rows={shown} />
			{gap === 1 ? <Text> </Text> : null}
			<BodySizeContext value={{width, height: most - top, top}}>{children}</BodySizeContext>
		</Box>
	);
}

/** Returns an answer as one row, cut to fit; one that is not good is shown whole. */
function rowsOf(lines: readonly Line[], width: number, ellipsis: string): Row[] {
	return lines.flatMap((line) => {
		const spans =
			line.mark === 'good'
				? line.spans.map((span) => ({...span, text: cutTo(span.text, width - markWidth, ellipsis)}))
				: line.spans;
		return wrapLines([{...line, spans}], width);
	});
}

/** Draws the transcript, which scrolls up and stays. */
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

/** Asks for a larger window. All state is kept; meanwhile keys do nothing, apart from leaving. */
function SmallWindow({columns, rows}: Size) {
	const {texts} = useInterface();
	useKeyMap({bindings: []});
	const lines = [textLine(texts.text('ui.smallWindow', {...least}))];
	return <Rows rows={wrapLines(lines, columns - 1).slice(0, Math.max(1, rows - 1))} />;
}
