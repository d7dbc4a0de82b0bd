import assert from 'node:assert/strict';
import {test} from 'node:test';
import {progressLines, recordedState} from '../../../source/frontends/lines/progress-lines.ts';
import {checkLines, transcriptLine} from '../../../source/frontends/lines/check-lines.ts';
import {errorLines} from '../../../source/frontends/lines/error-lines.ts';
import {commandLines, reviewLines} from '../../../source/frontends/lines/review-lines.ts';
import {endless} from '../../../source/frontends/lines/table/table.ts';
import {plainLine, plainText} from '../../../source/frontends/lines/print.ts';
import type {JournalEntry} from '../../../source/plan/journal-entry.ts';
import {message} from '../../../source/text/message.ts';
import {englishTexts as texts} from '../../../source/text/texts.ts';
import type {Settings} from '../../../source/wizard/settings.ts';
import {ended, failure, permissions, planned, results, username} from '../../plan/plans.ts';
import {FakeSession, jane, john, key} from '../../support/fake-session.ts';
import {give, settled, stageOf, toReview} from '../../support/session-moves.ts';

/** Returns the review of one scope as plain text, after a session is prepared like this. */
async function review(
	prepare: (fake: FakeSession) => void = () => {},
	options: Partial<Settings> = {},
): Promise<string> {
	const fake = new FakeSession();
	prepare(fake);
	const session = fake.start(options);
	await toReview(session);
	return plainText(reviewLines(stageOf(session, 'review').review, texts, endless));
}

test('the review of one scope: what is there, what will be, what that means, and the commands', async () => {
	const text = await review((fake) => {
		fake.credentials.set('us-south group-1', john.username);
		fake.give('clusters', [{id: '1', name: 'prod-dal', region: 'us-south', groupId: 'group-1'}]);
	});
	assert.match(
		text,
		/^Another user of the same infrastructure account\.\n {2}us-south \/ default\n {2}now: 1234567_john@example\.com\n {2}new: 1234567_jane@example\.com, key [0-9a-f]{8}\n {2}classic clusters here: prod-dal$/m,
	);
	assert.match(text, /To undo this you need the key of 1234567_john@example\.com\./);
	assert.doesNotMatch(text, /ibmcloud ks credential set|process list/);
	assert.ok(!text.includes(key));
});

test('that a pair is rejected is said once, with its flag only where nobody can be asked', async () => {
	for (const isInteractive of [true, false]) {
		// oxlint-disable-next-line no-await-in-loop -- one session after the other
		const text = await review(
			(fake) => fake.give(`pair ${jane.username}`, {kind: 'refused', words: 'Invalid API key'}),
			{isInteractive, pairCheckHost: {host: 'api.softlayer.com', isIbm: true}},
		);
		assert.equal(text.split('rejected this username and key').length, 2, text);
		assert.equal(text.includes("'--no-pair-check' sets them anyway."), !isInteractive);
	}
});

test('an account that is not known is said to be that, and the other one is named', async () => {
	const fake = new FakeSession();
	fake.credentials.set('us-south group-1', john.username);
	const session = fake.start();
	await settled();
	session.reply({kind: 'as-typed', text: 'SL27821'});
	give.key(session);
	give.regions(session, 'us-south');
	await settled();
	assert.match(
		plainText(reviewLines(stageOf(session, 'review').review, texts, endless)),
		/^Another infrastructure account: one that is not known instead of 1234567\.$/m,
	);
});

test('a review says what it touches, also where that is nothing', async () => {
	assert.match(await review(), /^ {2}classic clusters here: none$/m);
});

test('the commands, each block once with its scopes, and what shows the key while they run', async () => {
	const session = new FakeSession().start();
	await toReview(session);
	const text = plainText(commandLines(stageOf(session, 'review').review, texts));
	assert.match(
		text,
		/^ {2}us-south \/ default\n {2}ibmcloud ks credential set classic .* && ibmcloud ks credential get --region=us-south -q && /m,
	);
	assert.match(text, /process list/);
	assert.ok(!text.includes(key));
});

test('clusters that can be orphaned are named, with how that shows and what undoes it', async () => {
	const text = await review((fake) => {
		fake.credentials.set('us-south group-1', '7654321_root@example.com');
		fake.give('clusters', [{id: '1', name: 'prod-dal', region: 'us-south', groupId: 'group-1'}]);
	});
	assert.match(text, /^! us-south \/ default$/m);
	assert.match(text, /NOTE {2}Can be orphaned \(“incorrect account for worker”\): prod-dal\./);
	assert.match(text, /Another infrastructure account: 1234567 instead of 7654321\./);
	assert.match(text, /To undo this you need the key of 7654321_root@example\.com\./);
});

test('what stands in the way replaces the commands, with the CLI’s own words below', async () => {
	const text = await review((fake) =>
		fake.fail('credential us-south group-1', 'network', 'FAILED\ndial tcp: no such host'),
	);
	assert.match(text, /could not be read/);
	assert.match(text, /FAILED {2}IBM Cloud could not be reached\./);
	assert.match(text, /'ibmcloud ks' said:\n.*FAILED\n.*dial tcp: no such host/);
	assert.doesNotMatch(text, /Commands that will run/);
});

