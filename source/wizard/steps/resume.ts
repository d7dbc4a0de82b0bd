import type {JournalEntry, UnfinishedRun} from '../../plan/journal.ts';
import type {Scope} from '../../plan/plan.ts';
import {message, type Message} from '../../text/message.ts';
import type {Answers} from '../answers.ts';
import type {Context} from '../context.ts';
import type {Step} from '../step.ts';

/** A run that died in the middle: what is known of it, what is set there now, and whether to finish it. */
export const resumeStep: Step<'resume'> = {
	id: 'resume',
	title: message('resume.title'),
	flag: '',
	dependsOn: [],
	isNeeded: ({unfinished}) => unfinished !== undefined,
	prepare(context) {
		for (const scope of openScopes(context)) {
			void context.reads.credential(scope).start();
		}
	},
	question(context) {
		const {unfinished} = context;
		return {
			kind: 'choose-one',
			title: message('resume.question'),
			hints: unfinished === undefined ? [] : knownOf(unfinished, context),
			warnings: [],
			actions: [],
			loading: {state: 'ready'},
			options: [
				{...blank, value: 'finish', label: '', notes: [message('resume.finish')]},
				{...blank, value: 'afresh', label: '', notes: [message('resume.afresh')]},
			],
			filter: false,
			empty: message('value.none'),
			initial: 0,
		};
	},
	take: (reply) =>
		reply.kind === 'option' && (reply.value === 'finish' || reply.value === 'afresh')
			? {value: reply.value, source: 'chosen'}
			: undefined,
	describe: (value) => message(value === 'finish' ? 'resume.finish' : 'resume.afresh'),
	seeds: (value, {unfinished}) =>
		value === 'finish' && unfinished !== undefined ? answersOf(unfinished) : {},
};

const blank = {details: [], keywords: []} as const;

function openScopes({unfinished}: Context): Scope[] {
	return (unfinished?.open ?? []).map(({region, group}) => ({region, group}));
}

/** What was begun and has no end, with what is set there now; and what ended. */
function knownOf(run: UnfinishedRun, context: Context): Message[] {
	return [
		message('resume.when', {time: run.time}),
		...run.open.map((entry) => openMessage(entry, context)),
		...run.ended.map(({region, group, result}) =>
			message('resume.ended', {region, group: group.name, result: result ?? '-'}),
		),
	];
}

function openMessage({region, group, after}: JournalEntry, {reads}: Context): Message {
	const state = reads.credential({region, group}).state();
	const place = {region, group: group.name, after: after ?? '-'};
	if (state.kind !== 'done') {
		return message('resume.open.reading', place);
	}

	if (!state.outcome.ok) {
		return message('resume.open.unreadable', place);
	}

	const found = state.outcome.value;
	return found.kind === 'none'
		? message('resume.open.none', place)
		: message('resume.open.set', {...place, found: found.username ?? '?'});
}

/** The answers of the run that died; the key is nowhere, so it is asked again. */
function answersOf({open}: UnfinishedRun): Answers {
	const [first] = open;
	const username = first?.after ?? undefined;
	const groups = new Map(open.map(({group}) => [group.id, group]));
	return {
		...(username === undefined
			? {}
			: {user: {value: {username, listed: undefined}, source: 'journal' as const}}),
		region: {value: [...new Set(open.map(({region}) => region))], source: 'journal'},
		group: {value: [...groups.values()], source: 'journal'},
	};
}
