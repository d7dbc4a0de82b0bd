import {Static, Box} from 'ink';
import {useMemo} from 'react';
import {recordLine} from '../../lines/check-lines.ts';
import {reportLines} from '../../lines/report-lines.ts';
import type {Line} from '../../lines/line.ts';
import type {View} from '../../../wizard/view.ts';
import {useInterface} from '../interface.ts';
import {wrapLines} from '../models/wrap.ts';
import {Rows} from './rows.tsx';

interface RecordProps {
	readonly view: View;
	readonly columns: number;
}

/** What is decided and done, each once and for good: it scrolls up and stays as the record; at the end the report. */
export function RecordLines({view, columns}: RecordProps) {
	const {texts} = useInterface();
	const {record, stage} = view;
	const report = stage.kind === 'end' ? stage.report : undefined;
	const items = useMemo(() => {
		const entries = record.map((entry): {id: string; line: Line} => ({
			id: `record ${entry.id}`,
			line: recordLine(entry, texts),
		}));
		const ending = report === undefined ? [] : reportLines(report, texts);
		return [...entries, ...ending.map((line, index) => ({id: `report ${index}`, line}))];
	}, [record, report, texts]);
	return (
		<Static items={items}>
			{({id, line}) => (
				<Box key={id}>
					<Rows rows={wrapLines([line], columns - 1)} />
				</Box>
			)}
		</Static>
	);
}
