import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, test} from 'node:test';
import {blocksByHand, byHand, planScript} from '../../source/plan/by-hand.ts';
import {pair, plan, planned, set, username} from './plans.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'by-hand-'));
after(() => {
	rmSync(directory, {recursive: true});
});
const log = path.join(directory, 'log');
writeFileSync(
	path.join(directory, 'ibmcloud'),
	`#!/bin/sh
for word; do printf '[%s]' "$word"; done >> "${log}"; echo >> "${log}"
case "$*" in *"$FAILING"*) exit 1;; esac
`,
);
chmodSync(path.join(directory, 'ibmcloud'), 0o755);

/** Pastes commands into a shell, which has to understand all of them, and returns the calls of `ibmcloud`. */
function paste(commands: readonly string[], {failing = 'nothing', input = ''} = {}): string[] {
	writeFileSync(log, '');
	const {stderr} = spawnSync('sh', ['-c', commands.join('\n')], {
		input,
		encoding: 'utf8',
		env: {PATH: `${directory}:/usr/bin:/bin`, KEY: 'the-key', FAILING: failing},
	});
	assert.equal(stderr, '');
	return readFileSync(log, 'utf8').trim().split('\n');
}

const infra = {id: 'group-2', name: "it's infra"} as const;
const there = planned({scope: {region: 'us-east', group: infra}});
const removal = planned({before: set(username), change: {kind: 'unset'}, effect: 'other-user'});

test('a block says what it is for', () => {
	const here = planned();
	assert.deepEqual(
		blocksByHand({}, [here, there, removal]).map(({scopes}) => scopes),
		[[here.scope, removal.scope], [there.scope]],
	);
});

test('what is pasted for another group targets it first, and goes back to the targeted one', () => {
	const calls = paste(byHand({targetedGroup: 'default'}, [there]));
	assert.deepEqual(calls, [
		"[target][-g][it's infra]",
		`[ks][credential][set][classic][--infrastructure-username=${username}][--infrastructure-api-key=the-key][--region=us-east][-q]`,
		'[ks][credential][get][--region=us-east][-q]',
		'[ks][infra-permissions][get][--region=us-east][-q]',
		'[target][-g][default]',
	]);
});

test('a target that fails changes nothing, and the way back runs all the same', () => {
	const calls = paste(byHand({targetedGroup: 'default'}, [there]), {failing: 'target -g it'});
	assert.deepEqual(calls, ["[target][-g][it's infra]", '[target][-g][default]']);
});

test('where no group was targeted none is afterwards', () => {
	assert.equal(paste(byHand({}, [there])).at(-1), '[target][--unset-resource-group]');
});

test('the targeted group needs no target', () => {
	assert.ok(!byHand({targetedGroup: 'default'}, [planned()]).join('\n').includes('target -g'));
});

test('each group is a block of its own, and a removal where none is set is in none', () => {
	const blocks = byHand({targetedGroup: 'default'}, [
		planned(),
		planned({scope: {...planned().scope, region: 'eu-de'}}),
		there,
		{...removal, before: {ok: true, value: null}},
	]);
	assert.equal(blocks.length, 2);
	for (const block of blocks) {
		assert.match(block, /^ibmcloud /);
		assert.doesNotMatch(block, /unset/);
	}
});

test('the script takes the key from standard input, with and without the end of the line', () => {
	const script = planScript(plan([planned(), there], {targetedGroup: 'default'}));
	assert.ok(!script.includes('made-up-key'));
	assert.ok(script.startsWith(`#!/bin/sh\nset -u\n# the key of ${username}\n`));
	for (const input of ['a-key', 'a-key\n']) {
		const sets = paste([script], {input}).filter((call) => call.startsWith('[ks][credential][set]'));
		assert.equal(sets.length, 2);
		for (const call of sets) {
			assert.match(call, /\[--infrastructure-api-key=a-key\]/);
		}
	}
});

test('a script for several users reads the key of each, and sets each with its own; what is removed comes last', () => {
	const john = '1234567_john@example.com';
	const his = planned({
		scope: {...planned().scope, region: 'eu-de'},
		change: {kind: 'set', pair: pair({username: john})},
	});
	const script = planScript(plan([removal, his, planned()], {targetedGroup: 'default'}));
	const changes = paste([script], {input: 'his-key\nher-key\n'}).filter((call) => !call.includes('[get]'));
	assert.deepEqual(changes, [
		`[ks][credential][set][classic][--infrastructure-username=${john}][--infrastructure-api-key=his-key][--region=eu-de][-q]`,
		`[ks][credential][set][classic][--infrastructure-username=${username}][--infrastructure-api-key=her-key][--region=us-south][-q]`,
		'[ks][credential][unset][--region=us-south][-q]',
	]);
});

test('a script that removes asks for no key', () => {
	const script = planScript(plan([removal], {targetedGroup: 'default'}));
	assert.doesNotMatch(script, /KEY/);
	assert.deepEqual(paste([script]), [
		'[ks][credential][unset][--region=us-south][-q]',
		'[ks][credential][get][--region=us-south][-q]',
	]);
});
