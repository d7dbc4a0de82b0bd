import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {Stage} from '../../wizard/view.ts';
import type {Activity} from './progress.ts';

/** What the operator is waiting for; undefined where it is the operator who is waited for. */
export function activityOf(stage: Stage, texts: Texts): Activity | undefined {
	switch (stage.kind) {
		case 'checks': {
			const running = stage.checks.filter(({state}) => state === 'running');
			return running.length === 0
				? undefined
				: {
						topic: 'checks',
						startedAt: Date.now(),
						sentence: (seconds) =>
							texts.text('plain.stillChecking', {
								checks: running.map(({label}) => texts.say(label)),
								seconds,
							}),
					};
		}

		case 'question': {
			const {question, step} = stage;
			const isList = question.kind === 'choose-one' || question.kind === 'choose-several';
			return isList && question.loading.state === 'loading'
				? reading(step, question.loading, texts)
				: undefined;
		}

		case 'review': {
			const {waitingFor} = stage.review;
			return waitingFor === undefined ? undefined : reading('review', waitingFor, texts);
		}

		case 'apply': {
			const scope = stage.board.scopes.find(({state}) => state.kind !== 'done' && state.kind !== 'pending');
			if (scope === undefined || !('startedAt' in scope.state)) {
				return undefined;
			}

			const {planned, state} = scope;
			return {
				topic: `apply:${planned.scope.region}:${planned.scope.group.id}`,
				startedAt: state.startedAt,
				sentence: (seconds) =>
					texts.text('plain.stillApplying', {
						scope: texts.text('review.scope', {
							region: planned.scope.region,
							group: planned.scope.group.name,
						}),
						what: texts.say(whatIsDone(state.kind)),
						seconds,
					}),
			};
		}

		case 'end': {
			return undefined;
		}
	}
}

function reading(
	topic: string,
	{command, startedAt}: {readonly command: string; readonly startedAt: number},
	texts: Texts,
): Activity {
	return {
		topic,
		startedAt,
		sentence: (seconds) => texts.text('plain.stillReading', {command, seconds}),
	};
}

function whatIsDone(state: 'setting' | 'reading-back'): Message {
	return message(state === 'setting' ? 'apply.setting' : 'apply.readingBack');
}
