import assert from 'node:assert/strict';
import {existsSync, readFileSync, readlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {createAdapter} from '../../source/shell/adapter.ts';
import {scratchDirectory, writeScript} from '../support/scratch.ts';
import {nodeProgram, runChild, secret, shellProgram} from './children.ts';

const scratch = scratchDirectory();
const printArguments = shellProgram(`for argument in "$@"; do printf '<%s>\\n' "$argument"; done`);

test('arguments reach the child as they are: no shell reads them', async () => {
	const mark = path.join(scratch, 'touched');
	const hostile = [`; touch ${mark}`, `$(touch ${mark})`, '`id`', '*', '', ' two  blanks ', "it's", 'a\nb'];
	const {stdout} = await runChild(printArguments, hostile);
	assert.equal(stdout, hostile.map((argument) => `<${argument}>\n`).join(''));
	assert.ok(!existsSync(mark));
});

test('a value that begins with a dash stays a value behind its flag', async () => {
	const {stdout} = await runChild(printArguments, ['--infrastructure-username=-f', '--region=--help']);
	assert.equal(stdout, '<--infrastructure-username=-f>\n<--region=--help>\n');
});

test('standard input is closed: a child that reads it sees its end at once', async () => {
	const {stdout} = await runChild(shellProgram('if read -r line; then echo "read $line"; else echo end; fi'));
	assert.equal(stdout, 'end\n');
});

test('a non-zero exit code is a value', async () => {
	const result = await runChild(shellProgram('echo out; echo FAILED >&2; exit 2'));
	assert.deepEqual(
		{...result, durationMs: 0},
		{stdout: 'out\n', stderr: 'FAILED\n', ending: 'exited', exitCode: 2, durationMs: 0},
	);
});

test('what is written comes back whole: final line breaks, none, and empty output', async () => {
	assert.equal((await runChild(shellProgram("printf 'a\\n\\n'"))).stdout, 'a\n\n');
	assert.equal((await runChild(shellProgram('printf a'))).stdout, 'a');
	assert.equal((await runChild(shellProgram('exit 0'))).stdout, '');
});

test('a program that is not there', async () => {
	const result = await runChild({path: path.join(scratch, 'nothing'), leading: []});
	assert.equal(result.ending, 'not-found');
	assert.equal(result.exitCode, undefined);
});

test('a program that cannot be executed', async () => {
	const file = path.join(scratch, 'plain');
	writeFileSync(file, 'text', {mode: 0o644});
	assert.equal((await runChild({path: file, leading: []})).ending, 'not-executable');
});

test('arguments that no child can take are an ending, not an exception that carries them', async () => {
	assert.equal((await runChild(printArguments, ['a\0b'])).ending, 'not-started');
	assert.equal((await runChild(printArguments, ['x'.repeat(4_000_000)])).ending, 'not-started');
});

test('a child that is killed by somebody else has no exit code', async () => {
	const result = await runChild(shellProgram('kill -KILL $$'));
	assert.equal(result.ending, 'killed');
	assert.equal(result.exitCode, undefined);
});

test('30 MB of output fit', async () => {
	const result = await runChild(nodeProgram('process.stdout.write("x".repeat(30 * 1024 * 1024))'));
	assert.equal(result.ending, 'exited');
	assert.equal(result.stdout.length, 30 * 1024 * 1024);
});

test('more output than is accepted ends the child', async () => {
	const result = await runChild(nodeProgram('process.stdout.write("x".repeat(65 * 1024 * 1024))'));
	assert.equal(result.ending, 'output-too-large');
	assert.equal(result.exitCode, undefined);
	assert.equal(result.stdout.length, 64 * 1024 * 1024);
});

const proc = {skip: process.platform !== 'linux' && 'needs /proc'};

test('an interactive child speaks to the terminal itself, and nothing of it is kept', proc, async () => {
	const file = path.join(scratch, 'spoken-to');
	const body = `output=$(readlink /proc/$$/fd/1); echo "$output" >"${file}"`;
	const result = await runChild(shellProgram(body), [], {interactive: true});
	assert.deepEqual([result.stdout, result.stderr, result.exitCode], ['', '', 0]);
	assert.equal(readFileSync(file, 'utf8'), `${readlinkSync('/proc/self/fd/1')}\n`);
});

test('it is told how long a child took', async () => {
	const startedAt = performance.now();
	const {durationMs} = await runChild(shellProgram('sleep 0.05'));
	assert.ok(durationMs >= 50 && durationMs <= Math.ceil(performance.now() - startedAt), String(durationMs));
});

test('invalid UTF-8 becomes replacement characters', async () => {
	const {stdout} = await runChild(shellProgram(String.raw`printf 'a\377\376b\303'`));
	assert.equal(stdout, 'a\uFFFD\uFFFDb\uFFFD');
});

test('arguments that always stand first come before the others', async () => {
	const script = writeScript(path.join(scratch, 'script'), 'echo "$@"');
	const {stdout} = await runChild({path: '/bin/sh', leading: [script, 'first']}, ['second']);
	assert.equal(stdout, 'first second\n');
});

test('NODE_DEBUG and DEBUG in our own environment make nothing print the arguments', async () => {
	const adapterFile = path.join(import.meta.dirname, '../../source/shell/adapter.ts');
	const secretFile = path.join(import.meta.dirname, '../../source/secrets/secret.ts');
	const program = `
		import {createAdapter} from ${JSON.stringify(adapterFile)};
		import {Secret} from ${JSON.stringify(secretFile)};
		const secret = new Secret('planted-key-0123456789');
		await createAdapter(process.env).run({path: '/bin/true', leading: []}, [{flag: '--key', secret}], {timeoutMs: 60000});
	`;
	const {stdout, stderr} = await runChild(
		{path: process.execPath, leading: ['--input-type=module', '-e', program]},
		[],
		{environment: {NODE_DEBUG: 'execa', DEBUG: '*'}},
	);
	assert.equal(stdout, '');
	assert.equal(stderr, '');
});

test('observers are told of every command that has ended, without the secret', async () => {
	const adapter = createAdapter({PATH: process.env['PATH']});
	const notices: unknown[] = [];
	adapter.observe(({durationMs, ...notice}) => {
		assert.ok(durationMs >= 0);
		notices.push(notice);
	});
	await runChild(shellProgram('exit 3'), ['ks', {flag: '--key', secret}, 'a b'], {}, adapter);
	assert.deepEqual(notices, [{command: `ibmcloud ks --key="$KEY" 'a b'`, ending: 'exited', exitCode: 3}]);
});
