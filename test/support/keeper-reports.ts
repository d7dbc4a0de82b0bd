/** What the keeper of a session is told to start. */
export interface KeeperOrder {
	readonly command: string;
	readonly args: readonly string[];
	readonly directory: string;
	/** The program's whole environment. */
	readonly environment: Readonly<Record<string, string>>;
	/** Reports travel through the terminal itself, as operating system commands (OSC) with this number. */
	readonly reportNumber: number;
}

/** What the keeper of a session says about its program. */
export type KeeperReport =
	| {readonly kind: 'started'; readonly pid: number}
	| {readonly kind: 'not-started'; readonly reason: string}
	/** `modes` is what `stty -a` printed right after the program's end. */
	| {readonly kind: 'ended'; readonly modes: string};

/** A number that no terminal and no program uses. */
export const reportNumber = 77_077;

/** Matches the reports in the terminal's data: they are ours, not the program's. */
export const reportPattern = new RegExp(`\u001B\\]${reportNumber};[^\u0007]*\u0007`, 'g');
