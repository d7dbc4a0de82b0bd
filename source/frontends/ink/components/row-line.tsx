import {Box, Text} from 'ink';
import {useInterface} from '../interface.ts';
import {markTones, tones} from '../looks/theme.ts';
import type {Row} from '../models/wrap.ts';
import {Elapsed} from './elapsed.tsx';
import {Spinner} from './spinner.tsx';
import {StyledSpans} from './styled-spans.tsx';

/** One row of the screen: always exactly one, whatever it holds. */
export function RowLine({row}: {readonly row: Row}) {
	const {glyphs} = useInterface();
	const {mark, margin, spans, startedAt} = row;
	return (
		<Box height={1}>
			{margin > 0 ? <Text>{' '.repeat(margin)}</Text> : null}
			{mark === 'running' ? (
				<Spinner />
			) : mark === 'none' ? null : (
				<Text {...tones[markTones[mark]]}>{glyphs.marks[mark]}</Text>
			)}
			<Text wrap="truncate-end">
				{mark === 'none' ? '' : ' '}
				{spans.length === 0 ? ' ' : <StyledSpans spans={spans} />}
			</Text>
			{startedAt === undefined ? null : <Elapsed since={startedAt} />}
		</Box>
	);
}
