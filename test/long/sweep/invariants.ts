import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync, utimesSync} from 'node:fs';
import path from 'node:path';
import type {Ended, Sandbox} from '../../support/sandbox.ts';
import {eventually, isRunning} from '../../support/scratch.ts';
import {assertRecorded, isClosed, marksWithoutRun, scopesOf, type Scope} from './service.ts';
import {change, type TracedSandbox} from './traced-sandbox.ts';

interface ScopeDocument {
	readonly resourceGroup: {readonly name: string};
	readonly result: {readonly kind: string; readonly wasSet?: boolean} | null;
}

interface ChangeDocument {
	readonly exitStatus: number;
	readonly scopes: readonly ScopeDocument[];
}

/** Asserts what must hold for a run in which a call failed and that ended by itself. */
export async function assertAfterFailure(traced: TracedSandbox, ended: Ended): Promise<void> {
	const {sandbox, canary, allowedFiles} = traced;
	assert.equal(ended.signal, null, ended.stderr);
	const scopes = scopesOf(traced);
	assertTrue(ended, scopes);
	assertReport(traced, ended);
	assertRecorded(traced, scopes);
	canary.assertNotSaid(ended);
	canary.assertNotKept(sandbox, allowedFiles);
	assert.deepEqual(runningChildren(traced), [], 'children still run');
	const unnamed = sandbox.privateDirectories().filter((name) => !ended.stderr.includes(name));
	assert.deepEqual(unnamed, [], 'a private copy is left, and not named');
	if (sandbox.unfinishedRuns().length > 0 || marksWithoutRun(traced).length > 0) {
		await assertNextStart(traced, scopes);
	}
}

/** Asserts what must hold after a kill: the next start cleans up what is left, and reports it. */
export async function assertAfterKill(traced: TracedSandbox): Promise<void> {
	// A running child goes on: nothing can end it then.
	await eventually(() => runningChildren(traced).length === 0, 'the end of the children');
	const scopes = scopesOf(traced);
	assertRecorded(traced, scopes);
	await assertNextStart(traced, scopes);
}

/** Asserts that the next start removes copies and marks, and names every scope whose end is not known. */
async function assertNextStart(traced: TracedSandbox, scopes: readonly Scope[]): Promise<void> {
	const {sandbox, canary, allowedFiles} = traced;
	letMinutePass(sandbox);
	const next = await sandbox.run([...traced.flags, '--dry-run', '--output=json']);
	assert.deepEqual(sandbox.privateDirectories(), [], 'a private copy outlives the next start');
	const reported = next.stderr;
	for (const {group, writes} of scopes) {
		const isReported = reported.includes(`${change.region} / ${group}`);
		assert.ok(writes === 0 || isReported || isClosed(traced, group), `${group} is not reported: ${reported}`);
	}

	assert.deepEqual(marksWithoutRun(traced), [], 'a mark of life outlives the next start');
	canary.assertNotSaid(next, 'the next start');
	canary.assertNotKept(sandbox, allowedFiles);
}

/** Backdates empty directories: one counts as being made for a minute, and only then as left. */
function letMinutePass(sandbox: Sandbox): void {
	const parent = path.join(sandbox.home, '.cache/classic-credentials/private');
	const before = new Date(Date.now() - 120_000);
	for (const name of sandbox.privateDirectories()) {
		if (readdirSync(path.join(parent, name)).length === 0) {
			utimesSync(path.join(parent, name), before, before);
		}
	}
}

/** Compares what is said at the end with what the service holds. */
function assertTrue({stdout, stderr, exitCode}: Ended, scopes: readonly Scope[]): void {
	const document = documentIn(stdout);
	if (document === undefined) {
		assert.notEqual(exitCode, 0);
		assert.match(stderr, /\S/u);
		assert.ok(
			scopes.every(({writes}) => writes === 0),
			`a write of which nothing is said: ${stderr}`,
		);
		return;
	}

	for (const {group, writes, isSet} of scopes) {
		const said = document.scopes.find(({resourceGroup}) => resourceGroup.name === group);
		const claim = claimOf(said);
		const what = `${group} is said to be ${said?.result?.kind ?? 'as it was'}`;
		assert.ok(claim !== 'set' || isSet, what);
		assert.ok(claim !== 'untouched' || (writes === 0 && !isSet), what);
	}

	const areAllSet = scopes.every(({isSet}) => isSet);
	assert.ok(exitCode !== 0 || areAllSet, `status 0, and not all is set: ${stdout}`);
}

/** Returns what a result claims about the service. */
function claimOf(scope: ScopeDocument | undefined): 'set' | 'untouched' | 'unknown' {
	const result = scope?.result ?? undefined;
	switch (result?.kind) {
		case 'verified':
		case 'set-not-proven': {
			return 'set';
		}

		case 'failed':
		case 'target-changed': {
			return result.wasSet === true ? 'set' : 'untouched';
		}

		case undefined:
		case 'not-started':
		case 'changed-since-review': {
			return 'untouched';
		}

		default: {
			return 'unknown';
		}
	}
}

function documentIn(text: string): ChangeDocument | undefined {
	try {
		return JSON.parse(text) as ChangeDocument;
	} catch {
		return undefined;
	}
}

/** Asserts that the report is complete, or said not to be. */
function assertReport({report}: TracedSandbox, {stdout, stderr}: Ended): void {
	if (!existsSync(report) || stderr.includes('could not be written')) {
		return;
	}

	const text = readFileSync(report, 'utf8');
	const names = (documentIn(stdout)?.scopes ?? []).map(({resourceGroup}) => resourceGroup.name);
	assert.match(text, /^# .*\n$/su, 'a report that is empty or cut');
	assert.ok(
		names.every((name) => text.includes(`| ${change.region} | ${name} |`)),
		`a scope is not in the report: ${text}`,
	);
}

function runningChildren({sandbox}: TracedSandbox): readonly string[] {
	return sandbox
		.calls()
		.filter(({pid}) => isRunning(pid))
		.map((call) => call.arguments.join(' '));
}
