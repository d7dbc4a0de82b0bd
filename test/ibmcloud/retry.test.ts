import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import pLimit from 'p-limit';
import {createClient} from '../../source/ibmcloud/client.ts';
import {withRetries} from '../../source/ibmcloud/retry.ts';
import type {ErrorKind, Outcome} from '../../source/ibmcloud/types.ts';
import {createAdapter} from '../../source/shell/adapter.ts';
import {Secret} from '../../source/secrets/secret.ts';
import {scratchDirectory} from '../support/scratch.ts';
import {ScriptedCli} from './scripted-cli.ts';

const scratch = scratchDirectory();
const tooMany = {stderr: 'FAILED\nToo many requests. (HTTP 429)\n', exitCode: 1};

function failed(kind: ErrorKind): Outcome<string> {
	return {ok: false, error: {kind, words: '', command: ''}};
}

/** Runs a read that gives these answers in order, and logs what happens. */
async function run(answers: ReadonlyArray<Outcome<string>>, signal?: AbortSignal) {
	const log: string[] = [];
	const outcome = await withRetries(
		async () => {
			log.push('read');
			return (
				answers[Math.min(log.filter((entry) => entry === 'read').length, answers.length) - 1] ??
				failed('unknown')
			);
		},
		{
			signal,
			onRateLimit: () => log.push('fewer'),
			async pause(milliseconds) {
				log.push(String(milliseconds));
			},
		},
	);
	return {outcome, log: log.join(' ')};
}

test('a read that the service is too busy for is repeated twice, after growing pauses, and no more', async () => {
	for (const kind of ['rate-limited', 'service-unavailable'] as const) {
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		const {outcome, log} = await run([failed(kind)]);
		assert.deepEqual(outcome, failed(kind));
		assert.equal(log.replaceAll('fewer ', ''), 'read 1000 read 3000 read');
	}
});

test('the first answer that is none of these counts', async () => {
	const good: Outcome<string> = {ok: true, value: 'x'};
	assert.deepEqual(await run([failed('rate-limited'), good]), {outcome: good, log: 'read fewer 1000 read'});
	assert.deepEqual(await run([failed('service-unavailable'), failed('role-too-low')]), {
		outcome: failed('role-too-low'),
		log: 'read 1000 read',
	});
});

test('what the operator has to see is not repeated: network, login, time-out, nonsense', async () => {
	for (const kind of [
		'network',
		'session-expired',
		'timed-out',
		'killed',
		'unreadable',
		'unknown',
	] as const) {
		// oxlint-disable-next-line no-await-in-loop
		assert.equal((await run([failed(kind)])).log, 'read');
	}
});

test('who leaves does not wait for a repetition', async () => {
	const signal = AbortSignal.abort();
	assert.equal((await run([failed('service-unavailable')], signal)).log, 'read 1000');
	const repeated = withRetries(async () => failed('rate-limited'), {signal, onRateLimit() {}});
	assert.notEqual(await Promise.race([repeated, wait(500, 'late')]), 'late');
});

test('the client repeats reads, runs fewer side by side, and never repeats a write', async () => {
	const cli = new ScriptedCli(path.join(scratch, 'busy'));
	for (const name of [
		'ks-credential-get',
		'ks-credential-set-classic',
		'ks-credential-unset',
		'sl-user-apikey-7',
	]) {
		cli.answer(name, tooMany);
	}

	cli.answer('target', tooMany);
	const limit = pLimit(8);
	const client = createClient({
		run: createAdapter(cli.environment).run,
		program: {ok: true, value: {path: cli.program, leading: []}},
		limit,
		async pause() {},
	});
	const directory = cli.ownHome;
	const read = await client
		.credentialGet({region: 'us-south', groupName: 'default'}, () => [])(directory)
		.run();
	assert.equal(!read.ok && read.error.kind, 'rate-limited');
	assert.equal(cli.commands().length, 3);
	assert.equal(limit.concurrency, 2);

	for (const write of [
		client.credentialSet('us-south', 'u', new Secret('made-up-key-made-up'))(directory),
		client.credentialUnset('us-south')(directory),
		client.addApiKey(7)(directory),
		client.targetGroup('g')(directory),
		client.targetAccount('a')(directory),
	]) {
		const before = cli.commands().length;
		// oxlint-disable-next-line no-await-in-loop
		assert.equal((await write.run()).ok, false);
		assert.equal(cli.commands().length, before + 1, write.command);
	}
});
