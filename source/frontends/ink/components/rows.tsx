import {Box, Text, useAnimation} from 'ink';
import {useState} from 'react';
import {linked} from '../../lines/links.ts';
import {useInterface} from '../interface.ts';
import type {Row} from '../layout/wrap.ts';
import {markTones, tones} from '../../lines/theme.ts';

/** Draws rows below each other: each is exactly one row of the screen, whatever it holds. */
export function Rows({rows}: {readonly rows: readonly Row[]}) {
	const {glyphs, knowsLinks} = useInterface();
	return (
		<Box flexDirection="column">
			{rows.map(({mark, margin, spans, startedAt, isTurning}, index) => (
				// oxlint-disable-next-line react/no-array-index-key -- rows are places on the screen
				<Box key={index} height={1}>
					{margin > 0 ? <Text>{' '.repeat(margin)}</Text> : null}
					{mark === 'running' && isTurning === true ? (
						<Spinner />
					) : mark === 'none' ? null : (
						<Text {...tones[markTones[mark]]}>{glyphs.marks[mark]}</Text>
					)}
					<Text wrap="truncate-end">
						{mark === 'none' ? '' : ' '}
						{spans.length === 0 ? ' ' : null}
						{spans.map(({text, tone, link}, place) => (
							// oxlint-disable-next-line react/no-array-index-key -- spans have no names and never move
							<Text key={place} {...tones[tone]}>
								{/* An address can be opened whole even if it is wrapped. */}
								{link === undefined || !knowsLinks ? text : linked(text, link)}
							</Text>
						))}
					</Text>
					{startedAt === undefined ? null : <Elapsed since={startedAt} />}
				</Box>
			))}
		</Box>
	);
}

/** Spinners and seconds are drawn again together, about four times a second. */
const tick = {interval: 240};

function Spinner() {
	const {glyphs} = useInterface();
	const {frame} = useAnimation(tick);
	return <Text {...tones.name}>{glyphs.spinner[frame % glyphs.spinner.length]}</Text>;
}

/** Draws the seconds since a moment, once there are two of them. */
function Elapsed({since}: {readonly since: number}) {
	const {texts} = useInterface();
	const [drawnAt] = useState(() => Date.now());
	const {time} = useAnimation(tick);
	const seconds = Math.floor((drawnAt + time - since) / 1000);
	return seconds < 2 ? null : <Text>{` ${texts.text('ui.elapsed', {seconds})}`}</Text>;
}
