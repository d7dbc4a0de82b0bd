import type {Board} from '../../../wizard/view.ts';
import {boardLines} from '../../lines/board-lines.ts';
import {useInterface} from '../interface.ts';
import {leaveBinding} from './global-bindings.ts';
import {LinesScreen} from './lines-screen.tsx';

/** The scopes while they are applied, and what can be done when one was not. Esc does nothing here. */
export function BoardScreen({board}: {readonly board: Board}) {
	const {session, texts} = useInterface();
	return (
		<LinesScreen
			lines={boardLines(board, texts)}
			actions={board.actions}
			bindings={[leaveBinding(false)]}
			onChoose={(id) => {
				session.act(id);
			}}
		/>
	);
}
