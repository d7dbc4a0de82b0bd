import {Text} from 'ink';
import type {Loading} from '../../../wizard/question.ts';
import {useDelayed} from '../hooks/use-delayed.ts';
import {useInterface} from '../interface.ts';
import {cutTo} from '../models/width.ts';
import {elapsedWidth, markWidth} from '../models/wrap.ts';
import {RowLine} from './row-line.tsx';

interface ListLoadingProps {
	readonly loading: Extract<Loading, {state: 'loading'}>;
	readonly width: number;
}

/** In place of a list that is being read: the command and for how long, once that is worth saying. */
export function ListLoading({loading, width}: ListLoadingProps) {
	const {texts, glyphs} = useInterface();
	const isWorthSaying = useDelayed(100);
	const command = texts.text('ui.running', {command: loading.command});
	const text = cutTo(command, width - markWidth - elapsedWidth, glyphs.ellipsis);
	return isWorthSaying ? (
		<RowLine row={{mark: 'running', margin: 0, spans: [{text, tone: 'dim'}], startedAt: loading.startedAt}} />
	) : (
		<Text> </Text>
	);
}
