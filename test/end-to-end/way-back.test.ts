import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {Canary, seenChildren, watchChildren} from '../support/canary.ts';
import {classicApi} from '../support/classic-api.ts';
import {chooseEntry, giveKey, sampleUser as mistaken, toReview} from '../support/session-steps.ts';
import {Sandbox} from '../support/sandbox.ts';
import {credential} from '../support/scenarios.ts';
import type {TerminalSession} from '../support/terminal.ts';
import {standardServices} from '../../source/simulator/standard.ts';

const old = '7654321_infra.admin@example.com';

/** Makes a service that has the old account's user set over a cluster. */
async function machine(context: Parameters<typeof classicApi>[0]): Promise<Sandbox> {
	return new Sandbox({
		services: {...standardServices, credentials: [credential(old)]},
		environment: await classicApi(context),
	});
}

/** Replaces the old user by mistake, after giving the key that leads back, up to the actions at the end. */
async function replaceUndoably(sandbox: Sandbox, terminal: TerminalSession): Promise<void> {
	await toReview(terminal, {key: sandbox.keyOf(mistaken)});
	assert.match(terminal.text(), new RegExp(`To undo this you need the key of\\s+${old}`, 'u'));
	await chooseEntry(terminal, `Enter the key of ${old}`);
	await terminal.waitFor('API key of 7654321');
	await giveKey(terminal, sandbox.keyOf(old));
	await terminal.waitFor('can be undone at the end');
	await applyTyping(terminal, '7654321');
	await terminal.waitFor('❯ Finish');
}

async function applyTyping(terminal: TerminalSession, account: string): Promise<void> {
	await terminal.waitFor('❯ Apply');
	terminal.press('enter');
	await terminal.waitFor(`Type ${account} to confirm`);
	terminal.type(account);
	terminal.press('enter');
}

async function reportFile(sandbox: Sandbox, number: number): Promise<string> {
	const file = path.join(sandbox.home, `run-${number}.md`);
	const {exitCode, stderr} = await sandbox.run(['history', '--report', file, '--run', String(number)]);
	assert.equal(exitCode, 0, stderr);
	return readFileSync(file, 'utf8');
}

test('a user is replaced with the old key taken, and undone from the end of the same run', async (context) => {
	using sandbox = await machine(context);
	await using terminal = await sandbox.open([], {columns: 100, rows: 40});
	await replaceUndoably(sandbox, terminal);
	assert.equal(sandbox.credential('us-south'), mistaken);

	await chooseEntry(terminal, `Undo it: put ${old} back`);
	await terminal.waitFor('❯ Apply');
	assert.match(terminal.text(), /Restores account 7654321, set here until \d{4}-\d\d-\d\d \d\d:\d\d UTC/u);
	assert.doesNotMatch(terminal.text(), /can be orphaned/u);
	await applyTyping(terminal, '1234567');
	await terminal.waitFor('❯ Finish');
	terminal.press('enter');
	assert.equal((await terminal.waitForExit()).exitCode, 0);
	assert.equal(sandbox.credential('us-south'), old);
	// Both receipts stay; the part that the names share is left out.
	assert.match(
		terminal.text(),
		/infra\.admin → infra\.admin \(1234567\) +verified[^]*infra\.admin \(1234567\) → infra\.admin +verified/u,
	);
	assert.match(terminal.text(), /key [\da-f]{8}\s+of\s+7654321_infra\.admin/u);

	const report = await reportFile(sandbox, 1);
	assert.match(report, new RegExp(`\\| ${old} \\| ${mistaken} \\|[^]*\\| ${mistaken} \\| ${old} \\|`, 'u'));
	assert.doesNotMatch(report, /To undo/u, 'it is undone already');
});

test('the key that was taken for the way back is given to no child, and is nowhere once the session has ended', async (context) => {
	using sandbox = await machine(context);
	watchChildren(sandbox);
	const canary = new Canary([sandbox.keyOf(old)]);
	await using terminal = await sandbox.open([], {columns: 100, rows: 40});
	await replaceUndoably(sandbox, terminal);
	terminal.press('ctrl-c');
	assert.equal((await terminal.waitForExit()).exitCode, 0, 'all was done, and only the undo was offered');
	assert.match(terminal.text(), /Verified: the credential is set\./u);
	assert.equal(sandbox.credential('us-south'), mistaken);
	canary.assertNotShown(terminal);
	canary.assertNotKept(sandbox, []);
	canary.assertNotInherited(seenChildren(sandbox), () => false);
});

test('a mistake is restored in a later run, which needs nothing but the old key, and both have their report', async (context) => {
	using sandbox = await machine(context);
	await using first = await sandbox.open([], {columns: 100, rows: 40});
	await toReview(first, {key: sandbox.keyOf(mistaken)});
	await applyTyping(first, '7654321');
	assert.equal((await first.waitForExit()).exitCode, 0);

	await using later = await sandbox.open([], {columns: 100, rows: 40});
	await later.waitFor('Which infrastructure user');
	await chooseEntry(later, 'Restore what was set in us-south / default until');
	await later.waitFor(`API key of ${old}`);
	await giveKey(later, sandbox.keyOf(old));
	await later.waitFor('❯ Apply');
	assert.match(later.text(), /Restores account 7654321/u);
	await applyTyping(later, '1234567');
	assert.equal((await later.waitForExit()).exitCode, 0);
	assert.equal(sandbox.credential('us-south'), old);

	const [mistake, repair] = [await reportFile(sandbox, 2), await reportFile(sandbox, 1)];
	assert.match(mistake, new RegExp(`\\| ${old} \\| ${mistaken} \\| prod-dal \\|`, 'u'));
	assert.match(repair, new RegExp(`\\| ${mistaken} \\| ${old} \\| prod-dal \\|`, 'u'));
	assert.match(repair, new RegExp(`--infrastructure-username=${mistaken}`, 'u'));
	await using next = await sandbox.open([], {columns: 100, rows: 40});
	await next.waitFor('Which infrastructure user');
	assert.doesNotMatch(next.text(), /Restore what was set/u);
});
