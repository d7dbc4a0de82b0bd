import {scopeKey, scopeName} from '../../plan/plan.ts';
import type {Texts} from '../../text/texts.ts';
import {byKind} from '../../wizard/by-kind.ts';
import type {Review, Stage} from '../../wizard/view.ts';
import {workKeys} from '../lines/scope-lines.ts';

/** Something that takes a while. */
export interface Activity {
	/** The same for as long as the operator waits for the same thing. */
	readonly topic: string;
	/** Milliseconds since the epoch. */
	readonly startedAt: number;
	/** Returns what is going on, after so many seconds. */
	readonly sentence: (seconds: number) => string;
}

/** The seconds after which a wait is first reported; from then on the time doubles. */
const firstSeconds = [2, 5, 10];

/** Reports at growing intervals what the operator is waiting for: silence would be taken for an end. */
export class Waiting {
	#topic: string | undefined;
	/** When the work began, in milliseconds since the epoch: perhaps before the operator waited for it. */
	#startedAt = 0;
	#nextSeconds = 0;

	/** Returns the sentence that is due about an activity, or nothing. */
	due(activity: Activity | undefined): string[] {
		const now = Date.now();
		// A clock that is set back begins anew.
		if (activity?.topic !== this.#topic || now < this.#startedAt) {
			this.#topic = activity?.topic;
			this.#startedAt = Math.min(activity?.startedAt ?? now, now);
			this.#nextSeconds = secondsAfter((now - this.#startedAt) / 1000);
		}

		const seconds = this.#nextSeconds;
		if (activity === undefined || now < this.#startedAt + seconds * 1000) {
			return [];
		}

		// A machine that slept is told once, not once for each interval.
		this.#nextSeconds = secondsAfter((now - this.#startedAt) / 1000);
		return [activity.sentence(seconds)];
	}

	/** Milliseconds until the next sentence is due; undefined while nothing is waited for. */
	get delay(): number | undefined {
		return this.#topic === undefined
			? undefined
			: Math.max(1, this.#startedAt + this.#nextSeconds * 1000 - Date.now());
	}
}

/** Returns the seconds after which the next sentence is due, once `elapsed` have passed. */
export function secondsAfter(elapsed: number): number {
	const next = firstSeconds.find((seconds) => seconds > elapsed);
	return next ?? 10 * 2 ** (Math.floor(Math.log2(elapsed / 10)) + 1);
}

/** Returns what the operator is waiting for; undefined where the operator is waited for. */
export const activityOf = byKind<Stage, [Texts], Activity | undefined>({
	checks({checks: all}, texts) {
		const checks = all.flatMap(({state, label}) => (state === 'running' ? [texts.say(label)] : []));
		const sentence = (seconds: number): string => texts.text('lineMode.stillChecking', {checks, seconds});
		return checks.length === 0 ? undefined : {topic: 'checks', startedAt: Date.now(), sentence};
	},
	question: ({question, step}, texts) =>
		'loading' in question && question.loading.state === 'loading'
			? reading(step, question.loading, texts)
			: undefined,
	review: ({review: {waitingFor}}, texts) => waitingFor && reading('review', waitingFor, texts),
	apply({progress}, texts) {
		const [first] = progress.scopes.flatMap(({planned: {scope}, state}): Activity[] => {
			const what = state.kind === 'done' ? '' : texts.text(workKeys[state.kind]);
			const sentence = (seconds: number): string =>
				texts.text('lineMode.stillApplying', {scope: scopeName(scope), what, seconds});
			const topic = `apply ${scopeKey(scope)}`;
			return 'startedAt' in state ? [{topic, startedAt: state.startedAt, sentence}] : [];
		});
		return first;
	},
	end: () => undefined,
});

function reading(
	topic: string,
	{command, startedAt}: NonNullable<Review['waitingFor']>,
	texts: Texts,
): Activity {
	const sentence = (seconds: number): string => texts.text('lineMode.stillReading', {command, seconds});
	return {topic, startedAt, sentence};
}
