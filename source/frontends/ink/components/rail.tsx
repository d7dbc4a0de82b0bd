import {Box, Text} from 'ink';
import type {RailEntry} from '../../../wizard/view.ts';
import {useInterface} from '../interface.ts';
import {selected, tones} from '../../lines/theme.ts';
import {widthOf} from '../../lines/width.ts';

/** The steps in one row: done, now, to come. Where that is too wide, only which one this is. */
export function Rail({rail, width}: {readonly rail: readonly RailEntry[]; readonly width: number}) {
	const {texts, glyphs} = useInterface();
	const signs = {done: glyphs.done, now: glyphs.now, 'to-come': glyphs.toCome};
	const entries = rail.map(({title, state, step}) => ({
		step,
		state,
		text: `${signs[state]} ${texts.say(title)}`,
	}));
	const whole = entries.map(({text}) => text).join('  ');
	const now = rail.findIndex(({state}) => state === 'now');
	if (widthOf(whole) > width) {
		const title = rail[now]?.title;
		return (
			<Text wrap="truncate-end" bold>
				{title === undefined
					? ' '
					: texts.text('ui.rail', {number: now + 1, count: rail.length, title: texts.say(title)})}
			</Text>
		);
	}

	return (
		<Box height={1}>
			<Text wrap="truncate-end">
				{entries.map(({step, state, text}, index) => (
					<Text key={step} {...(state === 'now' ? selected : state === 'done' ? {} : tones.dim)}>
						{index === 0 ? '' : '  '}
						{state === 'done' ? (
							<>
								<Text {...tones.good}>{signs.done}</Text>
								<Text dimColor>{text.slice(signs.done.length)}</Text>
							</>
						) : (
							text
						)}
					</Text>
				))}
			</Text>
		</Box>
	);
}
