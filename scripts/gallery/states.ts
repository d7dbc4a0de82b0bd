import type {InfrastructureUser} from '../../source/ibmcloud/types.ts';
import type {ScopeProgress, ScopeResult, ScopeState} from '../../source/plan/plan.ts';
import {statusOfScopes} from '../../source/plan/status.ts';
import type {Session} from '../../source/wizard/session.ts';
import type {Loading} from '../../source/wizard/question.ts';
import type {Report, Stage, Topic, View} from '../../source/wizard/view.ts';
import {account, FakeSession, jane, key} from '../../test/support/fake-session.ts';
import {give, settled, toReview} from '../../test/support/session-moves.ts';
import {failure, plan, planned, results, set} from '../../test/plan/plans.ts';

/** One picture of the gallery. */
export interface State {
	readonly name: string;
	/** What is shown; made afresh for each picture. */
	readonly view: () => Promise<View>;
	/** What is typed, key by key, before the picture is taken. */
	readonly keys?: readonly string[];
	/** What it shows then, in every language. */
	readonly shows?: RegExp;
	/** A window of another size than the usual ones. */
	readonly size?: {readonly columns: number; readonly rows: number};
}

const down = '\u001B[B';
const enter = '\r';
const paste = (text: string): string => `\u001B[200~${text}\u001B[201~`;

const people: readonly InfrastructureUser[] = [
	person('IBM278444', 'Account Owner', 'owner@example.com'),
	person('1234567_infra.admin@example.com', 'Infra Admin'),
	person('1234567_jane@example.com', 'Jane Roe'),
	{...person('1234567_first.last@example.com', 'First Last'), hasKey: false},
	person('1234567_tanaka@example.jp', '田中 太郎'),
	person('1234567_emoji@example.com', 'Ops 🚀 Team 👩‍👩‍👧'),
	person(
		'1234567_functional-id.container-platform.production@infrastructure.example.com',
		'Functional ID Container Platform',
	),
	{...person('1234567_former.colleague@example.com', 'Former Colleague'), status: 'Disabled'},
];

function person(
	username: string,
	displayName: string,
	email = username.replace(/^\d+_/, ''),
): InfrastructureUser {
	return {id: username.length, username, displayName, email, status: 'Active', hasKey: true};
}

/** The view of a session in which some things are as said. */
async function viewOf(
	prepare: (fake: FakeSession) => void,
	go: (session: Session, fake: FakeSession) => void | Promise<void> = () => {},
	options: Parameters<FakeSession['start']>[0] = {},
): Promise<View> {
	const fake = new FakeSession();
	fake.giveUsers(people);
	prepare(fake);
	const session = fake.start({
		isDemo: true,
		pairCheckHost: {host: 'api.softlayer.com', isIbm: true},
		...options,
	});
	await settled();
	await go(session, fake);
	await settled();
	return session.view();
}

const toKey = (session: Session): void => {
	give.user(session);
};
const toRegion = (session: Session): void => {
	give.user(session);
	give.key(session);
};
const toGroup = (session: Session): void => {
	toRegion(session);
	give.regions(session, 'us-south');
};

/** A read has been running for so many seconds. */
function runningFor(view: View, seconds: number): View {
	const startedAt = Date.now() - seconds * 1000;
	const {stage} = view;
	if (
		stage.kind === 'question' &&
		'loading' in stage.question &&
		stage.question.loading.state === 'loading'
	) {
		const loading: Loading = {
			...stage.question.loading,
			command: 'ibmcloud sl user list --output json',
			startedAt,
		};
		return {...view, stage: {...stage, question: {...stage.question, loading}}};
	}

	if (stage.kind === 'review') {
		const waitingFor = {command: 'ibmcloud ks credential get --region=us-south -q', startedAt};
		return {...view, stage: {...stage, review: {...stage.review, waitingFor}}};
	}

	return view;
}

