import type {Environment} from '../../../shell/environment.ts';

/**
 * Rows of the window that a frame leaves free. One that fills the window is drawn twice. In tmux and screen
 * it must not begin in the first row: what is erased from there to the end of the screen goes to the
 * scrollback.
 */
export function freeRowsIn({TMUX, TERM = ''}: Environment): number {
	return TMUX !== undefined || /^(?:tmux|screen)/.test(TERM) ? 2 : 1;
}
