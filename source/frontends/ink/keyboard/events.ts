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
	/** Ctrl-U. */
	| 'clear'
	/** Ctrl-C. */
	| 'leave'
	/** Ctrl-Z. */
	| 'suspend';

/** One thing the operator did, cured: a key, a run of typed characters without control characters, or a paste, raw. */
export type Token =
	| {readonly kind: 'key'; readonly name: KeyName}
	| {readonly kind: 'text'; readonly text: string}
	| {readonly kind: 'paste'; readonly text: string};

/** A token and when its first byte came in (milliseconds, monotonic). */
export type InputEvent = Token & {readonly arrivedAt: number};

/**
 * What became of an event. `hold`: it cannot be taken yet and waits at the head of the queue until something changes.
 * `to-ink`: it is passed to Ink's own standard input, for `ink-select-input` and `ink-text-input`; an object passes
 * another text in its place. `refused`: it was no input for this field (a key in a visible one), and neither is the Enter
 * that came along with it.
 */
export type Handling = 'done' | 'ignored' | 'hold' | 'refused' | 'to-ink' | {readonly toInk: string};

export type Handler = (event: InputEvent) => Handling;
