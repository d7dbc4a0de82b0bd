import {Text, useAnimation} from 'ink';
import {useInterface} from '../interface.ts';

/** Turns while it is visible; drawn again ten times a second. */
export function Spinner() {
	const {glyphs} = useInterface();
	const {frame} = useAnimation({interval: 100});
	return <Text color="cyan">{glyphs.spinner[frame % glyphs.spinner.length]}</Text>;
}