const checks: readonly State[] = [
	{name: 'checks: running', view: async () => viewOf((fake) => fake.hold('target'))},
	{
		name: 'checks: ibmcloud is not installed',
		view: async () => viewOf((fake) => fake.fail('version', 'cli-missing')),
	},
	{
		name: 'checks: a plug-in is missing',
		view: async () => viewOf((fake) => fake.give('plugins', [{name: 'sl', version: '1.5.9'}])),
	},
	{
		name: 'checks: nobody is logged in',
		view: async () => viewOf((fake) => fake.give('target', {loggedIn: false})),
	},
	{
		name: 'checks: the session has expired',
		view: async () =>
			viewOf((fake) =>
				fake.fail('target', 'session-expired', 'BXNIM0408E: Provided refresh token is expired'),
			),
	},
];

const users: readonly State[] = [
	{name: 'user: loading', view: async () => runningFor(await viewOf((fake) => fake.hold('users')), 0)},
	{name: 'user: slow', view: async () => runningFor(await viewOf((fake) => fake.hold('users')), 12)},
	{name: 'user: a list', view: async () => viewOf(() => {})},
	{name: 'user: one row', view: async () => viewOf((fake) => fake.giveUsers(people.slice(1, 2)))},
	{name: 'user: empty', view: async () => viewOf((fake) => fake.giveUsers([]))},
	{
		name: 'user: thousands',
		view: async () =>
			viewOf((fake) => {
				const many = Array.from({length: 5000}, (_each, index) =>
					person(`1234567_user${String(index).padStart(4, '0')}@example.com`, `User ${index}`),
				);
				fake.giveUsers(many);
			}),
		keys: [down, down],
		shows: /❯ .*user0002/,
	},
	{name: 'user: filtered', view: async () => viewOf(() => {}), keys: [...'jan'], shows: /jan[^]*❯ .*jane/},
	{
		name: 'user: filtered to nothing',
		view: async () => viewOf(() => {}),
		keys: [...'7654321_x@example.com'],
		shows: /❯ .*7654321_x/,
	},
	{
		name: 'user: a key pasted into the visible field',
		view: async () => viewOf(() => {}),
		keys: [paste(key)],
		shows: /✖/,
	},
	{
		name: 'user: error with retry',
		view: async () =>
			viewOf((fake) =>
				fake.fail(
					'users',
					'network',
					'Failed to list users.\nGet "https://api.softlayer.com/rest/v3.1/SoftLayer_Account/getUsers.json": dial tcp: i/o timeout',
				),
			),
	},
	{
		name: 'user: no plug-in sl, typed',
		view: async () =>
			viewOf((fake) => {
				fake.hold('users');
				fake.give('plugins', [{name: 'container-service', version: '1.0.864'}]);
			}),
		keys: [...'7654321_'],
		shows: /❯ 7654321_/,
	},
	{
		name: 'user: whose users are listed',
		view: async () =>
			viewOf(
				(fake) => fake.give('accounts', [account, {id: 'account-2', name: 'Old Infrastructure Account'}]),
				(session) => session.act({kind: 'change', step: 'listAccount'}),
			),
	},
];

const keyStates: readonly State[] = [
	{name: 'key: empty', view: async () => viewOf(() => {}, toKey)},
	{name: 'key: pasted', view: async () => viewOf(() => {}, toKey), keys: [paste(key)], shows: /64/},
	{
		name: 'key: pasted with spaces',
		view: async () => viewOf(() => {}, toKey),
		keys: [paste(`  ${key.slice(0, 30)} ${key.slice(30)}\n`)],
		shows: /64[^]*taken out/,
	},
	{
		name: 'key: of the wrong kind',
		view: async () => viewOf(() => {}, toKey),
		keys: [paste('aB3-'.repeat(11))],
		shows: /44[^]*!/,
	},
	{name: 'key: nothing typed', view: async () => viewOf(() => {}, toKey), keys: [enter], shows: /✖/},
	{
		name: 'key: the user has none',
		view: async () =>
			viewOf(
				() => {},
				(session) => give.user(session, '1234567_first.last@example.com'),
			),
	},
	{
		name: 'key: one could not be made',
		view: async () =>
			viewOf(
				(fake) => {
					fake.addApiKey = async () =>
						failure(
							'key-exists',
							'SoftLayer_Exception_Public: Each user can only have a single API key. (HTTP 500)',
						);
				},
				async (session) => {
					give.user(session, '1234567_first.last@example.com');
					session.act({kind: 'create-key'});
					await settled();
				},
			),
	},
];

