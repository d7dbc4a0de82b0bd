/** What has to be undone, whatever way the program ends. */
let undo: (() => void) | undefined;

/** What `restoreTerminal` does; undefined when there is nothing to undo any more. */
export function onRestore(action: (() => void) | undefined): void {
	undo = action;
}

/**
 * Gives the terminal back in cooked mode. Synchronous and safe at any time and any number of times: for handlers of
 * signals and of uncaught errors. Nothing else ever has to be undone here, since nothing else is switched on.
 */
export function restoreTerminal(): void {
	const action = undo;
	undo = undefined;
	action?.();
}

type Lend = (run: () => Promise<void>) => Promise<void>;

let lender: Lend | undefined;

/** How the terminal is lent while a session holds it; undefined when it is nobody's any more. */
export function setLender(lend: Lend | undefined): void {
	lender = lend;
}

/** Lets a child use the terminal, for a login with its own questions: it is in cooked mode while `run` goes on. */
export async function handTerminalTo(run: () => Promise<void>): Promise<void> {
	await (lender === undefined ? run() : lender(run));
}
