import {remedyOf} from '../frontends/lines/error-lines.ts';
import type {Account, CliError, Credential, Outcome} from '../ibmcloud/types.ts';
import {nextSteps} from '../plan/next-steps.ts';
import {expectedOf, pairsOf, pendingScopes, type ScopeProgress, type ScopeResult} from '../plan/plan.ts';
import {runOutcomeOf, resultOf} from '../plan/status.ts';
import type {Texts} from '../text/texts.ts';
import type {Report} from '../wizard/view.ts';
import type {DocumentOf} from './schemas.ts';

type ChangeDocument = DocumentOf<'change'>;
type ScopeDocument = ChangeDocument['scopes'][number];

/** The one JSON document of `setup` and `unset` with `--output json`. No field ever holds a key. */
export function changeDocument(report: Report, change: 'set' | 'unset', texts: Texts): ChangeDocument {
	const {plan} = report;
	const pairs = plan === undefined ? [] : pairsOf(plan);
	// Of several no one is the one.
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

/** An account, with the number of the linked classic account; `null` where they are not known. */
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

/** What is set in a scope, or why it could not be read. */
export function outcomeDocument(outcome: Outcome<Credential>): ScopeDocument['before'] {
	return outcome.ok
		? credentialDocument(outcome.value)
		: {kind: 'unreadable', error: errorDocument(outcome.error)};
}

function credentialDocument(username: Credential): ScopeDocument['before'] {
	return username === null ? {kind: 'none'} : {kind: 'set', username};
}

/** `null` where it is not known what is set. */
function foundDocument(found: Credential | undefined): ScopeDocument['before'] | null {
	return found === undefined ? null : credentialDocument(found);
}

/** How a scope ended, field by field: what is spread is not held to the form. */
function resultDocument(result: ScopeResult): NonNullable<ScopeDocument['result']> {
	const {kind} = result;
	switch (kind) {
		case 'verified': {
			const {username, provenBy, permissions} = result;
			return {kind, username, provenBy, permissions};
		}

		case 'set-not-proven': {
			const {username, permissions, unreadable} = result;
			return {kind, username, permissions, unreadable: unreadable && errorDocument(unreadable)};
		}

		case 'other-account-in-force': {
			return {kind, username: result.username, expected: result.expected, inForce: result.inForce};
		}

		case 'removed': {
			return {kind, permissions: result.permissions};
		}

		case 'differs': {
			return {kind, expected: result.expected, found: result.found};
		}

		case 'not-current': {
			return {kind, demanded: result.demanded, found: result.found};
		}

		case 'changed-since-review': {
			return {kind, reviewed: result.reviewed, found: credentialDocument(result.found)};
		}

		case 'wrong-group': {
			const {insteadOf, group, was, now} = result;
			return {kind, insteadOf, group, was, now};
		}

		case 'target-changed': {
			return {kind, from: result.from, to: result.to, wasSet: result.wasSet};
		}

		case 'failed': {
			const {error, wasSet, foundAfter} = result;
			return {kind, error: errorDocument(error), wasSet, foundAfter: foundDocument(foundAfter)};
		}

		case 'unknown': {
			return {kind, error: errorDocument(result.error), foundAfter: foundDocument(result.found)};
		}

		case 'nothing-to-do':
		case 'not-started': {
			return {kind};
		}
	}
}

/** An error with the words of the CLI, without secrets; what is not known is null. */
export function errorDocument(error: CliError): NonNullable<ChangeDocument['error']>;
export function errorDocument(error: CliError | undefined): ChangeDocument['error'];
export function errorDocument(error: CliError | undefined): ChangeDocument['error'] {
	if (error === undefined) {
		return null;
	}

	const {kind, words, command, code = null, exitCode = null} = error;
	return {kind, code, command, exitCode, words};
}
