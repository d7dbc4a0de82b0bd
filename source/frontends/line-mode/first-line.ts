import type {InputEvent} from '../terminal/events.ts';
import type {Typed} from './ask.ts';

/** The first line among events that nobody has asked for yet, or Ctrl-D on an empty one; undefined where none has ended. */
export function firstLine(
	events: readonly InputEvent[],
): {readonly typed: Typed; readonly text: string; readonly rest: InputEvent[]} | undefined {
	const end = events.findIndex(
		(event) => event.kind === 'key' && (event.name === 'enter' || event.name === 'end-of-input'),
	);
	const event = events[end];
	if (event === undefined) {
		return undefined;
	}

	const text = events
		.slice(0, end)
		.map((each) => (each.kind === 'key' ? '' : each.text))
		.join('');
	const isEnd = event.kind === 'key' && event.name === 'end-of-input' && text === '';
	return {text, typed: isEnd ? {kind: 'end'} : {kind: 'line', text}, rest: events.slice(end + 1)};
}
