import {scopeKey, scopeName} from '../../plan/plan.ts';
import type {Texts} from '../../text/texts.ts';
import {byKind} from '../../wizard/by-kind.ts';
import type {Review, Stage} from '../../wizard/view.ts';
import {workKeys} from '../lines/scope-lines.ts';

/** Something that takes a while. */
export interface Activity {
	/** The same as long as the operator waits for the same thing. */
	readonly topic: string;
	/** When it began, in milliseconds since the epoch. */
	readonly startedAt: number;
	/** What is going on, after so many seconds. */
	readonly sentence: (seconds: number) => string;
}

/** After so many seconds it is said that something still goes on; from then on after twice the time. */
const firstSeconds = [2, 5, 10];

/** Says at growing intervals what the operator is waiting for: silence would be taken for an end. */
export class Waiting {
	#topic: string | undefined;
	/** Since when this is waited for: the work may have begun earlier than anybody waited for it. */
	#startedAt = 0;
	#nextSeconds = 0;

	/** What has to be said now of what goes on. */
	due(activity: Activity | undefined): string[] {
		const now = Date.now();
		if (activity?.topic !== this.#topic) {
			this.#topic = activity?.topic;
			this.#startedAt = Math.min(activity?.startedAt ?? now, now);
			this.#nextSeconds = secondsAfter((now - this.#startedAt) / 1000);
		}

		const seconds = this.#nextSeconds;
		if (activity === undefined || now < this.#startedAt + seconds * 1000) {
			return [];
		}

		this.#nextSeconds = secondsAfter(seconds);
		return [activity.sentence(seconds)];
	}

	/** How long until something has to be said (milliseconds); undefined while nothing is waited for. */
	get delay(): number | undefined {
		return this.#topic === undefined
			? undefined
			: Math.max(1, this.#startedAt + this.#nextSeconds * 1000 - Date.now());
	}
}

/** When something is said next, for what has gone on for so many seconds. */
export function secondsAfter(elapsed: number): number {
	const next = firstSeconds.find((seconds) => seconds > elapsed);
	return next ?? 10 * 2 ** (Math.floor(Math.log2(elapsed / 10)) + 1);
}

/** What the operator is waiting for; undefined where it is the operator who is waited for. */
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
