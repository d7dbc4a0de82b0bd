import {regionNames, type RegionName} from '../../source/ibmcloud/facts/regions.ts';
import type {InfrastructureUser} from '../../source/ibmcloud/types.ts';
import type {ScopeProgress, ScopeResult, ScopeState} from '../../source/plan/plan.ts';
import {statusOfScopes} from '../../source/plan/status.ts';
import type {Session} from '../../source/wizard/session.ts';
import type {Loading} from '../../source/wizard/question.ts';
import type {Report, Stage, Topic, View} from '../../source/wizard/view.ts';
import {account, FakeSession, jane, key} from '../../test/support/fake-session.ts';
import {bracketed} from '../../test/support/keys.ts';
import {give, settled, toReview} from '../../test/support/session-moves.ts';
import {failure, plan, planned, results, set} from '../../test/plan/plans.ts';

/** One state of the gallery. */
export interface State {
	readonly name: string;
	/** Makes the view afresh for each frame. */
	readonly view: () => Promise<View>;
	readonly keys?: readonly string[];
	/** What the state shows after the keys, in every language. */
	readonly shows?: RegExp;
	/** The window, where it is not one of the usual sizes. */
	readonly size?: {readonly columns: number; readonly rows: number};
}

const down = '\u001B[B';
const enter = '\r';

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

const nothing = (): void => {};

/** Makes the view of a session that is prepared in some way and has gone this far. */
function seen(
	prepare: (fake: FakeSession) => void = nothing,
	go: (session: Session) => void | Promise<void> = nothing,
	options: Parameters<FakeSession['start']>[0] = {},
): State['view'] {
	return async () => {
		const fake = new FakeSession();
		fake.giveUsers(people);
		prepare(fake);
		const session = fake.start({
			isDemo: true,
			pairCheckHost: {host: 'api.softlayer.com', isIbm: true},
			...options,
		});
		await settled();
		await go(session);
		await settled();
		return session.view();
	};
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
	{name: 'checks: running', view: seen((fake) => fake.hold('target'))},
	{name: 'checks: ibmcloud is not installed', view: seen((fake) => fake.fail('version', 'cli-missing'))},
	{
		name: 'checks: a plug-in is missing',
		view: seen((fake) => fake.give('plugins', [{name: 'sl', version: '1.5.9'}])),
	},
	{name: 'checks: nobody is logged in', view: seen((fake) => fake.give('target', {loggedIn: false}))},
	{
		name: 'checks: the session has expired',
		view: seen((fake) =>
			fake.fail('target', 'session-expired', 'BXNIM0408E: Provided refresh token is expired'),
		),
	},
];

const users: readonly State[] = [
	{name: 'user: loading', view: async () => runningFor(await seen((fake) => fake.hold('users'))(), 0)},
	{name: 'user: slow', view: async () => runningFor(await seen((fake) => fake.hold('users'))(), 12)},
	{name: 'user: a list', view: seen()},
	{name: 'user: one row', view: seen((fake) => fake.giveUsers(people.slice(1, 2)))},
	{name: 'user: empty', view: seen((fake) => fake.giveUsers([]))},
	{
		name: 'user: thousands',
		view: seen((fake) => {
			const many = Array.from({length: 5000}, (_each, index) =>
				person(`1234567_user${String(index).padStart(4, '0')}@example.com`, `User ${index}`),
			);
			fake.giveUsers(many);
		}),
		keys: [down, down],
		shows: /❯ .*user0002/,
	},
	{name: 'user: filtered', view: seen(), keys: [...'jan'], shows: /jan[^]*❯ .*jane/},
	{
		name: 'user: filtered to nothing',
		view: seen(),
		keys: [...'7654321_x@example.com'],
		shows: /❯ .*7654321_x/,
	},
	{name: 'user: a key pasted into the visible field', view: seen(), keys: [bracketed(key)], shows: /✖/},
	{
		name: 'user: error with retry',
		view: seen((fake) =>
			fake.fail(
				'users',
				'network',
				'Failed to list users.\nGet "https://api.softlayer.com/rest/v3.1/SoftLayer_Account/getUsers.json": dial tcp: i/o timeout',
			),
		),
	},
	{
		name: 'user: no plug-in sl, typed',
		view: seen((fake) => {
			fake.hold('users');
			fake.give('plugins', [{name: 'container-service', version: '1.0.864'}]);
		}),
		keys: [...'7654321_'],
		shows: /❯ 7654321_/,
	},
	{
		name: 'user: whose users are listed',
		view: seen(
			(fake) => fake.give('accounts', [account, {id: 'account-2', name: 'Old Infrastructure Account'}]),
			(session) => session.act({kind: 'change', step: 'listAccount'}),
		),
	},
];

