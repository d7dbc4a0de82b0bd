import type {Session} from '../session.ts';
import type {Report, View} from '../view.ts';
import type {SessionDependencies, SessionOptions} from './dependencies.ts';
import {carrierOf} from './effects.ts';
import type {Event} from './event.ts';
import {viewOf} from './stage.ts';
import {beginState, type Given, type State} from './state.ts';
import {update} from './update.ts';

/** Starts a session with its checks and reads: `update` decides, this carries the effects out. */
export function createSession(dependencies: SessionDependencies, options: SessionOptions): Session {
	const given: Given = {reads: dependencies.reads, options};
	const ended = Promise.withResolvers<Report>();
	const listeners = new Set<() => void>();
	const events: Event[] = [];
	let state = beginState(options, dependencies.configuration());
	let view: View = viewOf(state, given);
	let isBusy = false;

	/** Takes an event, and those that come of its effects; then tells what is new, once. */
	const send = (event: Event): void => {
		events.push(event);
		if (!isBusy && drain()) {
			view = viewOf(state, given);
			for (const listener of listeners) {
				listener();
			}
		}
	};
	/** @returns whether anything may look different now. */
	const drain = (): boolean => {
		let isNew = false;
		isBusy = true;
		try {
			for (let event = events.shift(); event !== undefined; event = events.shift()) {
				const {state: after, effects} = update(state, event, given);
				isNew ||= looksNew(event, state, after);
				state = after;
				for (const effect of effects) {
					carryOut(effect);
				}
			}
		} finally {
			isBusy = false;
		}

		return isNew;
	};
	const carryOut = carrierOf(dependencies, send, ended.resolve);

	dependencies.store.subscribe(() => send({kind: 'read'}));
	send({kind: 'begin'});
	return {
		ended: ended.promise,
		view: () => view,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		reply: (reply) => send({kind: 'reply', reply}),
		act: (action) => send({kind: 'act', action}),
		back: () => send({kind: 'back'}),
		reviewShown: () => send({kind: 'review-shown'}),
		leave: (reason = 'interrupt') => send({kind: 'leave', reason}),
	};
}

/** Whether a frontend may have something else to draw. */
function looksNew(event: Event, before: State, after: State): boolean {
	return event.kind === 'read'
		? after.mode.kind !== 'ended'
		: event.kind !== 'review-shown' && after !== before;
}
