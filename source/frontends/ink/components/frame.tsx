import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import type {Stage, View} from '../../../wizard/view.ts';
import {useInterface} from '../interface.ts';
import {BodySizeContext} from '../interface.ts';
import {Header, useHeader} from './header.tsx';
import {Rail} from './rail.tsx';

interface FrameProps {
	readonly view: View;
	readonly columns: number;
	readonly rows: number;
	readonly children: ReactNode;
}

/**
 * The frame around every screen: header, steps, an empty row. Never as high as the window: see `freeRows`.
 */
export function Frame({view, columns, rows, children}: FrameProps) {
	// The last column stays free: some terminals wrap what is written into it.
	const width = columns - 1;
	// A review has much to say and must be seen whole: it gets every row that can be spared.
	const isLoose = view.stage.kind !== 'review' || rows >= 30;
	const {freeRows} = useInterface();
	const header = useHeader(view.place, width, rows >= 18 && isLoose ? 2 : 1);
	const spare = rows >= 14 ? 1 : 0;
	const lead = hasLead(view.stage, rows) ? 1 : 0;
	const top = lead + Math.max(1, header.places.length) + 1 + spare;
	return (
		<Box flexDirection="column" paddingRight={1}>
			{lead === 1 ? <Text> </Text> : null}
			<Header {...header} />
			<Rail rail={view.rail} width={width} />
			{spare === 1 ? <Text> </Text> : null}
			<BodySizeContext value={{width, height: rows - freeRows - top, top}}>{children}</BodySizeContext>
		</Box>
	);
}

/** Whether an empty row stands between the record and the frame: where the rows are not needed for a list or a review. */
function hasLead(stage: Stage, rows: number): boolean {
	const isShort = stage.kind === 'question' && !('options' in stage.question);
	return rows >= (isShort ? 18 : 28);
}
