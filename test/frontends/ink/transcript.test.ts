import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Transcript} from '../../../source/frontends/ink/transcript.ts';
import {noticeLine} from '../../../source/frontends/lines/notice-line.ts';
import {plainLine} from '../../../source/frontends/lines/print.ts';
import type {CommandNotice} from '../../../source/shell/adapter.ts';
import {englishTexts} from '../../../source/text/texts.ts';
import {Secret} from '../../../source/secrets/secret.ts';
import type {Session} from '../../../source/wizard/session.ts';
import {FakeSession, jane, john, key} from '../../support/fake-session.ts';
import {give, settled, toReview} from '../../support/session-moves.ts';

function notice(command: string, more: Partial<CommandNotice> = {}): CommandNotice {
	return {command, durationMs: 1234, ending: 'exited', exitCode: 0, ...more};
}

/** Begins the transcript of a session. */
function transcriptOf(session: Session): {readonly transcript: Transcript; readonly said: () => string[]} {
	const transcript = new Transcript(englishTexts, () => 80);
	transcript.take(session.view());
	session.subscribe(() => {
		transcript.take(session.view());
	});
	return {transcript, said: () => transcript.lines.get().map(plainLine)};
}

test('commands stand in the transcript in the order in which they ended; answers only once something is applied', async () => {
	const session = new FakeSession().start({pairCheckHost: {host: 'api.softlayer.com', isIbm: true}});
	const {transcript, said} = transcriptOf(session);
	transcript.explain(notice('ibmcloud version'));
	await toReview(session);
	transcript.explain(notice('ibmcloud target'));
	assert.deepEqual(said(), ['  ibmcloud version: 1.2 s', '  ibmcloud target: 1.2 s']);
	assert.equal(transcript.open(session.view()).length, 4);
	session.act({kind: 'apply'});
	assert.deepEqual(said().slice(2), [
		'OK  Ready    op@example.com in Example Account (1234567)',
		`OK  User     ${jane.username}`,
		`OK  API key  fingerprint ${new Secret(key).fingerprint}, accepted by api.softlayer.com`,
		'OK  Scopes   us-south / default',
	]);
	assert.deepEqual(transcript.open(session.view()), []);
	await session.ended;
});

test('after three changes of mind the transcript has the last answers only', async () => {
	const session = new FakeSession().start();
	const {said} = transcriptOf(session);
	await settled();
	give.user(session, john.username);
	session.back();
	give.user(session, jane.username);
	give.key(session, 'f'.repeat(64));
	session.back();
	give.key(session);
	give.regions(session, 'eu-de');
	session.act({kind: 'change', step: 'region'});
	give.regions(session, 'us-south');
	await settled();
	session.reviewShown();
	session.act({kind: 'apply'});
	await session.ended;
	const drawn = said().join('\n');
	for (const label of ['User', 'API key', 'Scopes']) {
		assert.equal(drawn.split(`OK  ${label}`).length, 2, drawn);
	}

	assert.ok(!drawn.includes(john.username) && !drawn.includes('eu-de'), drawn);
});

test('an answer that the terminal has kept above is drawn again only when it changes, and recorded once', async () => {
	const session = new FakeSession().start();
	const {transcript, said} = transcriptOf(session);
	await settled();
	give.user(session, john.username);
	const open = (): string[] => transcript.open(session.view()).map(({id}) => id);
	assert.deepEqual(open(), ['ready', 'user']);
	transcript.keep(transcript.open(session.view()));
	assert.equal(transcript.kept, 2);
	assert.deepEqual(open(), []);
	session.back();
	give.user(session, jane.username);
	assert.deepEqual(open(), ['user']);
	give.key(session);
	give.regions(session, 'eu-de');
	await settled();
	session.reviewShown();
	session.act({kind: 'apply'});
	await session.ended;
	const drawn = said().join('\n');
	assert.ok(!drawn.includes('Ready') && drawn.includes(`OK  User     ${jane.username}`), drawn);
	assert.equal(transcript.kept, 0);
});

test('answers of flags stand in the transcript, and say where they came from', async () => {
	const answers = {user: {value: {username: jane.username, listed: undefined}, source: 'flag'}} as const;
	const session = new FakeSession().start({answers});
	const {said} = transcriptOf(session);
	await settled();
	session.act({kind: 'quit'});
	session.leave();
	await session.ended;
	assert.ok(said().includes(`OK  User   ${jane.username} (flag)`), said().join('\n'));
});

test('a login that turns out to have ended takes the line away that said all is ready', async () => {
	const fake = new FakeSession();
	fake.hold('users');
	const session = fake.start();
	const {transcript} = transcriptOf(session);
	await settled();
	const states = (): string[] => transcript.open(session.view()).map(({id, state}) => `${id} ${state}`);
	assert.deepEqual(states(), ['ready fine']);
	fake.fail('users', 'session-expired');
	await settled();
	assert.deepEqual(states(), ['login missing']);
});

test('nothing comes after the end, which is said once', async () => {
	const session = new FakeSession().start();
	const transcript = new Transcript(englishTexts, () => 80);
	session.leave();
	await session.ended;
	transcript.take(session.view());
	const lines = transcript.lines.get();
	assert.match(lines.map(plainLine).join('\n'), /Nothing was changed/);
	transcript.take(session.view());
	transcript.explain(notice('ibmcloud version'));
	assert.equal(transcript.lines.get(), lines);
});

test('a command is said with its duration, and how it ended where that is not well', () => {
	const said = (more: Partial<CommandNotice>): string =>
		plainLine(noticeLine(notice('ibmcloud x', more), englishTexts, 0));
	assert.equal(said({}), 'ibmcloud x: 1.2 s');
	assert.equal(said({exitCode: 1}), 'ibmcloud x: exit status 1, 1.2 s');
	assert.equal(said({ending: 'timed-out', exitCode: undefined}), 'ibmcloud x: stopped early, 1.2 s');
});
