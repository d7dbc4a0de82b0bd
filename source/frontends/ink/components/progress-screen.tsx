import type {Progress} from '../../../wizard/view.ts';
import {progressLines} from '../../lines/progress-lines.ts';
import {useFittingLines} from '../hooks/use-fitting-lines.ts';
import {useInterface} from '../interface.ts';
import {helpBinding, leaveBinding} from '../keys.ts';
import {LinesScreen} from './lines-screen.tsx';

/** The scopes while they are applied, and what can be done when one was not. Esc does nothing here. */
export function ProgressScreen({progress}: {readonly progress: Progress}) {
	const ui = useInterface();
	const {texts} = ui;
	const lines = useFittingLines((room) => progressLines(progress, texts, room), progress.actions.length);
	return (
		<LinesScreen
			lines={lines}
			actions={progress.actions}
			bindings={[helpBinding(ui), leaveBinding(ui, false)]}
		/>
	);
}
