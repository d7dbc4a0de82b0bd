import {Text} from 'ink';
import type {Loading} from '../../../wizard/question.ts';
import {useDelayed} from '../hooks/use-delayed.ts';
import {useInterface} from '../interface.ts';
import {wrapLines} from '../models/wrap.ts';
import {RowLine} from './row-line.tsx';

interface ListLoadingProps {
	readonly loading: Extract<Loading, {state: 'loading'}>;
	readonly width: number;
}

/** In place of a list that is being read: the command and for how long, once that is worth saying. */
export function ListLoading({loading, width}: ListLoadingProps) {
	const {texts} = useInterface();
	const isWorthSaying = useDelayed(100);
	const [row] = wrapLines(
		[{mark: 'running', indent: 0, spans: [{text: texts.text('ui.running', {command: loading.command}), tone: 'dim'}], startedAt: loading.startedAt}],
		width,
	);
	return isWorthSaying && row !== undefined ? <RowLine row={{...row, startedAt: loading.startedAt}} /> : <Text> </Text>;
}
