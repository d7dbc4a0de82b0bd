import {setMaxListeners} from 'node:events';
import type {ReadStore} from '../../ibmcloud/reads.ts';
import type {Configuration, Outcome} from '../../ibmcloud/types.ts';
import {applyPlan} from '../../plan/apply.ts';
import type {ApplyDependencies} from '../../plan/apply-dependencies.ts';
import type {UnfinishedRun} from '../../plan/recorded-runs.ts';
import {protect} from '../../secrets/redact.ts';
import type {Secret} from '../../secrets/secret.ts';
import {byKind} from '../by-kind.ts';
import type {SessionReads} from '../context.ts';
import type {Session} from '../session.ts';
import type {Report, View} from '../view.ts';
import type {KeyUser} from './key-creation.ts';
import type {Settings} from '../settings.ts';
import {viewOf} from './stage.ts';
import {beginState, type Event, type Given, type SideEffect, type State} from './state.ts';
import {update} from './update.ts';

/** The dependencies of a session. */
export interface SessionDependencies {
	readonly reads: SessionReads;
	readonly store: ReadStore;
	/** Reads the CLI's configuration file; undefined if it cannot be read. */
	readonly configuration: () => Configuration | undefined;
	readonly apply: ApplyDependencies;
	/** Creates the missing API key of a user (`ibmcloud sl user apikey ID --add`), in the user's account. */
	readonly addApiKey: (user: Pick<KeyUser, 'id' | 'account'>) => Promise<Outcome<Secret>>;
	/** Allows sending the service's API the refresh token that it asked for: the operator has agreed. */
	readonly allowRefreshToken: () => void;
	/** Records in the journal that the operator has seen the run that died. */
	readonly acknowledge: (run: UnfinishedRun) => void;
	/** Runs `ibmcloud` with these arguments in the operator's terminal; resolves when it has ended. */
	readonly runInteractive: (args: readonly string[]) => Promise<void>;
}

/** Starts a session with its checks and reads. `update` decides; this function carries out the effects. */
export function createSession(dependencies: SessionDependencies, options: Settings): Session {
	const given: Given = {reads: dependencies.reads, options};
	const ended = Promise.withResolvers<Report>();
	const listeners = new Set<() => void>();
	const events: Event[] = [];
	let state = beginState(options, dependencies.configuration());
	let view: View = viewOf(state, given);
	let isBusy = false;

	/** Handles an event and those that its effects send; then notifies once, if anything is new. */
	const send = (event: Event): void => {
		events.push(event);
		if (isBusy) {
			return;
		}

		let isNew = false;
		isBusy = true;
		try {
			for (let first = events.shift(); first !== undefined; first = events.shift()) {
				const {state: after, effects} = update(state, first, given);
				isNew ||= looksNew(first, state, after);
				state = after;
				for (const effect of effects) {
					carryOut(effect);
				}
			}
		} finally {
			isBusy = false;
		}

		if (isNew) {
			view = viewOf(state, given);
			listeners.forEach((listener) => listener());
		}
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
		leave: (reason = 'interrupted') => send({kind: 'leave', reason}),
	};
}

function looksNew(event: Event, before: State, after: State): boolean {
	return event.kind === 'read'
		? after.mode.kind !== 'ended'
		: event.kind !== 'review-shown' && after !== before;
}

function carrierOf(
	dependencies: SessionDependencies,
	send: (event: Event) => void,
	onEnd: (report: Report) => void,
): (effect: SideEffect) => void {
	const stop = new AbortController();
	const abort = new AbortController();
	// Every wait of every scope adds a listener, and Node warns of more than ten.
	setMaxListeners(0, stop.signal, abort.signal);

	const configure = (): void => {
		send({kind: 'configured', configuration: dependencies.configuration()});
	};
	return byKind<SideEffect, [], void>({
		start: ({reads}) => reads.forEach((read) => void read.start()),
		again: ({reads}) => reads.forEach((read) => void read.again()),
		forget: ({reads}) => reads.forEach((read) => read.forget()),
		configure,
		'run-interactive'({args}) {
			void dependencies.runInteractive(args).then(configure);
		},
		'create-key'({user}) {
			void dependencies.addApiKey(user).then((outcome) => send({kind: 'key-created', user, outcome}));
		},
		apply({turn: {plan, open, written}}) {
			void applyPlan(plan, open, dependencies.apply, {
				stop: stop.signal,
				abort: abort.signal,
				wasWritten: (index) => written.includes(index),
				onState: (index, state) => send({kind: 'scope', index, state}),
			}).then(() => send({kind: 'turn-ended', at: dependencies.apply.now()}));
		},
		stop: () => stop.abort(),
		abort() {
			stop.abort();
			abort.abort();
		},
		'allow-refresh-token': () => dependencies.allowRefreshToken(),
		acknowledge: ({run}) => dependencies.acknowledge(run),
		protect: ({secret}) => void protect(secret),
		end({report}) {
			dependencies.store.abort();
			onEnd(report);
		},
	});
}
