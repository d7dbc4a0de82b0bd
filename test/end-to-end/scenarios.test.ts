import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import path from 'node:path';
import {test} from 'node:test';
import {playRehearsals, verified, type End} from '../support/rehearsals.ts';

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

test('every rehearsal that comes with the program has a case here', () => {
	const simulator = path.resolve(import.meta.dirname, '../../dist/simulator.js');
	const known = JSON.parse(
		execFileSync(process.execPath, [simulator, 'simulator-scenarios'], {encoding: 'utf8'}),
	) as ReadonlyArray<{readonly name: string}>;
	assert.deepEqual(known.map(({name}) => name).toSorted(), [...Object.keys(rehearsals), 'slow'].toSorted());
});

playRehearsals(
	'every rehearsal',
	Object.entries(rehearsals).map(([name, end]) => [name, [`--demo=${name}`], {}, end]),
);