const keyStates: readonly State[] = [
	{name: 'key: empty', view: seen(nothing, toKey)},
	{name: 'key: pasted', view: seen(nothing, toKey), keys: [bracketed(key)], shows: /64/},
	{
		name: 'key: pasted with spaces',
		view: seen(nothing, toKey),
		keys: [bracketed(`  ${key.slice(0, 30)} ${key.slice(30)}\n`)],
		shows: /64[^]*taken out/,
	},
	{
		name: 'key: of the wrong kind',
		view: seen(nothing, toKey),
		keys: [bracketed('aB3-'.repeat(11))],
		shows: /44[^]*!/,
	},
	{name: 'key: nothing typed', view: seen(nothing, toKey), keys: [enter], shows: /✖/},
	{
		name: 'key: the user has none',
		view: seen(nothing, (session) => give.user(session, '1234567_first.last@example.com')),
	},
	{
		name: 'key: one could not be made',
		view: seen(
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
	{name: 'region: a list', view: seen(nothing, toRegion)},
	{name: 'region: two marked', view: seen(nothing, toRegion), keys: [' ', down, ' '], shows: /◉[^]*◉/},
	{
		name: 'region: a data center finds its region',
		view: seen(nothing, toRegion),
		keys: [...'tor01'],
		shows: /❯ . us-east/,
	},
	{
		name: 'region: the targeted one has no classic clusters',
		view: seen((fake) => fake.target({group: {id: 'group-1', name: 'default'}, region: 'ca-tor'}), toRegion),
	},
	{name: 'group: a list', view: seen((fake) => fake.target({region: 'us-south'}), toGroup)},
	{
		name: 'group: error with retry',
		view: seen((fake) => {
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
		view: async () => runningFor(await seen((fake) => fake.hold('clusters'), toGroup)(), 3),
	},
	{name: 'review: short', view: seen(nothing, toReview)},
	{
		name: 'review: long',
		view: seen(
			(fake) => fake.credentials.set('eu-de group-1', jane.username),
			async (session) => toReview(session, regionNames),
		),
	},
	{
		name: 'review: clusters that can be orphaned',
		view: seen((fake) => {
			fake.credentials.set('us-south group-1', '7654321_robot@example.com');
			fake.give('clusters', [cluster('prod-dal'), cluster('batch-dal')]);
		}, toReview),
	},
	{
		name: 'review: the key for the way back',
		view: seen(replacing, async (session) => {
			await toReview(session);
			session.act({kind: 'change', step: 'oldKeys', about: former});
		}),
	},
	{name: 'review: the way back is held', view: seen(replacing, withWayBack)},
	{
		name: 'apply: done, and can be undone',
		view: seen(replacing, async (session) => {
			await withWayBack(session);
			applyTyping(session);
		}),
	},
	{
		name: 'review: a change that leads back',
		view: seen(replacing, async (session) => {
			await withWayBack(session);
			applyTyping(session);
			await settled();
			session.act({kind: 'restore'});
		}),
	},
	{
		name: 'review: the pair is refused',
		view: seen(
			(fake) => fake.give(`pair ${jane.username}`, {kind: 'refused', words: 'Invalid API token.'}),
			toReview,
		),
	},
	{
		name: 'review: what is set now cannot be read',
		view: seen(
			(fake) =>
				fake.fail('credential us-south group-1', 'role-too-low', 'You are not authorized. (HTTP 403)'),
			toReview,
		),
	},
	{
		name: 'review: offline',
		view: seen((fake) => {
			fake.fail('credential us-south group-1', 'network', 'dial tcp: i/o timeout');
			fake.fail('clusters', 'network', 'dial tcp: i/o timeout');
			fake.give(`pair ${jane.username}`, {kind: 'skipped', reason: 'network', words: ''});
		}, toReview),
	},
	{
		name: 'review: unset',
		view: seen(
			(fake) => fake.credentials.set('us-south group-1', jane.username),
			async (session) => {
				give.regions(session, 'us-south');
				await settled();
			},
			{change: 'unset'},
		),
	},
	{name: 'review: dry run', view: seen(nothing, toReview, {isDryRun: true})},
	{name: 'confirmation', view: orphanConfirmation()},
	{name: 'confirmation: not the name', view: orphanConfirmation('Example'), shows: /✖/},
];

function orphanConfirmation(typed?: string): State['view'] {
	return seen(replacing, async (session) => {
		await toReview(session);
		session.act({kind: 'apply'});
		if (typed !== undefined) {
			session.reply({kind: 'confirmed', text: typed});
		}
	});
}

function scope(region: RegionName, state: ScopeState): ScopeProgress {
	return {planned: planned({scope: {region, group: {id: 'group-1', name: 'default'}}}), state};
}

function done(region: RegionName, result: ScopeResult): ScopeProgress {
	return scope(region, {kind: 'done', result, durationMs: 2100});
}

async function staged(stage: Stage): Promise<View> {
	return {...(await seen(nothing, toReview)()), transcript: [], stage};
}

/** @param scopes makes them afresh for each frame: they hold when they started */
function board(
	scopes: () => readonly ScopeProgress[],
	more: {readonly isLeaving?: boolean; readonly actions?: OfferedActions} = {},
): State['view'] {
	return async () =>
		staged({kind: 'apply', progress: {scopes: scopes(), isLeaving: false, actions: [], ...more}});
}

type OfferedActions = Extract<Stage, {kind: 'apply'}>['progress']['actions'];

const now = (): number => Date.now() - 2000;

const boards: readonly State[] = [
	{
		name: 'apply: under way',
		view: board(() => [
			done('us-south', results.verified),
			scope('us-east', {kind: 'reading-back', startedAt: now()}),
			scope('eu-de', {kind: 'setting', startedAt: now()}),
			scope('eu-gb', {kind: 'pending'}),
		]),
	},
	{
		name: 'apply: one failed',
		view: board(
			() => [
				done('us-south', results.verified),
				done('eu-de', {
					kind: 'failed',
					wasSet: false,
					error: failure('key-invalid', 'SoftLayer_Exception_User_Customer_Unauthorized: Invalid API key')
						.error,
				}),
			],
			{
				actions: [
					{action: {kind: 'retry-failed'}, label: {key: 'action.retryFailed', values: {count: 1}}},
					{action: {kind: 'finish'}, label: {key: 'action.finish'}},
				],
			},
		),
	},
	{
		name: 'apply: leaving',
		view: board(
			() => [scope('us-south', {kind: 'setting', startedAt: now()}), done('us-east', results.notStarted)],
			{isLeaving: true},
		),
	},
];

function ending(
	outcome: Report['outcome'],
	scopes: readonly ScopeProgress[],
	more: Partial<Report> = {},
): State['view'] {
	const report: Report = {
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
	};
	return async () => staged({kind: 'end', report});
}

const endings: readonly State[] = [
	{name: 'end: verified', view: ending('applied', [done('us-south', results.verified)])},
	{name: 'end: set, key not proven', view: ending('applied', [done('us-south', results.notProven)])},
	{name: 'end: the read-back differs', view: ending('applied', [done('us-south', results.differs)])},
	{
		name: 'end: some done, some not',
		view: ending('applied', [
			done('us-south', results.verified),
			done('us-east', results.failed),
			done('eu-de', results.targetChanged),
			done('eu-gb', results.unknown),
			done('jp-tok', results.notStarted),
		]),
	},
	{
		name: 'end: interrupted',
		view: ending('interrupted', [done('us-south', results.verified), done('eu-de', results.unknown)], {
			exitStatus: 130,
		}),
	},
	{name: 'end: removed', view: ending('applied', [done('us-south', results.removed)])},
	{name: 'end: dry run', view: ending('dry-run', [])},
	{name: 'end: quit', view: ending('quit', [], {exitStatus: 1})},
	{name: 'end: refused', view: ending('refused', [], {refusal: {key: 'error.role-too-low'}, exitStatus: 3})},
];

const topics: ReadonlyArray<readonly [Topic, () => Promise<View>]> = [
	['checks', seen((fake) => fake.give('target', {loggedIn: false}))],
	['user', seen()],
	['key', seen(nothing, toKey)],
	['region', seen(nothing, toRegion)],
	['group', seen((fake) => fake.target({region: 'us-south'}), toGroup)],
	['review', seen(nothing, toReview)],
	['confirm', orphanConfirmation()],
];

const help: readonly State[] = topics.map(([topic, view]) => ({
	name: `help: ${topic}`,
	view,
	keys: ['?'],
	shows: /Esc [^·]*(?:help|Hilfe)/,
}));

const replaced = set('1234567_old@example.com');

const windows: readonly State[] = [
	{name: 'window: too small', view: seen(), size: {columns: 30, rows: 10}},
	{name: 'window: the smallest', view: seen(), size: {columns: 40, rows: 12}},
	{
		name: 'window: a review in the smallest',
		view: seen(
			(fake) => fake.give('credential us-south group-1', replaced.ok ? replaced.value : undefined),
			toReview,
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
