/** What terminals do differently, and a frame has to reckon with. */
export interface TerminalCapabilities {
	/** What happens to rows that are too wide when the window gets narrower. */
	readonly reflow: Reflow;
	/** Rows of the window that a frame must leave free. */
	readonly freeRows: number;
}

/**
 * `none`: they are cut, or it is not known: what was never broken must not be taken away. `exact`: they are broken anew,
 * and the cursor stays where it was in the text. `all-above`: the same, but the cursor is moved as if all of that
 * happened above it (xterm.js).
 */
export type Reflow = 'none' | 'exact' | 'all-above';

type Environment = Readonly<Record<string, string | undefined>>;

/** The capabilities of this terminal, as far as its environment tells. */
export function capabilitiesOf(environment: Environment): TerminalCapabilities {
	const term = environment['TERM'] ?? '';
	const isMultiplexer = environment['TMUX'] !== undefined || /^(?:tmux|screen)/.test(term);
	return {
		reflow: reflowOf(environment),
		// A frame that fills the window is drawn twice. In tmux it must not begin in the first row either: what is erased
		// from there to the end of the screen is kept in the scrollback.
		freeRows: isMultiplexer ? 2 : 1,
	};
}

/** Names that terminals give themselves, of those that break rows anew. */
const reflowing = /^(?:iterm\.app|apple_terminal|wezterm|ghostty|warpterminal|rio)$/i;
const signs = [
	'TMUX',
	'VTE_VERSION',
	'KITTY_WINDOW_ID',
	'KONSOLE_VERSION',
	'WT_SESSION',
	'ALACRITTY_WINDOW_ID',
];

function reflowOf(environment: Environment): Reflow {
	const program = environment['TERM_PROGRAM'] ?? '';
	if (environment['TMUX'] === undefined && /^(?:vscode|hyper|tabby)$/i.test(program)) {
		return 'all-above';
	}

	return reflowing.test(program) || signs.some((sign) => environment[sign] !== undefined) ? 'exact' : 'none';
}
