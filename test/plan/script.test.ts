import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {test} from 'node:test';
import {planScript} from '../../source/plan/script.ts';
import {plan, planned, set, username} from './plans.ts';

const infra = {id: 'group-2', name: "it's infra"} as const;
const twoGroups = [
	planned(),
	planned({scope: {region: 'eu-de', group: {id: 'group-1', name: 'default'}}}),
	planned({scope: {region: 'us-east', group: infra}}),
];

test('the script targets every group once, and goes back to the one that was targeted', () => {
	const script = planScript(plan(twoGroups, {targetedGroup: 'default'}));
	assert.deepEqual(script.match(/^ibmcloud target.*/gm), [
		'ibmcloud target -g default',
		String.raw`ibmcloud target -g 'it'\''s infra'`,
		'ibmcloud target -g default',
	]);
	assert.ok(!script.includes('made-up-key'));
});

test('the script runs in a shell and takes the key from standard input, with and without the end of the line', () => {
	const directory = mkdtempSync(path.join(tmpdir(), 'script-'));
	try {
		const log = path.join(directory, 'log');
		const cli = path.join(directory, 'ibmcloud');
		writeFileSync(cli, `#!/bin/sh\nfor word; do printf '[%s]' "$word"; done >> "${log}"; echo >> "${log}"\n`);
		chmodSync(cli, 0o755);
		for (const input of ['the-key', 'the-key\n']) {
			const ran = spawnSync('sh', ['-c', planScript(plan(twoGroups))], {
				input,
				env: {PATH: `${directory}:/usr/bin:/bin`},
			});
			assert.equal(ran.status, 0, String(ran.stderr));
		}

		const calls = readFileSync(log, 'utf8').trim().split('\n');
		const sets = calls.filter((call) => call.startsWith('[ks][credential][set]'));
		assert.equal(sets.length, 6);
		for (const call of sets) {
			assert.match(call, /\[--infrastructure-api-key=the-key\]/);
			assert.ok(call.includes(`[--infrastructure-username=${username}]`));
		}

		assert.ok(calls.includes("[target][-g][it's infra]"));
	} finally {
		rmSync(directory, {recursive: true});
	}
});

test('a script that removes asks for no key, and takes "none set" for no failure', () => {
	const script = planScript(plan([planned({before: set(username)})], {change: {kind: 'unset'}}));
	assert.doesNotMatch(script, /KEY/);
	assert.match(script, /ks credential unset --region=us-south -q\nibmcloud ks credential get .* \|\| true/);
});

test('a script that removes only reads where none is set', () => {
	const script = planScript(plan([planned()], {change: {kind: 'unset'}}));
	assert.doesNotMatch(script, /credential unset/);
	assert.match(script, /ks credential get --region=us-south/);
});
