import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ErrorKind} from '../../source/ibmcloud/types.ts';
import type {ScopeResult} from '../../source/plan/plan.ts';
import {
	canBeRetried,
	isDone,
	mayBeWritten,
	runOutcomeOf,
	statusOfDryRun,
	statusOfRun,
	statusOfScopes,
	statusOfUnread,
} from '../../source/plan/status.ts';
import {ended, failure, plan, planned, results, set, username} from './plans.ts';

const {verified, notProven, removed, differs, notCurrent, targetChanged, failed, unknown, notStarted} =
	results;

function statusOf(...all: readonly ScopeResult[]): number {
	return statusOfScopes(all.map((result) => ended(result)));
}

test('what was not read for want of a prerequisite ends with 3, for another reason with 5, and nothing unread with 0', () => {
	const {error: network} = failure('network');
	const {error: loggedOut} = failure('not-logged-in');
	assert.equal(statusOfUnread([]), 0);
	assert.equal(statusOfUnread([network]), 5);
	assert.equal(statusOfUnread([network, loggedOut]), 3);
});

test('one scope', () => {
	const table: ReadonlyArray<[ScopeResult, number]> = [
		[verified, 0],
		[notProven, 0],
		[removed, 0],
		[results.nothingToDo, 0],
		[differs, 4],
		[results.otherAccount, 4],
		[results.changed, 4],
		[notCurrent, 4],
		[targetChanged, 4],
		[{...targetChanged, wasSet: true}, 4],
		[results.wrongGroup, 4],
		[failed, 1],
		[unknown, 1],
		[notStarted, 1],
	];
	for (const [result, status] of table) {
		assert.equal(statusOf(result), status, result.kind);
	}
});

test('a prerequisite that is missing has a status of its own', () => {
	const kinds: readonly ErrorKind[] = [
		'cli-missing',
		'cli-not-executable',
		'cli-unsafe',
		'place-unsafe',
		'no-account-targeted',
		'no-group-targeted',
		'plugin-missing',
		'not-logged-in',
		'session-expired',
		'role-too-low',
		'copy-refused',
		'address-restricted',
	];
	for (const kind of kinds) {
		assert.equal(statusOf({kind: 'failed', error: failure(kind).error, wasSet: false}), 3, kind);
	}
});

test('several scopes: 5 if any is not done, else 4 if any differs', () => {
	assert.equal(statusOf(verified, notProven), 0);
	assert.equal(statusOf(verified, differs), 4);
	assert.equal(statusOf(verified, targetChanged), 4);
	assert.equal(statusOf(verified, failed), 5);
	assert.equal(statusOf(failed, failed), 5);
	assert.equal(statusOf(differs, failed), 5);
	assert.equal(statusOf(verified, notStarted), 5);
	assert.equal(statusOf(notCurrent, notStarted), 4);
	assert.equal(statusOf(notCurrent, failed, notStarted), 5);
	assert.equal(statusOf(verified, notCurrent, notStarted), 5);
});

test('a scope that has not ended is not done', () => {
	assert.equal(statusOfScopes([{planned: planned(), state: {kind: 'pending'}}]), 1);
	assert.equal(
		statusOfScopes([ended(verified), {planned: planned(), state: {kind: 'setting', startedAt: 1}}]),
		5,
	);
});

test('done is set and read back, with the key proven or not', () => {
	assert.deepEqual(
		[
			verified,
			notProven,
			removed,
			differs,
			notCurrent,
			targetChanged,
			failed,
			unknown,
			notStarted,
			undefined,
		].map((result) => isDone(result)),
		[true, true, true, false, false, false, false, false, false, false],
	);
});

test('what failed or is not known may be tried again as it was planned; what differs wants a look first', () => {
	assert.deepEqual(
		[failed, unknown, verified, differs, notCurrent, targetChanged, results.changed].map((result) =>
			canBeRetried(result),
		),
		[true, true, false, false, false, false, false],
	);
});

test('a change may be in force where something was written, or where that is not known', () => {
	const table: ReadonlyArray<[ScopeResult, boolean]> = [
		[verified, true],
		[notProven, true],
		[removed, true],
		[results.nothingToDo, false],
		[results.changed, false],
		[results.otherAccount, true],
		[differs, true],
		[results.wrongGroup, true],
		[unknown, true],
		[targetChanged, false],
		[{...targetChanged, wasSet: true}, true],
		[failed, false],
		[{...failed, wasSet: true}, true],
		[notCurrent, false],
		[notStarted, false],
	];
	for (const [result, may] of table) {
		assert.equal(mayBeWritten(ended(result)), may, result.kind);
	}

	assert.equal(mayBeWritten({planned: planned(), state: {kind: 'pending'}}), false);
	for (const [kind, may] of [
		['reading', false],
		['setting', true],
		['reading-back', true],
	] as const) {
		assert.equal(mayBeWritten({planned: planned(), state: {kind, startedAt: 0}}), may, kind);
	}
});

test('how a run ended, for a script: what is not known comes first', () => {
	const {nothingToDo} = results;
	const table: ReadonlyArray<[readonly ScopeResult[], string]> = [
		[[verified, notProven], 'applied'],
		[[verified, nothingToDo], 'applied'],
		[[nothingToDo, nothingToDo], 'nothing-to-do'],
		[[verified, failed], 'partial'],
		[[failed, differs], 'failed'],
		[[verified, unknown], 'not-known'],
	];
	for (const [all, outcome] of table) {
		assert.equal(runOutcomeOf(all.map((result) => ended(result))), outcome);
	}

	const pending = {planned: planned(), state: {kind: 'pending'}} as const;
	assert.equal(runOutcomeOf([ended(verified), pending]), 'partial');
	assert.equal(runOutcomeOf([pending]), 'failed');
});

test('of what a file says, and what is set where it expects none', () => {
	const found = {scope: planned().scope, found: set(username)};
	const unread = {scope: planned().scope, found: failure('network')};
	assert.equal(statusOfRun([ended(verified)], plan([])), 0);
	assert.equal(statusOfRun([ended(verified)], undefined), 0);
	assert.equal(statusOfRun([ended(verified)], plan([], {notRemoved: [unread, found]})), 4);
	assert.equal(statusOfRun([ended(verified)], plan([], {notRemoved: [unread]})), 5);
	assert.equal(statusOfRun([ended(failed)], plan([], {notRemoved: [found]})), 1);
	assert.equal(statusOfDryRun(plan([])), 0);
	assert.equal(statusOfDryRun(plan([planned()])), 4);
	assert.equal(statusOfDryRun(plan([planned({before: failure('network')})])), 5);
	assert.equal(statusOfDryRun(plan([], {notRemoved: [found]})), 4);
});