const places: readonly State[] = [
	{name: 'region: a list', view: async () => viewOf(() => {}, toRegion)},
	{
		name: 'region: two marked',
		view: async () => viewOf(() => {}, toRegion),
		keys: [' ', down, ' '],
		shows: /◉[^]*◉/,
	},
	{
		name: 'region: a data centre finds its region',
		view: async () => viewOf(() => {}, toRegion),
		keys: [...'tor01'],
		shows: /❯ . us-east/,
	},
	{
		name: 'region: the targeted one has no classic clusters',
		view: async () =>
			viewOf((fake) => fake.target({group: {id: 'group-1', name: 'default'}, region: 'ca-tor'}), toRegion),
	},
	{name: 'group: a list', view: async () => viewOf((fake) => fake.target({region: 'us-south'}), toGroup)},
	{
		name: 'group: error with retry',
		view: async () =>
			viewOf((fake) => {
				fake.target({region: 'us-south'});
				fake.fail('groups', 'rate-limited', 'Too many requests. (HTTP 429)');
			}, toGroup),
	},
];

const cluster = (name: string): object => ({id: name, name, region: 'us-south', groupId: 'group-1'});

const former = '7654321_robot@example.com';

function replacing(fake: FakeSession): void {
	fake.credentials.set('us-south group-1', former);
	fake.give('clusters', [cluster('prod-dal')]);
}

async function withWayBack(session: Session): Promise<void> {
	await toReview(session);
	session.act({kind: 'change', step: 'oldKeys', about: former});
	give.key(session);
	await settled();
}

function applyTyping(session: Session): void {
	session.reviewShown();
	session.act({kind: 'apply'});
	session.reply({kind: 'confirmed', text: '7654321'});
}

