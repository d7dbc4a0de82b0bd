import type {Stage} from '../../../wizard/view.ts';
import {checkLines} from '../../lines/check-lines.ts';
import type {Line} from '../../lines/line.ts';
import {useInterface} from '../interface.ts';
import {wrapLines} from '../layout/wrap.ts';
import {Body, keyRows} from './body.tsx';
import {useBodySize} from '../interface.ts';
import {helpBinding, leaveBinding} from '../keys.ts';
import {LinesScreen} from './lines-screen.tsx';
import {Rows} from './rows.tsx';

type ChecksStage = Extract<Stage, {kind: 'checks'}>;

/** The checks. While they run, keys wait for the first question; where something is missing, what can be done is offered. */
export function ChecksScreen({stage}: {readonly stage: ChecksStage}) {
	const ui = useInterface();
	const {session, texts} = ui;
	const shown = checkLines(stage, texts);
	return stage.blocker === undefined ? (
		<RunningChecks lines={shown} />
	) : (
		<LinesScreen
			lines={shown}
			actions={stage.blocker.actions}
			bindings={[helpBinding(ui), leaveBinding(false)]}
			onChoose={(action) => {
				session.act(action);
			}}
		/>
	);
}

function RunningChecks({lines}: {readonly lines: readonly Line[]}) {
	const {width, height} = useBodySize();
	return (
		<Body bindings={[leaveBinding(false)]}>
			<Rows rows={wrapLines(lines, width).slice(0, height - keyRows(height))} />
		</Body>
	);
}
