import type {InputEvent} from '../../terminal/events.ts';

/**
 * What became of an event. `hold`: it cannot be taken yet and waits at the head of the queue until something changes.
 * `to-ink`: it is passed to Ink's own standard input, for `ink-select-input` and `ink-text-input`; an object passes
 * another text in its place. `refused`: it was no input for this field (a key in a visible one), and neither is the Enter
 * that came along with it.
 */
export type Handling = 'done' | 'ignored' | 'hold' | 'refused' | 'to-ink' | {readonly toInk: string};

export type Handler = (event: InputEvent) => Handling;
