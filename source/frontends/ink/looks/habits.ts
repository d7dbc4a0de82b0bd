/** What terminals do differently, and a picture has to reckon with. */
export interface Habits {
	/** Whether rows are broken anew when the window gets narrower. Nearly all do. */
	readonly reflows: boolean;
	/** Rows of the window that a picture must leave free. */
	readonly freeRows: number;
}

/** The habits of this terminal, as far as its environment tells. */
export function habitsOf(environment: Readonly<Record<string, string | undefined>>): Habits {
	const term = environment['TERM'] ?? '';
	const isMultiplexer = environment['TMUX'] !== undefined || /^(?:tmux|screen)/.test(term);
	return {
		reflows: environment['XTERM_VERSION'] === undefined && term !== 'linux',
		// A picture that fills the window is drawn twice. In tmux it must not begin in the first row either: what is erased
		// from there to the end of the screen is kept in the scrollback.
		freeRows: isMultiplexer ? 2 : 1,
	};
}
