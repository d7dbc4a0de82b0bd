import {setTimeout as wait} from 'node:timers/promises';
import {englishTexts} from '../../../source/text/texts.ts';
import {runInk} from '../../../source/frontends/ink/start.tsx';
import type {RailEntry, Report, Review, Stage} from '../../../source/wizard/view.ts';
import {FakeSession, say} from './fake-session.ts';
import {chooseOne, chooseSeveral, secret, typedConfirm, users} from './questions.ts';

// A whole session without an engine, to be driven by hand: `tsx test/frontends/ink/fixture.tsx [slow] [many] [trouble] [long]`.

const given = new Set(process.argv.slice(2));
const pause = given.has('slow') ? 3000 : 150;
const names = ['checks', 'user', 'key', 'region', 'review', 'apply'] as const;
const titles = ['Checks', 'User', 'API key', 'Region', 'Review', 'Apply'];

function rail(now: number): readonly RailEntry[] {
	return names.map((step, index) => ({
		step,
		title: say(titles[index] ?? step),
		state: index < now ? 'done' : index === now ? 'now' : 'to-come',
	}));
}

const checks: Stage = {
	kind: 'checks',
	trouble: undefined,
	checks: [
		{id: 'cli', state: 'fine', label: say('ibmcloud'), result: say('version 2.34.1'), remedy: undefined},
		{id: 'login', state: 'running', label: say('Logged in'), result: undefined, remedy: undefined},
	],
};

const scope = {region: 'eu-de', group: {id: 'g1', name: 'default'}} as const;
const review: Review = {
	change: 'set',
	writer: 'cli',
	isComplete: true,
	waitingFor: undefined,
	answers: [
		{step: 'user', label: say('User'), text: say('1234567_ada.lovelace@example.com'), source: 'chosen'},
		{step: 'key', label: say('API key'), text: say('64 characters, fingerprint ab12cd34'), source: 'typed'},
		{step: 'region', label: say('Region'), text: say('eu-de'), source: 'targeted'},
	],
	scopes: Array.from({length: given.has('long') ? 9 : 1}, () => ({
		scope,
		effect: 'first' as const,
		clusters: [],
		before: {ok: true as const, value: {kind: 'none' as const}},
	})),
	username: '1234567_ada.lovelace@example.com',
	pairAccount: '1234567',
	linkedAccount: '1234567',
	keyFingerprint: 'ab12cd34',
	pairCheck: undefined,
	commands: [
		'ibmcloud ks credential set classic --infrastructure-api-key=KEY --infrastructure-username=1234567_ada.lovelace@example.com --region eu-de -q',
	],
	warnings: [
		say('While the command runs, other users of this machine can read the key in the process list.'),
	],
	obstacle: undefined,
	actions: [
		{id: 'apply', label: say('Apply')},
		{id: 'change:user', label: say('Change the user')},
		{id: 'change:key', label: say('Change the API key')},
		{id: 'change:region', label: say('Change the region')},
		{id: 'quit', label: say('Quit, change nothing')},
	],
	plan: undefined,
};

const planned = {scope, before: {ok: true, value: {kind: 'none'}}, effect: 'first', clusters: []} as const;
const session = new FakeSession(checks, rail(0));
let position = 0;

function report(outcome: Report['outcome'], exitStatus: number): Report {
	return {
		outcome,
		plan: undefined,
		keyReference: {kind: 'environment'},
		scopes:
			outcome === 'applied'
				? [
						{
							planned,
							state: {
								kind: 'done',
								durationMs: 2100,
								result: {kind: 'verified', username: review.username, provenBy: 'pair-check'},
							},
						},
					]
				: [],
		refusal: undefined,
		error: undefined,
		exitStatus,
	};
}

