import type {Board} from '../../../wizard/view.ts';
import {boardLines} from '../../lines/board-lines.ts';
import {useInterface} from '../interface.ts';
import {helpBinding, leaveBinding} from '../keys.ts';
import {LinesScreen} from './lines-screen.tsx';

/** The scopes while they are applied, and what can be done when one was not. Esc does nothing here. */
export function BoardScreen({board}: {readonly board: Board}) {
	const ui = useInterface();
	const {session, texts} = ui;
	return (
		<LinesScreen
			lines={boardLines(board, texts)}
			actions={board.actions}
			bindings={[helpBinding(ui), leaveBinding(false)]}
			onChoose={(id) => {
				session.act(id);
			}}
		/>
	);
}
