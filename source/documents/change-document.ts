import {remedyOf} from '../frontends/lines/error-lines.ts';
import type {CliError, Credential, Outcome} from '../ibmcloud/types.ts';
import {nextSteps} from '../plan/next-steps.ts';
import {expectedOf, pairsOf, type ScopeProgress, type ScopeResult} from '../plan/plan.ts';
import {runOutcomeOf, resultOf} from '../plan/status.ts';
import type {Message} from '../text/message.ts';
import type {Texts} from '../text/texts.ts';
import type {Report} from '../wizard/view.ts';
import type {Document} from './print-document.ts';

/** The report of what was not carried out. */
export function refused(refusal: Message, exitStatus: number): Report {
	return {
		outcome: 'refused',
		plan: undefined,
		scopes: [],
		refusal,
		keyReference: {kind: 'environment'},
		exitStatus,
	};
}

/** The one JSON document of `setup` and `unset` with `--output json`. No field ever holds a key. */
export function changeDocument(report: Report, change: 'set' | 'unset', texts: Texts): Document {
	const {plan} = report;
	const pairs = plan === undefined ? [] : pairsOf(plan);
	// Of several no one is the one.
	const [pair] = pairs.length === 1 ? pairs : [];
	const left = plan === undefined ? undefined : nextSteps(plan, report);
	return {
		schemaVersion: 2,
		command: change === 'unset' ? 'unset' : 'setup',
		outcome: report.outcome === 'applied' ? runOutcomeOf(report.scopes) : report.outcome,
		exitStatus: report.exitStatus,
		account:
			plan?.account === undefined
				? null
				: {id: plan.account.id, name: plan.account.name, number: plan.linkedAccount ?? null},
		classicAccount: plan?.linkedAccount ?? null,
		infrastructureUsername: pair?.username ?? null,
		keyFingerprint: pair?.apiKey?.fingerprint ?? null,
		scopes:
			report.scopes.length > 0
				? report.scopes.map((scope) => scopeDocument(scope))
				: (plan?.scopes ?? []).map((planned) => scopeDocument({planned, state: {kind: 'pending'}})),
		notRemoved: (plan?.notRemoved ?? []).map(({scope, found}) => ({
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

function scopeDocument(progress: ScopeProgress): Record<string, unknown> {
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
export function outcomeDocument(outcome: Outcome<Credential>): Record<string, unknown> {
	return outcome.ok
		? credentialDocument(outcome.value)
		: {kind: 'unreadable', error: errorDocument(outcome.error)};
}

function credentialDocument(username: Credential): Record<string, unknown> {
	return username === null ? {kind: 'none'} : {kind: 'set', username};
}

/** How a scope ended; fields that the form does not name are taken out as the document is printed. */
function resultDocument(result: ScopeResult): Record<string, unknown> {
	switch (result.kind) {
		case 'failed':
		case 'unknown': {
			const foundAfter = result.kind === 'failed' ? result.foundAfter : result.found;
			return {
				...result,
				error: errorDocument(result.error),
				foundAfter: foundAfter === undefined ? null : credentialDocument(foundAfter),
			};
		}

		case 'changed-since-review': {
			return {...result, found: credentialDocument(result.found)};
		}

		case 'set-not-proven': {
			return {...result, unreadable: errorDocument(result.unreadable) ?? undefined};
		}

		default: {
			return {...result};
		}
	}
}

/** An error with the words of the CLI, without secrets; what is not known, and no error, is null. */
export function errorDocument(error: CliError | undefined): Record<string, unknown> | null {
	return error === undefined ? null : {...error, code: error.code ?? null, exitCode: error.exitCode ?? null};
}
