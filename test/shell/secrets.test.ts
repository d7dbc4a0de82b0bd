import assert from 'node:assert/strict';
import {test} from 'node:test';
import {inspect} from 'node:util';
import type {RunResult} from '../../source/shell/run.ts';
import {protect} from '../../source/secrets/redact.ts';
import {Secret} from '../../source/secrets/secret.ts';
import {key, nodeProgram, runChild, secret, shellProgram} from './children.ts';

const other = 'another-value-that-is-protected-0815';

/** Prints the value of its argument on both streams, in every spelling that a CLI could print. */
const echoes = nodeProgram(`
	const value = process.argv[1].replace('--key=', '');
	const base64 = Buffer.from(value).toString('base64');
	const pair = Buffer.from('someone:' + value).toString('base64');
	const lines = [
		'got ' + value.length,
		value,
		'key=' + value + ';',
		base64,
		'Basic ' + pair,
		Buffer.from(value).toString('base64url'),
		pair.replace(/(.{40})/g, '$1\\n'),
		encodeURIComponent(value),
		JSON.stringify({value}),
		value.slice(0, 32),
		value.slice(32),
		value.slice(5, 20),
	];
	console.log(lines.join('\\n'));
	console.error(lines.join('\\n'));
`);

function assertHolds(result: RunResult, value: string): void {
	const seen = `${result.stdout}\n${result.stderr}\n${JSON.stringify(result)}\n${inspect(result, {depth: 9, showHidden: true, maxStringLength: null})}`;
	const spellings = [
		value,
		encodeURIComponent(value),
		...['', 'x', 'xx'].map((before) => Buffer.from(before + value).toString('base64')),
	];
	for (const spelling of spellings) {
		for (let start = 0; start + 16 <= spelling.length; start += 8) {
			assert.ok(!seen.includes(spelling.slice(start, start + 16)), `leaks from ${start}`);
		}
	}
}

test('a secret argument reaches the child, and what the child echoes of it does not come back', async () => {
	const result = await runChild(echoes, [{flag: '--key', secret}]);
	assert.match(result.stdout, /^got 64\n\[secret\]\nkey=\[secret\];\n/);
	assert.match(result.stderr, /^got 64\n\[secret\]/);
	assertHolds(result, key);
});

test('a secret with characters that URLs and JSON spell otherwise is taken out as well', async () => {
	const odd = 'a"b\\c/d+e f%g&h=i?j#k~l-m_n.o!p*q';
	const result = await runChild(echoes, [{flag: '--key', secret: new Secret(odd)}]);
	assert.match(result.stdout, /^got 33\n\[secret\]\n/);
	assertHolds(result, odd);
	assert.ok(!result.stdout.includes(JSON.stringify(odd).slice(1, -1)));
});

test('every protected secret is taken out of the output of a child that was given one', async () => {
	protect(new Secret(other));
	const {stdout, stderr, isConfidential} = await runChild(shellProgram(`echo ${other}; echo ${other} >&2`), [
		{flag: '--key', secret},
	]);
	assert.equal(stdout, '[secret]\n');
	assert.equal(stderr, '[secret]\n');
	assert.equal(isConfidential, true);
});

test('a child that prints a secret counts as one that was given one; another does not', async () => {
	assert.equal((await runChild(shellProgram('echo x'), [], {isOutputSecret: true})).isConfidential, true);
	assert.equal((await runChild(shellProgram('echo x'), [])).isConfidential, undefined);
});

test('a child that could not be started tells nothing of its arguments', async () => {
	const result = await runChild({path: '/nothing/here', leading: []}, [{flag: '--key', secret}]);
	assert.equal(result.ending, 'not-found');
	assertHolds(result, key);
});

test('a secret prints, joins, serialises and inspects as a placeholder', () => {
	assert.equal(String(secret), '[secret]');
	assert.equal(['', secret].join('='), '=[secret]');
	assert.equal(JSON.stringify({secret}), '{"secret":"[secret]"}');
	assert.equal(inspect({secret}), '{ secret: [secret] }');
	assert.equal(inspect(secret, {showHidden: true, depth: 9}), '[secret]');
	assert.deepEqual(Object.keys(secret), []);
	assert.equal(secret.reveal(), key);
});

test('a secret says how long it is as a person counts, and what it is by a fingerprint', () => {
	assert.equal(secret.length, 64);
	assert.equal(
		secret.matches((value) => value === key),
		true,
	);
	assert.equal(
		secret.matches((value) => value === ''),
		false,
	);
	assert.equal(new Secret('🔑🔑').length, 2);
	assert.match(secret.fingerprint, /^[0-9a-f]{8}$/);
	assert.equal(secret.fingerprint, new Secret(key).fingerprint);
	assert.notEqual(secret.fingerprint, new Secret(`${key}x`).fingerprint);
	assert.ok(!key.includes(secret.fingerprint));
});
