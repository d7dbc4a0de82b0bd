import {remedyOf} from '../frontends/lines/error-lines.ts';
import type {Account, CliError, Credential, Outcome} from '../ibmcloud/types.ts';
import {nextSteps} from '../plan/next-steps.ts';
import {expectedOf, pairsOf, pendingScopes, type ScopeProgress, type ScopeResult} from '../plan/plan.ts';
import {runOutcomeOf, resultOf} from '../plan/status.ts';
import type {Texts} from '../text/texts.ts';
import {byKind} from '../wizard/by-kind.ts';
import type {Report} from '../wizard/view.ts';
import type {DocumentOf} from './schemas.ts';

type ChangeDocument = DocumentOf<'change'>;
type ScopeDocument = ChangeDocument['scopes'][number];

/** Returns the JSON document of `setup` and `unset` with `--output json`. No field ever contains a key. */
export function changeDocument(report: Report, change: 'set' | 'unset', texts: Texts): ChangeDocument {
	const {plan} = report;
	const pairs = plan === undefined ? [] : pairsOf(plan);
	// Several pairs are named by their scopes alone.
	const [pair] = pairs.length === 1 ? pairs : [];
	const scopes = report.scopes.length > 0 || plan === undefined ? report.scopes : pendingScopes(plan);
	const left = plan === undefined ? undefined : nextSteps(plan, report);
	return {
		schemaVersion: 2,
		command: change === 'unset' ? 'unset' : 'setup',
		outcome: report.outcome === 'applied' ? runOutcomeOf(report.scopes) : report.outcome,
		exitStatus: report.exitStatus,
		account: accountDocument(plan?.account, plan?.linkedAccount),
		classicAccount: plan?.linkedAccount ?? null,
		infrastructureUsername: pair?.username ?? null,
		keyFingerprint: pair?.apiKey?.fingerprint ?? null,
		scopes: scopes.map((scope) => scopeDocument(scope)),
		notRemoved: (plan?.notRemoved ?? []).map(({scope, found}): ChangeDocument['notRemoved'][number] => ({
			region: scope.region,
			resourceGroup: scope.group,
			credential: outcomeDocument(found),
		})),
		finish: left?.finish ?? [],
		undo: left?.undo ?? [],
		undoNeedsKeyOf: left?.undoNeedsKeyOf ?? [],
		look: left?.look ?? [],
		message: report.refusal === undefined ? null : texts.say(report.refusal),
		remedy: report.remedy ?? (report.error === undefined ? null : texts.say(remedyOf(report.error))),
		error: errorDocument(report.error),
	};
}

/** Returns an account with the number of its linked classic account; `null` for what is not known. */
export function accountDocument(
	account: Account | undefined,
	number: string | null | undefined,
): ChangeDocument['account'] {
	return account === undefined ? null : {id: account.id, name: account.name, number: number ?? null};
}

function scopeDocument(progress: ScopeProgress): ScopeDocument {
	const {scope, before, change, effect, clusters} = progress.planned;
	const result = resultOf(progress);
	return {
		region: scope.region,
		resourceGroup: scope.group,
		before: outcomeDocument(before),
		after: expectedOf(progress.planned),
		keyFingerprint: change.kind === 'set' ? (change.pair.apiKey?.fingerprint ?? null) : null,
		effect,
		classicClusters: clusters?.map(({id, name}) => ({id, name})) ?? null,
		result: result === undefined ? null : resultDocument(result),
		durationMs: progress.state.kind === 'done' ? progress.state.durationMs : null,
	};
}

/** Returns what is set in a scope, or why it could not be read. */
export function outcomeDocument(outcome: Outcome<Credential>): ScopeDocument['before'] {
	return outcome.ok
		? credentialDocument(outcome.value)
		: {kind: 'unreadable', error: errorDocument(outcome.error)};
}

function credentialDocument(username: Credential): ScopeDocument['before'] {
	return username === null ? {kind: 'none'} : {kind: 'set', username};
}

/** Returns `null` if it is not known what is set. */
function foundDocument(found: Credential | undefined): ScopeDocument['before'] | null {
	return found === undefined ? null : credentialDocument(found);
}

type Ended = NonNullable<ScopeDocument['result']>;

/** Returns how a scope ended. Each case lists its fields and has a type: only so is it held to the form. */
const resultDocument = byKind<ScopeResult, [], Ended>({
	verified: ({kind, username, provenBy, permissions}): Ended => ({kind, username, provenBy, permissions}),
	'set-not-proven': ({kind, username, permissions, unreadable}): Ended => ({
		kind,
		username,
		permissions,
		unreadable: unreadable && errorDocument(unreadable),
	}),
	'other-account-in-force': ({kind, username, expected, inForce}): Ended => ({
		kind,
		username,
		expected,
		inForce,
	}),
	removed: ({kind, permissions}): Ended => ({kind, permissions}),
	differs: ({kind, expected, found}): Ended => ({kind, expected, found}),
	'not-current': ({kind, demanded, found}): Ended => ({kind, demanded, found}),
	'changed-since-review': ({kind, reviewed, found}): Ended => ({
		kind,
		reviewed,
		found: credentialDocument(found),
	}),
	'wrong-group': ({kind, insteadOf, group, was, now}): Ended => ({kind, insteadOf, group, was, now}),
	'target-changed': ({kind, from, to, wasSet}): Ended => ({kind, from, to, wasSet}),
	failed: ({kind, error, wasSet, foundAfter}): Ended => ({
		kind,
		error: errorDocument(error),
		wasSet,
		foundAfter: foundDocument(foundAfter),
	}),
	unknown: ({kind, error, found}): Ended => ({
		kind,
		error: errorDocument(error),
		foundAfter: foundDocument(found),
	}),
	'nothing-to-do': ({kind}): Ended => ({kind}),
	'not-started': ({kind}): Ended => ({kind}),
});

/** Returns an error with the words of the CLI, without secrets; `null` for what is not known. */
export function errorDocument(error: CliError): NonNullable<ChangeDocument['error']>;
export function errorDocument(error: CliError | undefined): ChangeDocument['error'];
export function errorDocument(error: CliError | undefined): ChangeDocument['error'] {
	if (error === undefined) {
		return null;
	}

	const {kind, words, command, code = null, exitCode = null} = error;
	return {kind, code, command, exitCode, words};
}
