import assert from 'node:assert/strict';
import {existsSync, globSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {JournalEntry} from '../../../source/plan/journal-entry.ts';
import {change, type TracedSandbox} from './traced-sandbox.ts';

/** What the simulated service knows of one group after a run. */
export interface Scope {
	readonly group: string;
	readonly writes: number;
	/** Whether the new credential is in force. */
	readonly isSet: boolean;
}

/** Asks the simulated service; asserts the second invariant: at most one write for each group. */
export function scopesOf({sandbox}: TracedSandbox): readonly Scope[] {
	const writes = sandbox.callsOf('ks', 'credential', 'set');
	const scopes = change.groups.map((group) => ({
		group,
		writes: writes.filter(({targetedGroup}) => targetedGroup === group).length,
		isSet: sandbox.credential(change.region, group) === change.user,
	}));
	assert.equal(
		scopes.reduce((sum, scope) => sum + scope.writes, 0),
		writes.length,
		'a write that belongs to no group of the run',
	);
	for (const scope of scopes) {
		assert.ok(scope.writes <= 1, `${scope.writes} writes in ${scope.group}`);
		assert.ok(!scope.isSet || scope.writes === 1, `${scope.group} is set without a write`);
	}

	return scopes;
}

/** Asserts that every write was recorded before it began, and that the recorded end is true. */
export function assertRecorded(traced: TracedSandbox, scopes: readonly Scope[]): void {
	for (const {group, writes, isSet} of scopes) {
		const lines = recordOf(traced, group);
		const isBegun = lines.some(({event}) => event === 'begin');
		assert.ok(writes === 0 || isBegun, `a write in ${group} that is not recorded`);
		for (const {result, left} of lines) {
			assert.ok(left !== 'untouched' || writes === 0, `${group} is recorded as untouched`);
			assert.ok(!isProven(result) || isSet, `${group} is recorded as ${String(result)}`);
		}
	}
}

/** Reports whether the record of a group has an end that says what is set there. */
export function isClosed(traced: TracedSandbox, group: string): boolean {
	return recordOf(traced, group).some(({event, left}) => event === 'end' && left === 'known');
}

function isProven(result: string | undefined): boolean {
	return result === 'verified' || result === 'set-not-proven';
}

/** Returns the lines of a group from all runs, without one that a fault has cut short. */
function recordOf({sandbox}: TracedSandbox, group: string): readonly JournalEntry[] {
	const directory = path.join(sandbox.home, '.local/state/classic-credentials');
	return globSync('*/*.jsonl', {cwd: directory})
		.flatMap((file) => readFileSync(path.join(directory, file), 'utf8').split('\n'))
		.flatMap((line) => {
			try {
				const entry = JSON.parse(line) as Partial<JournalEntry>;
				return entry.group?.name === group ? [entry as JournalEntry] : [];
			} catch {
				return [];
			}
		});
}

/** Returns the marks of life in the journal's directory that have no run. */
export function marksWithoutRun({sandbox}: TracedSandbox): readonly string[] {
	const directory = path.join(sandbox.home, '.local/state/classic-credentials/open');
	const names = existsSync(directory) ? readdirSync(directory) : [];
	return names.filter((name) => name.endsWith('.alive') && !names.includes(name.replace(/alive$/u, 'jsonl')));
}
