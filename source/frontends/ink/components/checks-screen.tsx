import {useState} from 'react';
import type {Stage} from '../../../wizard/view.ts';
import {checkLines} from '../../lines/check-lines.ts';
import {textLine} from '../../lines/line.ts';
import {useHardwareCursor} from '../hooks/use-hardware-cursor.ts';
import {useBodySize, useInterface} from '../interface.ts';
import {helpBinding, leaveBinding} from '../keys.ts';
import {wrapLines} from '../layout/wrap.ts';
import {Body} from './body.tsx';
import {LinesScreen} from './lines-screen.tsx';
import {Rows} from './rows.tsx';

type ChecksStage = Extract<Stage, {kind: 'checks'}>;

/** The checks. While they run, keys wait for the first question; a blocker offers its actions. */
export function ChecksScreen({stage}: {readonly stage: ChecksStage}) {
	const ui = useInterface();
	const {texts} = ui;
	return stage.blocker === undefined ? (
		<RunningChecks stage={stage} />
	) : (
		<LinesScreen
			lines={checkLines(stage, texts)}
			actions={stage.blocker.actions}
			bindings={[helpBinding(ui), leaveBinding(ui, false)]}
		/>
	);
}

/** What runs, how many are done, and for how long. */
function RunningChecks({stage: {checks}}: {readonly stage: ChecksStage}) {
	const ui = useInterface();
	const {texts} = ui;
	const {width} = useBodySize();
	const [startedAt] = useState(() => Date.now());
	useHardwareCursor(undefined);
	const running = checks.filter(({state}) => state === 'running');
	const [first] = running;
	const done = checks.length - running.length;
	const line = textLine(
		texts.text('check.runningOf', {
			label: first === undefined ? '' : texts.say(first.label),
			done,
			count: checks.length,
		}),
		{
			mark: 'running',
			startedAt,
		},
	);
	return (
		<Body bindings={[leaveBinding(ui, false)]}>
			<Rows rows={wrapLines([line], width)} />
		</Body>
	);
}
