import {expectedOf, scopeKey, type ScopeProgress} from '../../plan/plan.ts';
import {isDone, resultOf} from '../../plan/status.ts';
import {message, type Message} from '../../text/message.ts';
import type {Answer, AnswerValues, StepId} from '../answers.ts';
import type {Context} from '../context.ts';
import {candidatesOf, formerCandidates} from '../pair.ts';
import {stepOf, steps} from '../steps/list.ts';
import type {Check, TranscriptEntry} from '../view.ts';
import {checksOf} from './checks.ts';

/**
 * Returns what was checked, in one line, and each answer in one line, flags included: as it is now, so that
 * an answer that is taken back leaves no line behind.
 *
 * @param asked the step that is asked now: its answer is not given yet.
 */
export function answeredOf(context: Context, asked: string | undefined): TranscriptEntry[] {
	const open: ReadonlyArray<string | undefined> =
		asked === 'region' || asked === 'group' ? ['region', 'group'] : [asked];
	return [
		...checkedEntries(context),
		...steps.flatMap(({id}) => (open.includes(id) ? [] : (entryOf(id, context) ?? []))),
	];
}

/** All that is well in one line; what is not has a line of its own, but for what is asked anyway. */
function checkedEntries(context: Context): TranscriptEntry[] {
	const {user, account, classicAccount} = context.place;
	const special = checksOf(context).checks.filter(
		({id, state}) => state === 'missing' || (state === 'note' && id !== 'group' && id !== 'region'),
	);
	const ready = message('answered.login', {
		user: user ?? '?',
		account: account?.name ?? 'none',
		number: classicAccount ?? 'none',
	});
	return [
		...(special.some(({state}) => state === 'missing')
			? []
			: [entry('ready', message('answered.ready'), ready)]),
		...special.map((check) => checkEntry(check, check.id)),
	];
}

function entryOf(id: StepId, context: Context): TranscriptEntry | undefined {
	const {answers} = context;
	const answer = answers[id];
	if (answer === undefined || (id === 'group' && answers.region !== undefined)) {
		return undefined;
	}

	const step = stepOf(id);
	const isOfKeys = id === 'key' || id === 'keys';
	const pairs = isOfKeys ? candidatesOf(context) : id === 'oldKeys' ? formerCandidates(context) : [];
	const kinds = pairs.map(({check}) => check.kind);
	const label =
		id === 'user' ? message('answered.user') : id === 'region' ? message('answered.scopes') : step.title;
	const described = id === 'region' ? scopesText(context) : step.describe(answer.value);
	const text = id === 'key' ? keyText(kinds, context) : described;
	return {...entry(id, label, text, answer), state: kinds.includes('refused') ? 'missing' : 'fine'};
}

/** Returns the key by its fingerprint, and who has accepted or rejected it with its username. */
function keyText(kinds: readonly string[], {answers, pairCheckHost}: Context): Message {
	const values = {fingerprint: answers.key?.value.fingerprint ?? '', host: pairCheckHost?.host ?? ''};
	return kinds.includes('refused')
		? message('answered.rejected', values)
		: kinds.includes('valid')
			? message('answered.accepted', values)
			: message('answered.key', {fingerprint: values.fingerprint});
}

function scopesText({answers: {region, group}, place}: Context): Message {
	const targeted = place.group === undefined ? [] : [place.group.name];
	const groups = group?.value.map(({name}) => name) ?? targeted;
	const regions = region?.value ?? [];
	return groups.length === 0
		? message('value.list', {values: regions})
		: message('answered.places', {regions, groups});
}

/** Where an answer came from is said only where that was not this session. */
const elsewhere = ['flag', 'environment', 'journal', 'sample'] as const;

function entry(id: string, label: Message, text: Message, answer?: Answer<unknown>): TranscriptEntry {
	const source = elsewhere.find((each) => each === answer?.source);
	return {
		id,
		about: 'answer',
		state: 'fine',
		label,
		text,
		...(source === undefined ? {} : {source: message(`source.${source}`)}),
	};
}

/** Returns the checks as lines of the transcript. */
export function transcriptOfChecks(checks: readonly Check[]): TranscriptEntry[] {
	return checks.map((check) => checkEntry(check, `check ${check.id}`));
}

function checkEntry({state, label, result: text = label}: Check, id: string): TranscriptEntry {
	return {...entry(id, label, text), about: 'check', state};
}

/** Returns the scopes that are done, as lines of the transcript. */
export function transcriptOfScopes(scopes: readonly ScopeProgress[]): TranscriptEntry[] {
	return scopes
		.filter((scope) => isDone(resultOf(scope)))
		.map(({planned}) => {
			const {region, group} = planned.scope;
			const label = message('review.scope', {region, group: group.name});
			const text = message('value.plain', {value: expectedOf(planned) ?? 'none'});
			return {...entry(scopeKey(planned.scope), label, text), about: 'scope'};
		});
}

/** Returns an answered step as a line of the transcript. */
export function transcriptOfAnswer<Id extends StepId>(
	id: Id,
	{value}: Answer<AnswerValues[Id]>,
): TranscriptEntry {
	const step = stepOf(id);
	return entry(id, step.title, step.describe(value));
}