function show(): void {
	switch (names[position]) {
		case 'user': {
			const question = chooseOne({
				options: given.has('many')
					? Array.from({length: 300}, () => users)
							.flat()
							.map((each, index) => ({...each, value: `${index}`, label: `${each.label}${index}`}))
					: users,
			});
			session.show(
				{
					kind: 'question',
					step: 'user',
					canGoBack: false,
					question: {
						...question,
						options: [],
						loading: {
							state: 'loading',
							command: 'ibmcloud sl user list --output json',
							startedAt: Date.now(),
						},
					},
				},
				{rail: rail(1)},
			);
			void wait(pause).then(() => {
				if (position === 1) {
					session.show({kind: 'question', step: 'user', canGoBack: false, question});
				}
			});
			break;
		}

		case 'key': {
			session.show({kind: 'question', step: 'key', canGoBack: true, question: secret()}, {rail: rail(2)});
			break;
		}

		case 'region': {
			session.show(
				{kind: 'question', step: 'region', canGoBack: true, question: chooseSeveral()},
				{rail: rail(3)},
			);
			break;
		}

		case 'review': {
			session.show(
				{
					kind: 'review',
					review: {
						...review,
						isComplete: false,
						actions: [],
						waitingFor: {command: 'ibmcloud ks credential get -q', startedAt: Date.now()},
					},
				},
				{rail: rail(4)},
			);
			void wait(pause).then(() => {
				session.show({kind: 'review', review});
			});
			break;
		}

		default: {
			break;
		}
	}
}

session.onReply = (reply) => {
	position++;
	const record = session.recorded(
		titles[position - 1] ?? '',
		reply.kind === 'option' ? reply.value : reply.kind === 'options' ? reply.values.join(', ') : reply.kind,
	);
	session.show(session.view().stage, {record});
	if (reply.kind === 'confirmed') {
		void apply();
	} else {
		show();
	}
};

session.onBack = () => {
	position = Math.max(1, position - 1);
	show();
};

session.onLeave = () => {
	session.end(report('interrupted', 130));
};

session.onAct = (id) => {
	if (id === 'apply' && given.has('confirm')) {
		session.ask(typedConfirm(), 'confirm');
	} else if (id === 'apply') {
		void apply();
	} else if (id === 'quit') {
		session.end(report('quit', 1));
	} else if (id.startsWith('change:')) {
		position = names.indexOf(id.slice(7) as 'user');
		show();
	} else {
		position = 1;
		show();
	}
};

async function apply(): Promise<void> {
	session.show(
		{
			kind: 'apply',
			board: {
				isLeaving: false,
				actions: [],
				scopes: [{planned, state: {kind: 'setting', startedAt: Date.now()}}],
			},
		},
		{rail: rail(5)},
	);
	await wait(pause * 10);
	session.show({
		kind: 'apply',
		board: {
			isLeaving: false,
			actions: [],
			scopes: [{planned, state: {kind: 'reading-back', startedAt: Date.now()}}],
		},
	});
	await wait(pause * 10);
	session.end(report('applied', 0));
}

console.log('classic-credentials - IBM Cloud classic infrastructure credentials');
void wait(pause * 3).then(() => {
	if (given.has('trouble') && checks.kind === 'checks') {
		session.show({
			...checks,
			trouble: {
				exitStatus: 3,
				message: say('You are not logged in.'),
				remedy: 'ibmcloud login',
				error: undefined,
				actions: [
					{id: 'login', label: say('Log in now')},
					{id: 'retry', label: say('Check again')},
					{id: 'quit', label: say('Quit')},
				],
			},
		});
		return;
	}

	position = 1;
	session.show(checks, {record: [...session.recorded('ibmcloud', 'version 2.34.1')]});
	show();
});

const ended = await runInk(session, {
	texts: englishTexts,
	input: process.stdin,
	output: process.stdout,
	environment: process.env,
});
console.log(
	`status ${ended.exitStatus}; replies ${JSON.stringify(session.replies)}; acts ${session.acts.join(',')}; calls ${session.calls.join(',')}`,
);
process.exit(ended.exitStatus);
