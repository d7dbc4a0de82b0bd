const pasteOn = '\u001B[?2004h';
const pasteOff = '\u001B[?2004l';
const cursorOn = '\u001B[?25h';

/** What has to be undone, in this order, whatever way the program ends. */
const undo = new Set<() => void>();

/** Registers what `restoreTerminal` does first; returns what takes it out again. */
export function onRestore(action: () => void): () => void {
	undo.add(action);
	return () => {
		undo.delete(action);
	};
}

/**
 * Gives the terminal back as it was: cooked mode, no bracketed paste, visible cursor below what was drawn. Synchronous
 * and safe at any time and any number of times: for handlers of signals and of uncaught errors.
 */
export function restoreTerminal(): void {
	const actions = [...undo];
	undo.clear();
	for (const action of actions) {
		try {
			action();
		} catch {
			// One part that fails must not keep the others from being undone.
		}
	}
}

/** Pastes come marked as such from now on. */
export function markPastes(output: NodeJS.WriteStream): void {
	output.write(pasteOn);
}

/** Pastes are not marked any more, and the cursor is visible. Writes to a terminal are done when this returns. */
export function unmarkPastes(output: NodeJS.WriteStream): void {
	if (!output.destroyed && !output.writableEnded) {
		output.write(pasteOff + cursorOn);
	}
}

type Lend = (run: () => Promise<void>) => Promise<void>;

let lender: Lend | undefined;

/** How the terminal is lent while Ink holds it; undefined when it is nobody's any more. */
export function setLender(lend: Lend | undefined): void {
	lender = lend;
}

/**
 * Lets a child use the terminal, for a login with its own questions: the picture is taken away, the terminal is in cooked
 * mode while `run` goes on, and the picture is drawn again afterwards. Without a picture, `run` simply runs.
 */
export async function handTerminalTo(run: () => Promise<void>): Promise<void> {
	await (lender === undefined ? run() : lender(run));
}
