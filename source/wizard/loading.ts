import type {Read} from '../ibmcloud/reads.ts';
import type {Loading} from './question.ts';

/** How far the read behind a question is, as the question says it. */
export function loadingOf(read: Read<unknown>): Loading {
	const state = read.state();
	switch (state.kind) {
		case 'idle': {
			return {state: 'loading', command: read.command, startedAt: Date.now()};
		}

		case 'running': {
			return {state: 'loading', command: read.command, startedAt: state.startedAt};
		}

		case 'done': {
			return state.outcome.ok ? {state: 'ready'} : {state: 'failed', error: state.outcome.error};
		}
	}
}
