import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {Sandbox} from '../support/sandbox.ts';

/*
The built program over what the real plug-in printed when IAM or the classic API failed. It relies on no
language: an expired session offers the login, a busy service is asked again, and nothing mentions an
unrelated key or update.
*/

const samples = path.resolve(import.meta.dirname, '../samples');

/** Makes the list of users end as a sample did. */
function failingLike(sandbox: Sandbox, sample: string): void {
	const [out, err] = sample.startsWith('iam/') ? ['out', 'err'] : ['stdout', 'stderr'];
	const file = path.join(samples, sample);
	const clause = `*"sl user list"*) echo >>"$HOME/asked"; cat '${file}.${out}'; cat '${file}.${err}' >&2; exit "$(cat '${file}.code')";;`;
	sandbox.interceptCli(clause);
}

const timesAsked = (sandbox: Sandbox): number =>
	readFileSync(path.join(sandbox.home, 'asked'), 'utf8').split('\n').length - 1;

const offersLogin = /^(?:❯| ) Log in (?:now|again): ibmcloud login/mu;

for (const [sample, login, asked] of [
	['iam/fr_FR.0400', true, 1],
	['iam/ja_JP.0407', true, 1],
	['iam/zh_Hans.0408', true, 1],
	['iam/de_DE.0439short', true, 1],
	['iam/ja_JP.401', true, 1],
	['iam/de_DE.0513', false, 1],
	['iam/zh_Hans.429', false, 3],
	['iam/fr_FR.503', false, 3],
	['iam/de_DE.html', false, 3],
	['sl-live/invalidtoken-1', true, 1],
	['sl-live/e401-1', true, 1],
	['sl-live/obj200-1', false, 3],
	['sl/list-null-json', false, 3],
	['sl-live/drop-1', false, 3],
] as const) {
	test(`${sample} in place of the users: ${login ? 'a login is offered' : 'no login is offered'}, asked ${asked} times`, async () => {
		using sandbox = new Sandbox();
		failingLike(sandbox, sample);
		await using terminal = await sandbox.open([], {rows: 40});
		await terminal.waitFor(/^❯ (?:Try again|Log in)/mu, {timeout: 30_000});
		assert.equal(offersLogin.test(terminal.text()), login, terminal.text());
		assert.doesNotMatch(terminal.text(), /update ibmcloud|API key do not match/iu);
		assert.equal(timesAsked(sandbox), asked);
	});
}

for (const locale of ['de_DE', 'en_US', 'fr_FR', 'ja_JP', 'zh_Hans']) {
	test(`a login that may be over is not called fine: ${locale}, where the words are all that there is`, async () => {
		using sandbox = new Sandbox();
		failingLike(sandbox, `iam/${locale}.0407`);
		const {stdout} = await sandbox.run(['doctor']);
		assert.match(stdout, /^(?:NOTE|FAILED) {2}Login: /mu);
	});
}

test('a user whose name has lost something is in the list, says so, and is not taken', async () => {
	using sandbox = new Sandbox();
	failingLike(sandbox, 'sl-live/fffd-1');
	await using terminal = await sandbox.open([], {rows: 40});
	await terminal.waitFor('1234567_good@x.example');
	assert.match(terminal.text(), /❯ 1234567_half.pair@x\.example.*unreadable name/u);
	terminal.press('enter');
	await terminal.waitFor(/^✖.*unreadable name, cannot be selected/mu);
	assert.match(terminal.text(), /Which infrastructure user/u);
});
