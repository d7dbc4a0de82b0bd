import {exitStatus} from '../../plan/status.ts';
import {message} from '../../text/message.ts';
import type {Context} from '../context.ts';
import {installAction, loginActions} from './login.ts';
import type {OfferedAction} from '../action.ts';
import type {Check, Blocker} from '../view.ts';

/** What stands in the way, and what can be done: first what mends it. Undefined where nothing is missing. */
export function blockerOfChecks(checks: readonly Check[], context: Context): Blocker | undefined {
	const missing = checks.find(({state}) => state === 'missing');
	return missing === undefined
		? undefined
		: {
				exitStatus: exitStatus.prerequisite,
				message: missing.result ?? missing.label,
				remedy: missing.remedy,
				error: missing.error,
				actions: [
					...mends(missing, context),
					{action: {kind: 'retry'}, label: message('action.checkAgain')},
					...(missing.id === 'cli' && context.offerDemo
						? [{action: {kind: 'demo'}, label: message('action.demo')} as const]
						: []),
					{action: {kind: 'quit'}, label: message('action.quit')},
				],
			};
}

function mends({id, remedy}: Check, context: Context): readonly OfferedAction[] {
	if (id === 'container-service') {
		return [installAction(id)];
	}

	// Without a remedy it is something else than the login.
	return id === 'login' && remedy !== undefined ? loginActions(context) : [];
}
