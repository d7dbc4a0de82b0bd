import {setMaxListeners} from 'node:events';
import {applyPlan} from '../../plan/apply.ts';
import {protect} from '../../secrets/redact.ts';
import {byKind} from '../by-kind.ts';
import type {Report} from '../view.ts';
import type {SessionDependencies} from './dependencies.ts';
import type {Effect, Event} from './event.ts';

/** Carries effects out, and sends what comes of them as events. */
export function carrierOf(
	dependencies: SessionDependencies,
	send: (event: Event) => void,
	onEnd: (report: Report) => void,
): (effect: Effect) => void {
	const stop = new AbortController();
	const abort = new AbortController();
	// Every wait of every scope listens, and Node would warn of more than ten.
	setMaxListeners(0, stop.signal, abort.signal);

	const configure = (): void => {
		send({kind: 'configured', configuration: dependencies.configuration()});
	};
	return byKind<Effect, [], void>({
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