const reviews: readonly State[] = [
	{
		name: 'review: still reading',
		view: async () =>
			runningFor(
				await viewOf(
					(fake) => fake.hold('clusters'),
					(session) => toGroup(session),
				),
				3,
			),
	},
	{
		name: 'review: short',
		view: async () =>
			viewOf(
				() => {},
				async (session) => toReview(session),
			),
	},
	{
		name: 'review: long',
		view: async () =>
			viewOf(
				(fake) => fake.credentials.set('eu-de group-1', jane.username),
				async (session) =>
					toReview(session, ['us-south', 'us-east', 'eu-de', 'eu-gb', 'jp-tok', 'jp-osa', 'au-syd']),
			),
	},
	{
		name: 'review: clusters that can be orphaned',
		view: async () =>
			viewOf(
				(fake) => {
					fake.credentials.set('us-south group-1', '7654321_robot@example.com');
					fake.give('clusters', [cluster('prod-dal'), cluster('batch-dal')]);
				},
				async (session) => toReview(session),
			),
	},
	{
		name: 'review: the key for the way back',
		view: async () =>
			viewOf(replacing, async (session) => {
				await toReview(session);
				session.act({kind: 'change', step: 'oldKeys', about: former});
			}),
	},
	{name: 'review: the way back is held', view: async () => viewOf(replacing, withWayBack)},
	{
		name: 'apply: done, and can be undone',
		view: async () =>
			viewOf(replacing, async (session) => {
				await withWayBack(session);
				applyTyping(session);
			}),
	},
	{
		name: 'review: a change that leads back',
		view: async () =>
			viewOf(replacing, async (session) => {
				await withWayBack(session);
				applyTyping(session);
				await settled();
				session.act({kind: 'restore'});
			}),
	},
	{
		name: 'review: the pair is refused',
		view: async () =>
			viewOf(
				(fake) => fake.give(`pair ${jane.username}`, {kind: 'refused', words: 'Invalid API token.'}),
				async (session) => toReview(session),
			),
	},
	{
		name: 'review: what is set now cannot be read',
		view: async () =>
			viewOf(
				(fake) =>
					fake.fail('credential us-south group-1', 'role-too-low', 'You are not authorized. (HTTP 403)'),
				async (session) => toReview(session),
			),
	},
	{
		name: 'review: offline',
		view: async () =>
			viewOf(
				(fake) => {
					fake.fail('credential us-south group-1', 'network', 'dial tcp: i/o timeout');
					fake.fail('clusters', 'network', 'dial tcp: i/o timeout');
					fake.give(`pair ${jane.username}`, {kind: 'skipped', reason: 'network', words: ''});
				},
				async (session) => toReview(session),
			),
	},
	{
		name: 'review: unset',
		view: async () =>
			viewOf(
				(fake) => fake.credentials.set('us-south group-1', jane.username),
				async (session) => {
					give.regions(session, 'us-south');
					await settled();
				},
				{change: 'unset'},
			),
	},
	{
		name: 'review: dry run',
		view: async () =>
			viewOf(
				() => {},
				async (session) => toReview(session),
				{isDryRun: true},
			),
	},
	{
		name: 'confirmation',
		view: async () => orphanConfirmation(),
	},
	{name: 'confirmation: not the name', view: async () => orphanConfirmation('Example'), shows: /✖/},
];

/** @param typed what was typed already. */
async function orphanConfirmation(typed?: string): Promise<View> {
	return viewOf(
		(fake) => {
			fake.credentials.set('us-south group-1', '7654321_robot@example.com');
			fake.give('clusters', [cluster('prod-dal')]);
		},
		async (session) => {
			await toReview(session);
			session.act({kind: 'apply'});
			if (typed !== undefined) {
				session.reply({kind: 'confirmed', text: typed});
			}
		},
	);
}

function scope(
	region: 'us-south' | 'us-east' | 'eu-de' | 'eu-gb' | 'jp-tok',
	state: ScopeState,
): ScopeProgress {
	return {planned: planned({scope: {region, group: {id: 'group-1', name: 'default'}}}), state};
}

function done(region: Parameters<typeof scope>[0], result: ScopeResult): ScopeProgress {
	return scope(region, {kind: 'done', result, durationMs: 2100});
}

/** A stage of a session that has come so far. */
async function staged(stage: Stage): Promise<View> {
	const view = await viewOf(
		() => {},
		async (session) => toReview(session),
	);
	return {
		...view,
		transcript: [],
		stage,
	};
}

async function board(
	scopes: readonly ScopeProgress[],
	more: {readonly isLeaving?: boolean; readonly canRetry?: boolean} = {},
): Promise<View> {
	return staged({
		kind: 'apply',
		progress: {
			scopes,
			isLeaving: more.isLeaving === true,
			actions:
				more.canRetry === true
					? [
							{action: {kind: 'retry-failed'}, label: {key: 'action.retryFailed', values: {count: 1}}},
							{action: {kind: 'finish'}, label: {key: 'action.finish'}},
						]
					: [],
		},
	});
}

const now = (): number => Date.now() - 2000;

