import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {authorityPath, startServer} from '../../http/servers.ts';
import {foundIn, spellings} from '../../secrets/spellings.ts';
import {plantTokens} from '../../support/canary.ts';
import {sampleUser, toReview} from '../../support/session-steps.ts';
import {Sandbox, type Ended} from '../../support/sandbox.ts';

/*
Others do not spell a secret as we do. Errors of the CLI and of the service repeat the key and both tokens in
every spelling; nothing that leaves the program may hold eight consecutive characters of one, but what an
operator needs still appears. Each spelling meets one value here, and any value in
test/secrets/redact.test.ts, in memory.
*/

const sentence = 'Invalid API key. (E0003)';
const incident = 'Incident ID: 00000000-1111-2222-3333-444444444444';
/** More lines are not shown, and a line that is not shown proves nothing. */
const linesAtATime = 4;

/** Returns every spelling, each of one of the values in turn. */
function spelled(values: readonly string[]): readonly string[] {
	return Object.values(spellings).map((spell, index) => spell(values[index % values.length] ?? ''));
}

/** Returns errors that together have every spelling. */
function errorsWith(values: readonly string[]): readonly string[] {
	const lines = spelled(values).map((value) => `it was ${value.replaceAll('\n', ' ')}`);
	return Array.from({length: Math.ceil(lines.length / linesAtATime)}, (_, index) =>
		[sentence, ...lines.slice(index * linesAtATime, (index + 1) * linesAtATime), incident].join('\n'),
	);
}

const megabyte = 1_000_000;

/** Makes an error too long to be shown, with the value at its start, torn in the middle, and at its end. */
function longErrorWith(value: string): string {
	const half = Math.floor(value.length / 2);
	const words = 'no word of ours\n'.repeat(megabyte / 32);
	return [sentence, value, value.slice(0, half) + words + value.slice(half), words, value, incident].join(
		'\n',
	);
}

function assertSilent(text: string, values: readonly string[], where: string): void {
	const read = text.replaceAll(/\\[nrt]/g, '\n');
	for (const value of values) {
		assert.equal(foundIn(read, value), undefined, `${where}: ${read}`);
	}
}

/** Searches every file that the program kept, but for its compiled code. */
function assertNothingKept(sandbox: Sandbox, values: readonly string[]): void {
	for (const entry of readdirSync(sandbox.directory, {recursive: true, withFileTypes: true})) {
		const file = path.join(entry.parentPath, entry.name);
		const isOurs = /report|\/classic-credentials\//.test(file);
		if (entry.isFile() && isOurs && !/compiled|dist/.test(file)) {
			assertSilent(readFileSync(file, 'latin1'), values, file);
		}
	}
}

function setup(sandbox: Sandbox, more: readonly string[]): Promise<Ended> {
	const flags = [
		'--infrastructure-username',
		sampleUser,
		'--infrastructure-api-key',
		`@${sandbox.directory}/key`,
	];
	return sandbox.run([...flags, '--region=us-south', '--no-pair-check', '--force', ...more]);
}

/** Short errors, and a long one for each of the values. */
const allErrorsWith = (values: readonly string[]): readonly string[] => [
	...errorsWith(values),
	...values.map((value) => longErrorWith(value)),
];

test('errors of the CLI that spell the key and the tokens in every way, for a command that was given the key', async () => {
	using sandbox = new Sandbox();
	const key = sandbox.keyOf(sampleUser);
	const values = [key, ...plantTokens(sandbox)];
	sandbox.write('key', key);
	for (const [index, error] of allErrorsWith(values).entries()) {
		sandbox.interceptCli(`"ks credential set"*) cat '${sandbox.write('said', error)}' >&2; exit 1;;`);
		const format = index % 2 === 0 ? ['--output', 'json'] : [];
		// oxlint-disable-next-line no-await-in-loop -- each of them meets an error of its own
		const {stdout, stderr, exitCode} = await setup(sandbox, ['--report', `report-${index}.md`, ...format]);
		assert.equal(exitCode, 1);
		assertSilent(stdout + stderr, values, error.slice(0, 2000));
		assert.match(stdout + stderr, /Invalid API key\. \(E0003\)/);
		assert.match(stdout + stderr, new RegExp(incident));
	}

	assertNothingKept(sandbox, values);
});

test('errors of the CLI that spell the tokens in every way, for a command that was given no key, and the bundle', async () => {
	using sandbox = new Sandbox();
	const values = plantTokens(sandbox);
	for (const [index, error] of allErrorsWith(values).entries()) {
		sandbox.interceptCli(`"ks "*) cat '${sandbox.write('said', error)}' >&2; exit 1;;`);
		const args = [['status'], ['status', '--output', 'json'], ['doctor', '--bundle']][index % 3] ?? [];
		// oxlint-disable-next-line no-await-in-loop -- each of them meets an error of its own
		const {stdout, stderr} = await sandbox.run(args);
		assertSilent(stdout + stderr, values, args.join(' '));
		assert.match(stdout + stderr, /Invalid API key\. \(E0003\)/);
	}
});

test('errors of the service that spell the key and the tokens in every way', async (context) => {
	let answer = {};
	const server = await startServer(
		context,
		(response) => {
			response.writeHead(400).end(JSON.stringify(answer));
		},
		'loopback',
	);
	using sandbox = new Sandbox({
		environment: {
			CLASSIC_CREDENTIALS_API_ENDPOINT: `${server.url}/global`,
			CLASSIC_CREDENTIALS_CA_FILE: authorityPath,
		},
	});
	const key = sandbox.keyOf(sampleUser);
	const values = [key, ...plantTokens(sandbox)];
	sandbox.write('key', key);
	const sentences = spelled(values).map((value) => `Invalid: ${value}`);
	for (let index = 0; index < sentences.length; index += 2) {
		answer = {code: 'E0003', description: sentences[index], recoveryCLI: sentences[index + 1]};
		// oxlint-disable-next-line no-await-in-loop -- each of them meets an error of its own
		const {stdout, stderr} = await setup(sandbox, [
			'--via=api',
			'--output=json',
			`--report=report-${index}.md`,
		]);
		assertSilent(stdout + stderr, values, JSON.stringify(answer));
		assert.match(stdout, /Invalid:/);
	}

	assertNothingKept(sandbox, values);
	assert.equal(server.received.length, Math.ceil(sentences.length / 2));
});

test('a guided session shows none of it either', async () => {
	using sandbox = new Sandbox();
	const key = sandbox.keyOf(sampleUser);
	const values = [key, ...plantTokens(sandbox)];
	sandbox.interceptCli(
		`"ks credential set"*) cat '${sandbox.write('said', errorsWith([key])[1] ?? '')}' >&2; exit 1;;`,
	);
	await using terminal = await sandbox.open(['--no-pair-check']);
	await toReview(terminal, {key});
	terminal.press('enter');
	await terminal.waitFor('(E0003)');
	assertSilent(terminal.text(), values, 'the screen');
	assertSilent(terminal.everything(), values, 'the terminal');
});
