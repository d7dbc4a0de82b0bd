import type {Progress} from '../../../wizard/view.ts';
import {progressLines} from '../../lines/progress-lines.ts';
import {useInterface} from '../interface.ts';
import {helpBinding, leaveBinding} from '../keys.ts';
import {LinesScreen} from './lines-screen.tsx';

/** The scopes while they are applied, and what can be done when one was not. Esc does nothing here. */
export function ProgressScreen({progress}: {readonly progress: Progress}) {
	const ui = useInterface();
	const {session, texts} = ui;
	return (
		<LinesScreen
			lines={progressLines(progress, texts)}
			actions={progress.actions}
			bindings={[helpBinding(ui), leaveBinding(false)]}
			onChoose={(action) => {
				session.act(action);
			}}
		/>
	);
}
