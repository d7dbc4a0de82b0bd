import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import path from 'node:path';
import {suite, test} from 'node:test';
import {Sandbox, type SandboxOptions} from '../support/sandbox.ts';
import {testScenarios} from '../support/scenarios.ts';

/** How a run ends: its exit status, and what it has to say besides the usual. */
type End = readonly [status: number, ...said: RegExp[]];

const verified: End = [0, /^OK {2}Verified: the credential is set\.$/mu];
const expired = /Your IBM Cloud session has expired\.\n.*ibmcloud login --sso/u;
const unreachable = /IBM Cloud could not be reached\.\n.*HTTPS_PROXY/u;
const mayStillArrive =
	/not known: the last read showed what was there before, but the change may still arrive/u;

/** The rehearsals that come with the program; `slow`, which takes long only because it waits, is tried by hand. */
const rehearsals: Readonly<Record<string, End>> = {
	standard: verified,
	'logged-out': [3, /You are not logged in to IBM Cloud\.[^]*^ {2}ibmcloud login$/mu],
	'two-accounts': [...verified, /→ 7654321_infra\.admin@example\.com$/mu],
	'orphan-risk': [2, /Missing: --replace-account 7654321\./u],
	'wrong-key': [1, /rejected this username and key/u],
	'scope-fails': [1, /jp-osa \/ default {2}not set/u, /not authorized for the request/u],
	german: [0, /^OK {2}Verifiziert: der Berechtigungsnachweis ist gesetzt\.$/mu],
};

const ends: Readonly<Record<keyof typeof testScenarios, End>> = {
	'no-plugins': [3, /^ {2}ibmcloud plugin install container-service$/mu],
	'no-sl': [...verified, /Plug-in sl: not installed; you will type the username/u],
	'expired-session': [3, expired],
	'stale-token': verified,
	'api-key-login': verified,
	'no-group': [2, /Missing: --resource-group NAME\./u],
	'private-endpoint': [...verified, /account 1234567 is in force, manually set/u],
	'session-expires-midway': [3, /set, but it could not be read back/u, expired],
	'target-changes': [
		4,
		/the target changed from default to infra in another terminal; nothing was set here/u,
	],
	'no-classic-account': [...verified, /no classic account is linked/u],
	'missing-permissions': [
		...verified,
		/--permission VIRTUAL_GUEST_VIEW,SERVER_ADD,NAS_MANAGE --enable true/u,
	],
	'no-clusters': [...verified, /No classic cluster in us-south: new ones cannot be created there \(E501e\)/u],
	'no-key': verified,
	'key-exists': verified,
	'empty-key': verified,
	'many-users': verified,
	'one-user': verified,
	// Nobody has the name of the sample.
	'no-users': [1, /rejected this username and key/u],
	'null-users': verified,
	'list-denied': verified,
	'hostile-names': verified,
	'unicode-users': verified,
	'role-too-low': [3, /Your role is too low for this\.\n.*Administrator platform role/u],
	'not-authorized': [1, /The infrastructure user is missing permissions\.\n.*infra-permissions get/u],
	'read-back-differs': [4, /but 7654321_somebody\.else@example\.com is in force/u],
	'set-changes-nothing': [4, /was set, but none is in force/u],
	'late-read-back': verified,
	'leaks-key': [1, mayStillArrive, /X-Auth-Softlayer-APIKey: \[secret\]/u],
	colored: verified,
	'fails-once': [1, unreachable],
	offline: [1, unreachable],
	'rate-limited': verified,
	'dies-by-signal': [1, mayStillArrive],
	'half-json': verified,
	floods: verified,
};

test('every rehearsal that comes with the program has a case here', () => {
	const simulator = path.resolve(import.meta.dirname, '../../dist/simulator.js');
	const known = JSON.parse(
		execFileSync(process.execPath, [simulator, 'simulator-scenarios'], {encoding: 'utf8'}),
	) as ReadonlyArray<{readonly name: string}>;
	assert.deepEqual(known.map(({name}) => name).toSorted(), [...Object.keys(rehearsals), 'slow'].toSorted());
});

/** Whether the first read or `ibmcloud target` comes first is decided by the machine's load; the second read is right before the write. */
const lateChange: SandboxOptions = {
	faults: [{match: 'ks credential get', nth: 2, change: {target: {group: 'infra'}}}],
};

const cases: ReadonlyArray<readonly [string, readonly string[], SandboxOptions, End]> = [
	...Object.entries(rehearsals).map(([name, end]) => [name, [`--demo=${name}`], {}, end] as const),
	...Object.entries(ends).map(
		([name, end]) =>
			[
				name,
				['--demo'],
				name === 'target-changes' ? lateChange : testScenarios[name as keyof typeof ends],
				end,
			] as const,
	),
];

// Most of the time is spent waiting, so several run side by side.
suite('every rehearsal', {concurrency: 4}, () => {
	for (const [name, args, matter, [status, ...said]] of cases) {
		test(`the rehearsal ${name} ends with ${status}, in words that can be acted on`, async () => {
			using sandbox = new Sandbox({withoutCli: true, ...matter});
			const {stdout, stderr, exitCode} = await sandbox.run(args);
			for (const words of said) {
				assert.match(stdout + stderr, words);
			}

			assert.equal(exitCode, status, stdout + stderr);
			assert.match(stderr, status === 0 ? /^$/u : /^FAILED {2}\S/u);
			assert.doesNotMatch(stdout + stderr, /\bat .*\.(?:js|ts):\d+|undefined|\[object|\u001B/);
			assert.deepEqual(sandbox.privateDirectories(), []);
		});
	}
});
