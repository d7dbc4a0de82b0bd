/** The keys that mean something. Everything else that a terminal sends is dropped where it enters. */
export type KeyName =
	| 'enter'
	| 'escape'
	| 'up'
	| 'down'
	| 'left'
	| 'right'
	| 'home'
	| 'end'
	| 'page-up'
	| 'page-down'
	| 'backspace'
	| 'delete'
	| 'tab'
	| 'back-tab'
	/** Ctrl-A and Ctrl-E. */
	| 'line-start'
	| 'line-end'
	/** Ctrl-W and Ctrl-U. */
	| 'erase-word'
	| 'erase-line'
	/** Ctrl-D. */
	| 'end-of-input'
	/** Ctrl-C. */
	| 'leave'
	/** Ctrl-Z. */
	| 'suspend';

/** One thing the operator did: a key, a run of typed characters without controls, or a paste, raw. */
export type Token =
	/** `isFollowed`: text came behind it in the same read, as the lines of an unmarked paste do. */
	| {readonly kind: 'key'; readonly name: KeyName; readonly isFollowed?: boolean}
	| {readonly kind: 'text'; readonly text: string}
	| {readonly kind: 'paste'; readonly text: string};

/** A token and when its first byte came in (milliseconds, monotonic). */
export type InputEvent = Token & {readonly arrivedAt: number};