test('an error: our sentence, what to do, and under it the CLI’s own words', () => {
	const {error} = failure('key-invalid', 'FAILED\n\nInvalid API key');
	assert.equal(
		plainText(errorLines(error, texts)),
		[
			'FAILED  The infrastructure username and API key do not match.',
			'  Check both, enter the key again, then try again. Nothing is retried automatically.',
			"  'ibmcloud ks' said:",
			'    FAILED',
			'    Invalid API key',
			'',
		].join('\n'),
	);
});

test('a role that is too low: who reads needs a Viewer, who sets and removes an Administrator', () => {
	const remedy = (command: string): string =>
		plainText(errorLines({...failure('role-too-low').error, command}, texts));
	for (const read of ['credential get --region=us-south', 'infra-permissions get', 'cluster ls']) {
		assert.match(remedy(`ibmcloud ks ${read}`), /Ask for the Viewer platform role/u);
	}

	assert.match(remedy('GET https://containers.cloud.ibm.com/global/v1/credentials'), /the Viewer/u);
	for (const write of ['set classic', 'unset']) {
		assert.match(remedy(`ibmcloud ks credential ${write} --region=us-south`), /the Administrator/u);
	}

	assert.match(remedy('POST https://containers.cloud.ibm.com/global/v1/credentials'), /the Administrator/u);
});

test('an error without words says nothing of them', () => {
	assert.doesNotMatch(plainText(errorLines(failure('timed-out').error, texts)), /said:/);
});

test('while it is applied: how many are done, a row per scope with how it ended, what failed first', () => {
	const {verified, notProven, removed, differs, targetChanged, unknown, notStarted} = results;
	const {error} = failure('role-too-low', 'Forbidden');
	const scopes = [
		{...verified, permissions: permissions()},
		notProven,
		{...notProven, unreadable: failure('service-unavailable', '503 Service Unavailable').error} as const,
		removed,
		differs,
		targetChanged,
		{kind: 'failed', error, wasSet: false} as const,
		unknown,
		notStarted,
	].map((result) => ended(result));
	const text = plainText(progressLines({scopes, isLeaving: false, actions: []}, texts, endless));
	assert.match(text, /^4 of 9 done\ndefault: linked account → /u);
	for (const expected of [
		`OK      us-south / default  verified: pair accepted\n`,
		`NOTE    us-south / default  set; key not proven\n`,
		'    infra-permissions, which would prove it, could not be read.\n',
		'      503 Service Unavailable\n',
		`OK      us-south / default  removed: none read back\n`,
		`FAILED  us-south / default  differs\n    the read-back differs: ${username} was set, but other is in force`,
		'stopped: the target changed from default to other',
		`FAILED  us-south / default  not set\n    Your role is too low for this.`,
		'      Forbidden\n',
		'not known: it was not finished',
		`us-south / default  not started\n`,
	]) {
		assert.ok(text.includes(expected), `${expected}\nis not in\n${text}`);
	}

	assert.ok(text.indexOf('FAILED') < text.indexOf('OK '));
});

test('while it is applied one line says what goes on and since when, and leaving says what it waits for', () => {
	const scopes = [
		{planned: planned(), state: {kind: 'pending'}},
		{planned: planned(), state: {kind: 'setting', startedAt: 5}},
		{planned: planned(), state: {kind: 'reading-back', startedAt: 6}},
	] as const;
	const lines = progressLines({scopes, isLeaving: true, actions: []}, texts, endless);
	assert.deepEqual(
		lines.map(({mark = 'none', startedAt}) => [mark, startedAt]),
		[
			['running', 5],
			['none', undefined],
			['pending', undefined],
			['running', undefined],
			['running', undefined],
			['note', undefined],
		],
	);
	assert.match(plainText(lines), /^0 of 3 done\. Now: us-south \/ default and 1 more\n/);
	assert.match(plainText(lines.slice(-1)), /nothing new is started/);
});

test('the checks, and below them the command that mends what stands in the way, unless an entry runs it', async () => {
	const fake = new FakeSession();
	fake.give('plugins', []);
	const session = fake.start();
	await settled();
	const stage = stageOf(session, 'checks');
	const text = plainText(checkLines(stage, texts));
	assert.match(text, /^OK {2}ibmcloud: version 2\.30\.0$/m);
	assert.match(
		text,
		/^FAILED {2}Plug-in container-service: The container-service plug-in is not installed\.$/m,
	);
	assert.doesNotMatch(text, /ibmcloud plugin install/);
	assert.ok(stage.blocker !== undefined);
	const alone = {...stage, blocker: {...stage.blocker, actions: []}};
	assert.match(plainText(checkLines(alone, texts)), /^ {2}ibmcloud plugin install container-service$/m);
});

test('an answered step is one line', () => {
	const entry = {
		id: '0',
		about: 'answer',
		state: 'fine',
		label: message('user.title'),
		text: message('value.plain', {value: jane.username}),
	} as const;
	assert.equal(plainLine(transcriptLine(entry, texts)), `OK  Infrastructure user: ${jane.username}`);
});

test('a result in the journal that is none, or of another version, is no crash', () => {
	for (const [result, said] of [
		[null, ''],
		['of-another-version', 'of-another-version'],
	]) {
		assert.equal(recordedState({result} as unknown as JournalEntry, texts), said);
	}
});
