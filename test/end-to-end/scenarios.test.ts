import assert from 'node:assert/strict';
import {test} from 'node:test';
import {playRehearsals, verified, type End} from '../support/rehearsals.ts';
import {Sandbox} from '../support/sandbox.ts';

/** The rehearsals of the program, but for `slow`: it only waits, and is tried by hand. */
const rehearsals: Readonly<Record<string, End>> = {
	standard: verified,
	'logged-out': [3, /You are not logged in to IBM Cloud\.[^]*^ {2}ibmcloud login$/mu],
	'two-accounts': [...verified, /→ 7654321_infra\.admin@example\.com$/mu],
	'orphan-risk': [2, /Missing: --replace-account 7654321\./u],
	'wrong-key': [1, /rejected this username and key/u],
	'scope-fails': [1, /jp-osa \/ default {2}not set/u, /not authorized for the request/u],
	german: [0, /^OK {2}Verifiziert: der Berechtigungsnachweis ist gesetzt\.$/mu],
};

test('every rehearsal that comes with the program has a case here, and is listed with what it is about', async () => {
	using sandbox = new Sandbox();
	const {stdout, exitCode} = await sandbox.run(['--demo=list']);
	assert.equal(exitCode, 0);
	const listed = stdout
		.trim()
		.split('\n')
		.flatMap((line) => /^(\S+) {2,}\S.*\.$/u.exec(line)?.[1] ?? []);
	assert.deepEqual(listed.toSorted(), [...Object.keys(rehearsals), 'slow'].toSorted());
});

playRehearsals(
	'every rehearsal',
	Object.entries(rehearsals).map(([name, end]) => [name, [`--demo=${name}`], {}, end]),
);
