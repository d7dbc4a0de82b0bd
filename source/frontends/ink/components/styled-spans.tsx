import {Text} from 'ink';
import type {Span} from '../../lines/line.ts';
import {tones} from '../looks/theme.ts';

/** Text in the looks of its tones. */
export function StyledSpans({spans}: {readonly spans: readonly Span[]}) {
	return spans.map(({text, tone}, index) => (
		// oxlint-disable-next-line react/no-array-index-key -- spans have no names and never move
		<Text key={index} {...tones[tone]}>
			{text}
		</Text>
	));
}
