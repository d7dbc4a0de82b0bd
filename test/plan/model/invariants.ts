import assert from 'node:assert/strict';
import type {Plan, PlannedScope, ScopeResult} from '../../../source/plan/plan.ts';
import {readsOf, type Ended} from './ended.ts';
import type {History} from './history.ts';
import {checkBatch, checkJournal, checkLaterStart} from './journal-invariants.ts';
import {type Call, type Service} from './service.ts';

/** What has to hold for every history, whatever the order of the calls. */
export function checkInvariants(
	history: History,
	plan: Plan,
	service: Service,
	scopes: readonly Ended[],
): void {
	for (const scope of scopes) {
		checkWrite(scope, plan, service);
		checkResult(scope);
		checkPlace(scope, history);
		checkJournal(scope, history);
		checkPatience(scope, history);
	}

	checkBatch(scopes);
	checkDemand(plan, scopes);
	checkLaterStart(service.entries, scopes);
}

/** Nothing is written twice, or over what the review did not show, except during the call itself. */
function checkWrite({planned, calls}: Ended, plan: Plan, {looks}: Service): void {
	const writes = calls.filter(({kind}) => kind === 'write');
	assert.ok(writes.length <= 1, 'one change is written once');
	const [write] = writes;
	if (write === undefined) {
		return;
	}

	const last = readsOf(calls).findLast(({at}) => at <= write.at);
	assert.ok(last !== undefined, 'it is read right before the write');
	const expected = plan.onlyIfCurrent === undefined ? beforeOf(planned) : plan.onlyIfCurrent;
	assert.equal(last.value, expected, 'what is replaced is what the review showed');
	assert.ok(write.at - last.at <= 40, 'nothing but the look at the target and the journal comes between');
	const look = looks.findLast(({at}) => at <= write.at);
	assert.equal(look?.isReviewed, true, 'the account and the group are the reviewed ones');
}

/** The result of a scope is what the reads have shown. */
function checkResult({planned, result, calls, history}: Ended): void {
	const {key, colleagues} = history;
	const write = calls.find(({kind}) => kind === 'write');
	const after = readsOf(calls).filter(({startedAt}) => write !== undefined && startedAt >= write.at);
	const shown = after.at(-1)?.value;
	const wanted = planned.change.kind === 'set' ? planned.change.pair.username : null;
	const isOpenRenewal = history.write.answer !== 'done' && beforeOf(planned) === wanted && wanted !== null;
	assert.ok(
		!isOpenRenewal || (result?.kind !== 'verified' && result?.kind !== 'set-not-proven'),
		'a renewal reads back the same whether it arrived or not',
	);
	switch (result?.kind) {
		case 'verified': {
			assert.equal(shown, wanted, 'verified only where the username was read back');
			// During the call itself, a change by a colleague cannot be told from the write.
			assert.ok(key !== 'wrong' || colleagues.length > 0, 'verified only where the pair is proven');
			if (result.provenBy === 'infra-permissions') {
				checkPermissions(calls);
			}

			break;
		}

		case 'set-not-proven':
		case 'other-account-in-force':
		case 'removed': {
			assert.equal(shown, wanted, 'set only where a read shows it');
			break;
		}

		case 'differs': {
			assert.ok(write !== undefined && shown !== wanted && shown !== undefined, 'a difference was read');
			break;
		}

		case 'failed': {
			if (write !== undefined && !result.wasSet && history.write.answer !== 'unsent') {
				assert.ok(result.foundAfter !== undefined, 'not set only where a read shows it');
				assert.equal(history.write.answer, 'refused', 'what was not declined may still arrive');
				assert.equal(result.foundAfter, shown);
			}

			assert.ok(!result.wasSet || write !== undefined);
			break;
		}

		case 'unknown': {
			assert.ok(write !== undefined || isAborted(result), 'nothing is unknown that was never written');
			break;
		}

		case 'nothing-to-do':
		case 'not-current':
		case 'changed-since-review':
		case 'not-started': {
			assert.equal(write, undefined, 'nothing was written');
			break;
		}

		case 'wrong-group': {
			assert.fail('the model has one group');
			break;
		}

		case 'target-changed': {
			assert.equal(write !== undefined && history.write.answer !== 'unsent', result.wasSet);
			break;
		}

		case undefined: {
			break;
		}
	}
}

/** What is reported of a scope was read in the account and group of the review. */
function checkPlace({result, calls}: Ended, {retargetAt}: History): void {
	const tellsNothing = ['target-changed', 'unknown', 'not-started'];
	if (retargetAt !== undefined && result !== undefined && !tellsNothing.includes(result.kind)) {
		assert.ok((readsOf(calls).at(-1)?.at ?? 0) < retargetAt, `${result.kind} was read somewhere else`);
	}
}

/** The permissions prove a pair only if they were read before the write, and differ after it. */
function checkPermissions(calls: readonly Call[]): void {
	const writtenAt = calls.find(({kind}) => kind === 'write')?.at ?? 0;
	const reads = calls.filter((call) => call.kind === 'permissions' && call.value !== undefined);
	const before = reads.findLast(({at}) => at <= writtenAt);
	const after = reads.at(-1);
	assert.ok(before !== undefined && after !== undefined);
	assert.notDeepEqual({...before, at: 0}, {...after, at: 0}, 'what was said before proves nothing');
}

function isAborted({error}: Extract<ScopeResult, {kind: 'unknown'}>): boolean {
	return error === undefined;
}

/** If nothing else goes wrong, a change that arrives within ten seconds is found, whatever the answer. */
function checkPatience({planned, result, history: scope}: Ended, history: History): void {
	const {write, colleagues, failingReads, failingPermissions, before, after} = scope;
	const isCalm =
		colleagues.length + failingReads.length + failingPermissions.length === 0 &&
		history.interruption === undefined &&
		history.retargetAt === undefined &&
		history.onlyIfCurrent === undefined;
	const arrives =
		before !== after && write.effectAfter !== undefined && write.effectAfter <= write.answerAfter + 9000;
	if (isCalm && arrives) {
		assert.ok(
			['verified', 'set-not-proven', 'other-account-in-force', 'removed'].includes(result?.kind ?? ''),
			`what arrives is found in ${planned.scope.region}, not ${result?.kind}`,
		);
	}
}

/** What the command line demands is compared everywhere before the first write. */
function checkDemand(plan: Plan, scopes: readonly Ended[]): void {
	const writes = scopes.flatMap(({calls}) => calls.filter(({kind}) => kind === 'write'));
	if (plan.onlyIfCurrent === undefined || writes.length === 0) {
		return;
	}

	const first = Math.min(...writes.map(({at}) => at));
	for (const {calls} of scopes) {
		const read = readsOf(calls).find(({at}) => at <= first);
		assert.equal(read?.value, plan.onlyIfCurrent, 'all are as demanded before the first is written');
	}
}

function beforeOf({before}: PlannedScope): string | null | undefined {
	return before.ok ? before.value : undefined;
}
