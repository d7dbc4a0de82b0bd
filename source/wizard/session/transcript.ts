import {expectedOf, type ScopeProgress} from '../../plan/plan.ts';
import {isDone, resultOf} from '../../plan/status.ts';
import {message} from '../../text/message.ts';
import type {Answer, StepId} from '../answers.ts';
import type {AnswerValue} from '../step.ts';
import {stepOf} from '../steps/list.ts';
import type {Check, TranscriptEntry} from '../view.ts';

/** The checks as lines of the record. @param start how many entries there are before. */
export function transcriptOfChecks(checks: readonly Check[], start: number): TranscriptEntry[] {
	return checks.map(({state, label, result}, index) => ({
		id: String(start + index),
		about: 'check',
		state,
		label,
		text: result ?? message('value.none'),
	}));
}

/** The scopes that are done, as lines of the record. */
export function transcriptOfScopes(scopes: readonly ScopeProgress[], start: number): TranscriptEntry[] {
	return scopes
		.filter((scope) => isDone(resultOf(scope)))
		.map(({planned}, index) => ({
			id: String(start + index),
			about: 'scope',
			state: 'fine',
			label: message('review.scope', {region: planned.scope.region, group: planned.scope.group.name}),
			text: message('value.plain', {value: expectedOf(planned) ?? 'none'}),
		}));
}

/** An answered step as a line of the record. */
export function transcriptOfAnswer<Id extends StepId>(
	id: Id,
	{value}: Answer<AnswerValue<Id>>,
	start: number,
): TranscriptEntry {
	const step = stepOf(id);
	return {id: String(start), about: 'answer', state: 'fine', label: step.title, text: step.describe(value)};
}
