import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Configuration, ErrorKind} from '../../source/ibmcloud/types.ts';
import {checksOf} from '../../source/wizard/session/checks.ts';
import {placeOf} from '../../source/wizard/context.ts';
import type {CheckId} from '../../source/wizard/view.ts';
import {account, defaultGroup, FakeSession} from '../support/fake-session.ts';
import {namesOf} from '../support/session-moves.ts';
import {contextOf} from './contexts.ts';

type ChecksResult = ReturnType<typeof checksOf>;

/** Returns the checks after all answers, in a session that is prepared first. */
async function checked(
	prepare: (fake: FakeSession) => void = () => {},
	isInteractive = false,
): Promise<ChecksResult> {
	const fake = new FakeSession();
	prepare(fake);
	const {version, plugins, target, linked, users} = fake.reads;
	await Promise.all([version, plugins, target, linked, users].map(async (read) => read.start()));
	const place = placeOf(fake.configuration, target.value(), linked.value());
	return checksOf(contextOf(fake, {place, isInteractive}));
}

function lineOf({checks}: ChecksResult, id: CheckId): [string, string | undefined, string | undefined] {
	const check = checks.find((candidate) => candidate.id === id);
	assert.ok(check);
	return [check.state, check.result?.key, check.remedy];
}

function actionsOf({blocker}: ChecksResult): string[] | undefined {
	return blocker && namesOf(blocker.actions);
}

test('where all is there, every line is fine and nothing stands in the way', async () => {
	const result = await checked();
	assert.deepEqual(
		result.checks.map(({id, state}) => `${id} ${state}`),
		[
			'cli fine',
			'container-service fine',
			'sl fine',
			'login fine',
			'account fine',
			'group fine',
			'region fine',
		],
	);
	assert.equal(result.isSettled, true);
	assert.equal(result.blocker, undefined);
});

test('each line runs until its own read has answered', async () => {
	const fake = new FakeSession();
	await fake.reads.version.start();
	const {checks, isSettled, blocker} = checksOf(contextOf(fake));
	assert.deepEqual(
		checks.map(({state}) => state),
		['fine', ...Array.from({length: 6}, () => 'running')],
	);
	assert.equal(isSettled, false);
	assert.equal(blocker, undefined);
});

/** Returns what is asked before and after a held read is answered; `undefined` means nothing. */
async function beforeAndAfter(
	held: 'linked' | 'users',
	answer: (fake: FakeSession) => void,
	prepare: (fake: FakeSession) => void,
): Promise<ReadonlyArray<string | undefined>> {
	const fake = new FakeSession();
	prepare(fake);
	fake.hold(held);
	const {version, plugins, target, linked, users} = fake.reads;
	const started = [version, plugins, target, linked, users].map(async (read) => read.start());
	await Promise.all(started.filter((_read, index) => index !== (held === 'linked' ? 3 : 4)));
	const screen = (): string | undefined => {
		const place = placeOf(fake.configuration, target.value(), linked.value());
		const result = checksOf(contextOf(fake, {place, isInteractive: true}));
		return result.blocker && JSON.stringify(result);
	};
	const before = screen();
	answer(fake);
	await Promise.all(started);
	return [before, screen()];
}

test('a screen that asks stands still: what it quotes has answered, and what comes later changes nothing', async () => {
	const expire = (name: string) => (fake: FakeSession) => fake.fail(name, 'session-expired', `of ${name}`);
	const loggedOut = (fake: FakeSession): void => fake.give('target', {loggedIn: false});
	const noPlugin = (fake: FakeSession): void => fake.give('plugins', []);
	const [early, late] = await beforeAndAfter('linked', expire('linked'), loggedOut);
	assert.equal(early, undefined, 'asked before the account was read');
	assert.match(late ?? '', /of linked/u);

	const known = (fake: FakeSession): void => {
		fake.configuration = {...configuration, account};
		expire('users')(fake);
	};
	assert.equal((await beforeAndAfter('linked', expire('linked'), known))[0], undefined);

	const noNetwork = (fake: FakeSession): void => fake.fail('target', 'network');
	for (const prepare of [loggedOut, noPlugin, noNetwork]) {
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		const [before, after] = await beforeAndAfter('users', expire('users'), prepare);
		assert.ok(before !== undefined);
		assert.equal(after, before);
	}
});

test('lines that are notes stop nothing', async () => {
	const table: ReadonlyArray<[string, (fake: FakeSession) => void, CheckId, string]> = [
		[
			'no sl',
			(fake) => fake.give('plugins', [{name: 'container-service', version: '1'}]),
			'sl',
			'check.sl.missing',
		],
		['plug-ins unreadable', (fake) => fake.fail('plugins', 'unreadable'), 'sl', 'check.plugin.unknown'],
		['version unreadable', (fake) => fake.fail('version', 'unreadable'), 'cli', 'check.cli.unknownVersion'],
		['no link', (fake) => fake.give('linked', {classicAccount: null}), 'account', 'check.account.notLinked'],
		['link unknown', (fake) => fake.fail('linked', 'network'), 'account', 'check.account.unknownLink'],
		['no group', (fake) => fake.target({region: 'us-south'}), 'group', 'check.group.none'],
		['no region', (fake) => fake.target({group: defaultGroup}), 'region', 'check.region.none'],
		[
			'no account',
			(fake) => fake.give('target', {loggedIn: true, user: 'x'}),
			'account',
			'check.account.none',
		],
	];
	for (const [name, prepare, id, key] of table) {
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		const result = await checked(prepare);
		assert.deepEqual(lineOf(result, id).slice(0, 2), ['note', key], name);
		assert.equal(result.blocker, undefined, name);
	}
});

