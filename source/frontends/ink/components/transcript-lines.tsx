import {Box, Static} from 'ink';
import {useStore} from '../hooks/use-stores.ts';
import {useInterface} from '../interface.ts';
import {wrapLines} from '../layout/wrap.ts';
import {Rows} from './rows.tsx';

/** The transcript: it scrolls up and stays. */
export function TranscriptLines({columns}: {readonly columns: number}) {
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
