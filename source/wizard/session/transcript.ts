import {expectedOf, scopeKey, type ScopeProgress} from '../../plan/plan.ts';
import {isDone, resultOf} from '../../plan/status.ts';
import {message} from '../../text/message.ts';
import type {Answer, AnswerValues, StepId} from '../answers.ts';
import type {Context} from '../context.ts';
import type {Step} from '../step.ts';
import {steps} from '../steps/list.ts';
import type {Check, TranscriptEntry} from '../view.ts';
import {checksOf} from './checks.ts';

/**
 * Returns the checks in one line, and each answer but the one `asked` now in one line, flags included. An
 * answer that is taken back leaves no line behind.
 */
export function answeredOf(context: Context, asked: string | undefined): TranscriptEntry[] {
	const lineOf = ({id, saidWith = id}: Step): StepId => saidWith;
	const open = steps.find(({id}) => id === asked);
	const others = steps.filter((step) => open === undefined || lineOf(step) !== lineOf(open));
	return [...checkedEntries(context), ...others.flatMap((step) => entryOf(step, context) ?? [])];
}

/** Returns one line for all that is well, and a line for each problem, except what is asked anyway. */
function checkedEntries(context: Context): TranscriptEntry[] {
	const {user, account, classicAccount} = context.place;
	const special = checksOf(context).checks.filter(
		({id, state}) => state === 'missing' || (state === 'note' && id !== 'group' && id !== 'region'),
	);
	const lines = special.map((check) => checkEntry(check, check.id));
	if (special.some(({state}) => state === 'missing')) {
		return lines;
	}

	const text = message('answered.login', {
		user: user ?? '?',
		account: account?.name ?? 'none',
		number: classicAccount ?? 'none',
	});
	return [{id: 'ready', about: 'answer', state: 'fine', label: message('answered.ready'), text}, ...lines];
}

function entryOf(step: Step, context: Context): TranscriptEntry | undefined {
	const {id, saidWith} = step;
	const answer = context.answers[id];
	const isSaidElsewhere = saidWith !== undefined && context.answers[saidWith] !== undefined;
	if (answer === undefined || isSaidElsewhere) {
		return undefined;
	}

	const isRefused = step.pairs?.(context).some(({check}) => check.kind === 'refused') === true;
	return {
		...transcriptOfAnswer(step, answer),
		...step.line?.(answer.value, context),
		state: isRefused ? 'missing' : 'fine',
	};
}

/** Returns the checks as lines of the transcript. */
export function transcriptOfChecks(checks: readonly Check[]): TranscriptEntry[] {
	return checks.map((check) => checkEntry(check, `check ${check.id}`));
}

function checkEntry({state, label, result: text = label}: Check, id: string): TranscriptEntry {
	return {id, about: 'check', state, label, text};
}

/** Returns the scopes that are done, as lines of the transcript. */
export function transcriptOfScopes(scopes: readonly ScopeProgress[]): TranscriptEntry[] {
	return scopes
		.filter((scope) => isDone(resultOf(scope)))
		.map(({planned}) => {
			const {region, group} = planned.scope;
			const label = message('review.scope', {region, group: group.name});
			const text = message('value.plain', {value: expectedOf(planned) ?? 'none'});
			return {id: scopeKey(planned.scope), about: 'scope', state: 'fine', label, text};
		});
}

/** The sources that are named: all outside this session. */
const elsewhere = ['flag', 'environment', 'journal', 'sample'] as const;

/** Returns an answered step as a line of the transcript. */
export function transcriptOfAnswer<Id extends StepId>(
	step: Step<Id>,
	answer: Answer<AnswerValues[Id]>,
): TranscriptEntry {
	const source = elsewhere.find((each) => each === answer.source);
	return {
		id: step.id,
		about: 'answer',
		state: 'fine',
		label: step.title,
		text: step.describe(answer.value),
		...(source === undefined ? {} : {source: message(`source.${source}`)}),
	};
}
