import {Text} from 'ink';
import {useNow} from '../hooks/use-now.ts';
import {useInterface} from '../interface.ts';

/** The seconds since a moment, from the first whole one on. */
export function Elapsed({since}: {readonly since: number}) {
	const {texts} = useInterface();
	const seconds = Math.floor((useNow(since) - since) / 1000);
	return seconds < 1 ? null : <Text dimColor>{` ${texts.text('ui.elapsed', {seconds})}`}</Text>;
}
