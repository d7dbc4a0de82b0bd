import assert from 'node:assert/strict';
import {test} from 'node:test';
import {toKey} from '../support/session-steps.ts';
import {Sandbox} from '../support/sandbox.ts';
import type {TerminalSession} from '../support/terminal.ts';

/** The simulated user without a key. */
const filter = 'first.last';

/** What the real `sl` plug-in printed when it could not report that a key was created. */
const words = {
	exists: 'SoftLayer_Exception_Public: Each user can only have a single API key. (HTTP 500)',
	gone: "SoftLayer_Exception_ObjectNotFound: Unable to find object with id of '7002'. (HTTP 404)",
	lost: 'Get "http://127.0.0.1:24960/rest/v3.1/SoftLayer_User_Customer/7002/addApiAuthenticationKey.json": EOF',
} as const;

/** Makes a sandbox where creating a key ends like this; the service may have created one all the same. */
function sandboxWhere(how: keyof typeof words, {isCreated}: {readonly isCreated: boolean}): Sandbox {
	const sandbox = new Sandbox();
	const first = isCreated ? `(${sandbox.simulatorCall}) >/dev/null;` : '';
	const say = `printf '%s\\n' FAILED "Failed to add user's API authentication key" "${words[how].replaceAll('"', String.raw`\"`)}" >&2`;
	sandbox.interceptCli(`'sl user apikey '*) ${first} ${say}; exit 1;;`);
	return sandbox;
}

async function create(terminal: TerminalSession): Promise<void> {
	await toKey(terminal, filter);
	await terminal.waitFor('has no classic API key');
	terminal.press('down', 'enter');
}

for (const isCreated of [true, false]) {
	test(`the answer is lost and the key ${isCreated ? 'exists' : 'does not exist'}: neither is claimed, and how to look is said to the end`, async () => {
		using sandbox = sandboxWhere('lost', {isCreated});
		await using terminal = await sandbox.open([], {rows: 40});
		await create(terminal);
		await terminal.waitFor(isCreated ? 'the list now says that' : 'so it is not known whether');
		await terminal.waitFor(/sl user detail \d+ --keys/);
		assert.doesNotMatch(terminal.text(), /could not be reached|has no classic API key/);
		terminal.press('ctrl-c');
		assert.equal((await terminal.waitForExit()).exitCode, 130);
		assert.match(terminal.text(), /whether an API key was created for/);
		assert.match(terminal.text(), /ibmcloud sl user detail \d+ --keys/);
		assert.doesNotMatch(terminal.text(), /Nothing was changed/);
	});
}

test('the user has got a key meanwhile: that alone is said, and the list says so, too', async () => {
	using sandbox = sandboxWhere('exists', {isCreated: true});
	await using terminal = await sandbox.open([], {rows: 40});
	await create(terminal);
	await terminal.waitFor('already has an API key');
	await terminal.waitFor((seen) => !/has no classic API key|Create the API key/.test(seen.text()));
	terminal.press('escape');
	await terminal.waitFor('Which infrastructure user');
	terminal.type(filter);
	await terminal.waitFor(/ 1 of \d+/);
	assert.match(terminal.text(), /first\.last.*has a key/);
	terminal.press('ctrl-c');
	await terminal.waitForExit();
	assert.match(terminal.text(), /Nothing was changed/);
});

test('the user is gone: another one can be chosen', async () => {
	using sandbox = sandboxWhere('gone', {isCreated: false});
	await using terminal = await sandbox.open([], {rows: 40});
	await create(terminal);
	await terminal.waitFor('no longer exists');
	assert.doesNotMatch(terminal.text(), /has no classic API key|Create the API key/);
	terminal.press('down', 'enter');
	await terminal.waitFor('Which infrastructure user');
});
