import type {Environment} from '../../shell/environment.ts';

/** Terminals that support links, by the names they give themselves and by variables that only they set. */
const linking = /^(?:iterm\.app|wezterm|vscode|ghostty|hyper|tabby|rio|mintty)$/i;
const linkingTerm = /^(?:xterm-kitty|xterm-ghostty|alacritty|foot|wezterm|contour)/;
const signs = ['KITTY_WINDOW_ID', 'KONSOLE_VERSION', 'WT_SESSION', 'ALACRITTY_WINDOW_ID'];

/** Reports whether the environment's terminal supports links (OSC 8); `FORCE_HYPERLINK` decides if set. */
export function knowsLinks(environment: Environment): boolean {
	const {FORCE_HYPERLINK, TERM = '', TERM_PROGRAM = '', TERM_PROGRAM_VERSION, VTE_VERSION} = environment;
	if (FORCE_HYPERLINK !== undefined) {
		return FORCE_HYPERLINK !== '0';
	}

	return TERM_PROGRAM === 'tmux'
		? Number.parseFloat(TERM_PROGRAM_VERSION ?? '') >= 3.4
		: linking.test(TERM_PROGRAM) ||
				linkingTerm.test(TERM) ||
				Number(VTE_VERSION) >= 5000 ||
				signs.some((sign) => environment[sign] !== undefined);
}

/** Marks a text as a link (OSC 8). Pieces of one address share an id, so that they are one link. */
export function linked(text: string, address: string): string {
	return `\u001B]8;id=1;${address}\u0007${text}\u001B]8;;\u0007`;
}