const boards: readonly State[] = [
	{
		name: 'apply: under way',
		view: async () =>
			board([
				done('us-south', results.verified),
				scope('us-east', {kind: 'reading-back', startedAt: now()}),
				scope('eu-de', {kind: 'setting', startedAt: now()}),
				scope('eu-gb', {kind: 'pending'}),
			]),
	},
	{
		name: 'apply: one failed',
		view: async () =>
			board(
				[
					done('us-south', results.verified),
					done('eu-de', {
						kind: 'failed',
						wasSet: false,
						error: failure('key-invalid', 'SoftLayer_Exception_User_Customer_Unauthorized: Invalid API key')
							.error,
					}),
				],
				{canRetry: true},
			),
	},
	{
		name: 'apply: leaving',
		view: async () =>
			board([scope('us-south', {kind: 'setting', startedAt: now()}), done('us-east', results.notStarted)], {
				isLeaving: true,
			}),
	},
];

async function ending(
	outcome: Report['outcome'],
	scopes: readonly ScopeProgress[],
	more: Partial<Report> = {},
): Promise<View> {
	return staged({
		kind: 'end',
		report: {
			outcome,
			plan: plan(
				scopes.map(({planned: each}) => each),
				{targetedGroup: 'default'},
			),
			scopes,
			refusal: undefined,
			error: undefined,
			keyReference: {kind: 'flag', value: '-'},
			exitStatus: statusOfScopes(scopes),
			...more,
		},
	});
}

const endings: readonly State[] = [
	{name: 'end: verified', view: async () => ending('applied', [done('us-south', results.verified)])},
	{
		name: 'end: set, key not proven',
		view: async () => ending('applied', [done('us-south', results.notProven)]),
	},
	{
		name: 'end: the read-back differs',
		view: async () => ending('applied', [done('us-south', results.differs)]),
	},
	{
		name: 'end: some done, some not',
		view: async () =>
			ending('applied', [
				done('us-south', results.verified),
				done('us-east', results.failed),
				done('eu-de', results.moved),
				done('eu-gb', results.unknown),
				done('jp-tok', results.notStarted),
			]),
	},
	{
		name: 'end: interrupted',
		view: async () =>
			ending('interrupted', [done('us-south', results.verified), done('eu-de', results.unknown)], {
				exitStatus: 130,
			}),
	},
	{name: 'end: removed', view: async () => ending('applied', [done('us-south', results.removed)])},
	{name: 'end: dry run', view: async () => ending('dry-run', [])},
	{name: 'end: quit', view: async () => ending('quit', [], {exitStatus: 1})},
	{
		name: 'end: refused',
		view: async () => ending('refused', [], {refusal: {key: 'error.role-too-low'}, exitStatus: 3}),
	},
];

const topics: ReadonlyArray<readonly [Topic, () => Promise<View>]> = [
	['checks', async () => viewOf((fake) => fake.give('target', {loggedIn: false}))],
	['user', async () => viewOf(() => {})],
	['key', async () => viewOf(() => {}, toKey)],
	['region', async () => viewOf(() => {}, toRegion)],
	['group', async () => viewOf((fake) => fake.target({region: 'us-south'}), toGroup)],
	[
		'review',
		async () =>
			viewOf(
				() => {},
				async (session) => toReview(session),
			),
	],
	['confirm', async () => orphanConfirmation()],
];

const help: readonly State[] = topics.map(([topic, view]) => ({
	name: `help: ${topic}`,
	view,
	keys: ['?'],
	shows: /Esc [^·]*(?:help|Hilfe)/,
}));

const replaced = set('1234567_old@example.com');

const windows: readonly State[] = [
	{name: 'window: too small', view: async () => viewOf(() => {}), size: {columns: 30, rows: 10}},
	{name: 'window: the smallest', view: async () => viewOf(() => {}), size: {columns: 40, rows: 12}},
	{
		name: 'window: a review in the smallest',
		view: async () =>
			viewOf(
				(fake) => fake.give('credential us-south group-1', replaced.ok ? replaced.value : undefined),
				async (session) => toReview(session),
			),
		size: {columns: 40, rows: 12},
	},
];

/** Every state of every step, in the order of a session. */
export const states: readonly State[] = [
	...checks,
	...users,
	...keyStates,
	...places,
	...reviews,
	...boards,
	...endings,
	...help,
	...windows,
];