test('what is missing is said in one sentence, with the command that mends it and what can be done', async () => {
	const all =
		(kind: ErrorKind, words = '') =>
		(fake: FakeSession) => {
			for (const name of ['version', 'plugins', 'target', 'linked', 'users']) {
				fake.fail(name, kind, words);
			}
		};
	const login = ['login', 'login-sso', 'retry', 'quit'];
	const table: ReadonlyArray<[string, (fake: FakeSession) => void, string, string | undefined, string[]]> = [
		[
			'no CLI',
			all('cli-missing'),
			'error.cli-missing',
			'https://cloud.ibm.com/docs/cli?topic=cli-getting-started',
			['retry', 'quit'],
		],
		[
			'CLI that others can change',
			all('cli-unsafe', 'drwxrwxrwx 0 0 /open'),
			'check.cli.unsafe',
			undefined,
			['retry', 'quit'],
		],
		[
			'CLI in the current directory',
			all('cli-unsafe'),
			'check.cli.currentDirectory',
			undefined,
			['retry', 'quit'],
		],
		[
			'no plug-in',
			(fake) => fake.give('plugins', [{name: 'sl', version: '1'}]),
			'check.container-service.missing',
			'ibmcloud plugin install container-service',
			['install:container-service', 'retry', 'quit'],
		],
		[
			'logged out',
			(fake) => fake.give('target', {loggedIn: false}),
			'check.login.none',
			'ibmcloud login',
			login,
		],
		[
			'logged out, as error',
			(fake) => fake.fail('target', 'not-logged-in'),
			'check.login.none',
			'ibmcloud login',
			login,
		],
		[
			'expired',
			(fake) => fake.fail('target', 'session-expired'),
			'error.session-expired',
			'ibmcloud login',
			login,
		],
		[
			'expired, met by another command',
			(fake) => fake.fail('users', 'session-expired'),
			'error.session-expired',
			'ibmcloud login',
			login,
		],
		['no network', (fake) => fake.fail('target', 'network'), 'error.network', undefined, ['retry', 'quit']],
	];
	for (const [name, prepare, key, remedy, actions] of table) {
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		const result = await checked(prepare);
		assert.equal(result.blocker?.message.key, key, name);
		assert.equal(result.blocker.remedy, remedy, name);
		assert.deepEqual(actionsOf(result), actions, name);
		assert.equal(result.blocker.exitStatus, 3, name);
	}
});

test('a login is not called fine where nothing tells whether a command failed for it', async () => {
	for (const name of ['users', 'linked']) {
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		const result = await checked((fake) => fake.fail(name, 'unknown'));
		assert.deepEqual(lineOf(result, 'login'), ['note', 'check.login.doubtful', undefined], name);
		assert.equal(result.blocker, undefined, name);
	}

	const busy = await checked((fake) => fake.fail('users', 'service-unavailable'));
	assert.equal(lineOf(busy, 'login')[0], 'fine');
});

test('the rehearsal is offered where there is no CLI and somebody can be asked', async () => {
	const missing = (fake: FakeSession): void => fake.fail('version', 'cli-missing');
	assert.deepEqual(actionsOf(await checked(missing, true)), ['retry', 'demo', 'quit']);
});

const configuration: Configuration = {
	loggedIn: true,
	user: 'file@example.com',
	account,
	classicAccount: '7654321',
	group: defaultGroup,
	region: 'eu-de',
};

test('the place is what the file says, until the CLI has confirmed it', () => {
	const place = placeOf(configuration, undefined, undefined);
	assert.equal(place.user, 'file@example.com');
	assert.equal(place.region, 'eu-de');
	assert.deepEqual(placeOf(undefined, undefined, undefined), {loggedIn: false});
});

test('the CLI’s answer wins over the file, and keeps the linked number of the same account', () => {
	const place = placeOf(configuration, {loggedIn: true, account, region: 'au-syd'}, undefined);
	assert.deepEqual(place, {loggedIn: true, account, region: 'au-syd', classicAccount: '7654321'});
	const other = placeOf(configuration, {loggedIn: true, account: {id: 'account-2', name: 'x'}}, undefined);
	assert.equal(other.classicAccount, undefined);
});

test('a linked number from any source wins over "none is linked", which is only inferred', () => {
	const target = {loggedIn: true, account};
	const none: Configuration = {...configuration, classicAccount: null};
	assert.equal(placeOf(none, target, {classicAccount: '1234567'}).classicAccount, '1234567');
	assert.equal(placeOf(none, target, {classicAccount: undefined}).classicAccount, null);
	assert.equal(placeOf(configuration, target, {classicAccount: null}).classicAccount, '7654321');
});

test('a target that could not be read leaves the file’s word', async () => {
	const fake = new FakeSession();
	fake.fail('target', 'network');
	const {target, linked} = fake.reads;
	await target.start();
	assert.equal(placeOf(configuration, target.value(), linked.value()).user, 'file@example.com');
});
