import {setMaxListeners} from 'node:events';
import {applyPlan} from '../../plan/apply.ts';
import {protect} from '../../secrets/redact.ts';
import type {Report} from '../view.ts';
import type {Turn} from './application.ts';
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
	const runInteractive = async (args: readonly string[]): Promise<void> => {
		await dependencies.runInteractive(args);
		configure();
	};
	const createKey = async (user: Extract<Effect, {kind: 'create-key'}>['user']): Promise<void> => {
		const outcome = await dependencies.addApiKey(user);
		send({kind: 'key-created', username: user.username, outcome});
	};
	const apply = async ({plan, open, written}: Turn): Promise<void> => {
		await applyPlan(plan, open, dependencies.apply, {
			stop: stop.signal,
			abort: abort.signal,
			wasWritten: (index) => written.includes(index),
			onState: (index, state) => {
				send({kind: 'scope', index, state});
			},
		});
		send({kind: 'turn-ended', at: dependencies.apply.now()});
	};

	return (effect) => {
		switch (effect.kind) {
			case 'start':
			case 'again': {
				for (const read of effect.reads) {
					void read[effect.kind]();
				}

				break;
			}

			case 'forget': {
				for (const read of effect.reads) {
					read.forget();
				}

				break;
			}

			case 'configure': {
				configure();
				break;
			}

			case 'run-interactive': {
				void runInteractive(effect.args);
				break;
			}

			case 'create-key': {
				void createKey(effect.user);
				break;
			}

			case 'apply': {
				void apply(effect.turn);
				break;
			}

			case 'stop': {
				stop.abort();
				break;
			}

			case 'abort': {
				stop.abort();
				abort.abort();
				break;
			}

			case 'allow-refresh-token': {
				dependencies.allowRefreshToken();
				break;
			}

			case 'acknowledge': {
				dependencies.acknowledge(effect.run);
				break;
			}

			case 'protect': {
				protect(effect.secret);
				break;
			}

			case 'end': {
				dependencies.store.abort();
				onEnd(effect.report);
			}
		}
	};
}
