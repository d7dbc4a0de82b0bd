import {links} from '../../ibmcloud/facts/links.ts';
import type {JournalEntry} from '../../plan/journal-entry.ts';
import type {UnfinishedRun} from '../../plan/recorded-runs.ts';
import {scopeName} from '../../plan/plan.ts';
import {message, type Message} from '../../text/message.ts';
import {momentText} from '../../text/moment.ts';
import type {Answers} from '../answers.ts';
import type {Context} from '../context.ts';
import {choiceOf, sentence} from '../question.ts';
import type {Step} from '../step.ts';

declare module '../answers.ts' {
	interface AnswerValues {
		readonly resume: 'finish' | 'afresh';
	}
}

/** A run that died: what is known of it, what is set there now, and whether to finish it. */
export const resumeStep: Step<'resume'> = {
	id: 'resume',
	title: message('resume.title'),
	page: links.classicCredentials,
	isNeeded: ({unfinished}) => unfinished !== undefined,
	reads: ({unfinished, reads}) =>
		(unfinished?.open ?? []).map(({region, group}) => reads.credential({region, group})),
	question(context) {
		const {unfinished} = context;
		return {
			...choiceOf(
				message('resume.question'),
				sentence('finish', message(context.change === 'set' ? 'resume.finish' : 'resume.finish.answer')),
				sentence('afresh', message('resume.afresh')),
			),
			hints: unfinished === undefined ? [] : knownOf(unfinished, context),
		};
	},
	take: (reply) =>
		reply.kind === 'option' && (reply.value === 'finish' || reply.value === 'afresh')
			? {value: reply.value, source: 'chosen'}
			: undefined,
	describe: (value) => message(value === 'finish' ? 'resume.finish.answer' : 'resume.afresh'),
	seeds: (value, {unfinished}) =>
		value === 'finish' && unfinished !== undefined ? answersOf(unfinished) : {},
};

const states = ['reading', 'unreadable', 'set', 'other', 'none'] as const;

/** Returns what is known, one line per kind of news however many scopes there are, open scopes first. */
function knownOf(run: UnfinishedRun, context: Context): Message[] {
	const after = run.open[0]?.after ?? undefined;
	const user = after ?? '-';
	const begun = run.open.filter(({event}) => event === 'begin');
	const planned = run.open.filter(({event}) => event === 'planned');
	return [
		after === undefined
			? message('resume.when.unset', {time: momentText(run.time)})
			: message('resume.when', {time: momentText(run.time), user}),
		...states.flatMap((state) => {
			const scopes = begun.filter((entry) => stateOf(entry, context) === state);
			return scopes.length === 0
				? []
				: [message(`resume.begun.${state}`, {scopes: scopes.map(scopeName), user})];
		}),
		...(planned.length === 0 ? [] : [message('resume.planned', {scopes: planned.map(scopeName)})]),
		...(run.ended.length === 0 ? [] : [message('resume.ended', {count: run.ended.length})]),
	];
}

function stateOf({region, group, after}: JournalEntry, {reads}: Context): (typeof states)[number] {
	const outcome = reads.credential({region, group}).outcome();
	if (outcome?.ok !== true) {
		return outcome === undefined ? 'reading' : 'unreadable';
	}

	const username = outcome.value;
	return username === null ? 'none' : username === after ? 'set' : 'other';
}

/** Returns the answers of the run that died. Its key is stored nowhere, so it is asked again. */
function answersOf({open}: UnfinishedRun): Answers {
	const [first] = open;
	const username = first?.after ?? undefined;
	const groups = new Map(open.map(({group}) => [group.id, group]));
	return {
		...(username === undefined ? {} : {user: {value: {username}, source: 'journal' as const}}),
		region: {value: [...new Set(open.map(({region}) => region))], source: 'journal'},
		group: {value: [...groups.values()], source: 'journal'},
	};
}
