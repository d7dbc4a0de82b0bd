import {isPrerequisite} from '../ibmcloud/error-kinds.ts';
import type {CliError} from '../ibmcloud/types.ts';
import type {Plan, ScopeProgress, ScopeResult} from './plan.ts';

/** The exit statuses of the program (README, Exit status). */
export const exitStatus = {
	done: 0,
	failed: 1,
	usage: 2,
	prerequisite: 3,
	differs: 4,
	partly: 5,
	hangUp: 129,
	interrupted: 130,
	quit: 131,
	terminated: 143,
} as const;

/** Returns the exit status of a check from its failed reads. A missing prerequisite comes first. */
export function statusOfUnread(errors: readonly CliError[]): number {
	if (errors.some((error) => isPrerequisite(error))) {
		return exitStatus.prerequisite;
	}

	return errors.length === 0 ? exitStatus.done : exitStatus.partly;
}

/**
 * How it is known what is set in a scope: from a read after a write (`written`), or without one (`found`).
 * `untouched`: nothing was written, and nothing read since. `unknown`: a write was made, or may have been.
 */
type Aftermath = 'written' | 'found' | 'untouched' | 'unknown';

/** What each result says for the exit status, and of what is set; with `wasSet`, the latter is not known. */
const endings: Readonly<
	Record<ScopeResult['kind'], readonly [status: 'done' | 'differs' | 'open', aftermath: Aftermath]>
> = {
	verified: ['done', 'written'],
	'set-not-proven': ['done', 'written'],
	removed: ['done', 'written'],
	'nothing-to-do': ['done', 'found'],
	'other-account-in-force': ['differs', 'written'],
	differs: ['differs', 'written'],
	'wrong-group': ['differs', 'written'],
	'not-current': ['differs', 'found'],
	'changed-since-review': ['differs', 'found'],
	'target-changed': ['differs', 'untouched'],
	failed: ['open', 'untouched'],
	'not-started': ['open', 'untouched'],
	unknown: ['open', 'unknown'],
};

/** Reports whether a word is a kind of result: the journal may have those of another version. */
export function isResultKind(word: string): word is ScopeResult['kind'] {
	return Object.hasOwn(endings, word);
}

/** Reports whether this is a result after a write that was read back: `wrong-group` too, of another scope. */
export function isWritten(word = ''): boolean {
	return isResultKind(word) && endings[word][1] === 'written';
}

/** Returns how it is known what is set in a scope with this result. */
export function aftermathOf(result: ScopeResult): Aftermath {
	if ('wasSet' in result && result.wasSet) {
		return 'unknown';
	}

	return 'foundAfter' in result ? 'found' : endings[result.kind][1];
}

function verdictOf(result: ScopeResult | undefined): 'done' | 'differs' | 'open' {
	return result === undefined ? 'open' : endings[result.kind][0];
}

/** Reports whether a scope is changed and read back, with the key proven or not. */
export function isDone(result: ScopeResult | undefined): boolean {
	return verdictOf(result) === 'done';
}

/** Reports whether a scope may be tried again as planned: it failed, or its end is not known. */
export function canBeRetried(
	result: ScopeResult,
): result is Extract<ScopeResult, {kind: 'failed' | 'unknown'}> {
	return result.kind === 'failed' || result.kind === 'unknown';
}

/** Returns how a scope ended; undefined before its end. */
export function resultOf({state}: ScopeProgress): ScopeResult | undefined {
	return state.kind === 'done' ? state.result : undefined;
}

/** Reports whether the change may be in force. Not if there was no write, or it is known to have failed. */
export function mayBeWritten({state}: ScopeProgress): boolean {
	if (state.kind !== 'done') {
		return state.kind === 'setting' || state.kind === 'reading-back';
	}

	return ['written', 'unknown'].includes(aftermathOf(state.result));
}

/** Reports whether there is a change of this run to undo. A user whom somebody else has set stays theirs. */
export function canBeUndone(scope: ScopeProgress): boolean {
	return mayBeWritten(scope) && resultOf(scope)?.kind !== 'differs';
}

/** How a run ended, for scripts. */
export type RunOutcome = 'applied' | 'partial' | 'failed' | 'not-known' | 'nothing-to-do';

/** Returns how a run over these scopes ended. An end that is not known comes first. */
export function runOutcomeOf(scopes: readonly ScopeProgress[]): RunOutcome {
	const results = scopes.map((scope) => resultOf(scope));
	if (results.some((result) => result?.kind === 'unknown')) {
		return 'not-known';
	}

	if (results.every((result) => result?.kind === 'nothing-to-do')) {
		return 'nothing-to-do';
	}

	const done = results.filter((result) => isDone(result)).length;
	return done === results.length ? 'applied' : done > 0 ? 'partial' : 'failed';
}

/** Returns the exit status of a run from a file. If its scopes are done, those with none expected decide. */
export function statusOfRun(scopes: readonly ScopeProgress[], plan: Plan | undefined): number {
	const status = statusOfScopes(scopes);
	return status === exitStatus.done ? statusOfLooks(plan?.notRemoved?.map(({found}) => found) ?? []) : status;
}

/** Returns the exit status of a dry run from a file: whether anything would have to change to match it. */
export function statusOfDryRun({scopes, notRemoved = []}: Plan): number {
	return statusOfLooks([...scopes.map(({before}) => before), ...notRemoved.map(({found}) => found)]);
}

/** Returns the exit status for scopes that are not as expected: a read one differs, whatever was not read. */
function statusOfLooks(looks: ReadonlyArray<{readonly ok: boolean}>): number {
	return looks.some(({ok}) => ok)
		? exitStatus.differs
		: looks.length > 0
			? exitStatus.partly
			: exitStatus.done;
}

/**
 * Returns the exit status of a run over these scopes. With several: 5 if any is not done, otherwise 4 if any
 * differs. A scope that was held back because another one is not as demanded (`--if-current`) does not count.
 */
export function statusOfScopes(scopes: readonly ScopeProgress[]): number {
	const results = scopes.map((scope) => resultOf(scope));
	const isHeldBack =
		results.some((result) => result?.kind === 'not-current') && runOutcomeOf(scopes) === 'failed';
	const unfinished = results.filter(
		(result) => verdictOf(result) === 'open' && !(isHeldBack && result?.kind === 'not-started'),
	);
	if (unfinished.length === 0) {
		return results.some((result) => verdictOf(result) === 'differs') ? exitStatus.differs : exitStatus.done;
	}

	if (scopes.length > 1) {
		return exitStatus.partly;
	}

	const [only] = unfinished;
	return only?.kind === 'failed' && isPrerequisite(only.error) ? exitStatus.prerequisite : exitStatus.failed;
}
