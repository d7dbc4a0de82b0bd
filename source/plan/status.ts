import {isPrerequisite} from '../ibmcloud/error-kinds.ts';
import type {CliError} from '../ibmcloud/types.ts';
import type {Plan, ScopeProgress, ScopeResult} from './plan.ts';

/** Exit statuses of the program (README, Exit status). */
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

/** Returns the exit status of a check, by why something was not read: a missing prerequisite comes first. */
export function statusOfUnread(errors: readonly CliError[]): number {
	if (errors.some((error) => isPrerequisite(error))) {
		return exitStatus.prerequisite;
	}

	return errors.length === 0 ? exitStatus.done : exitStatus.partly;
}

/**
 * What is known of what is set in a scope that has ended: what a read showed after a write (`written`), or
 * where none was made (`found`). `untouched`: nothing was written, and nobody has looked since. `unknown`:
 * something was, or may have been.
 */
type Aftermath = 'written' | 'found' | 'untouched' | 'unknown';

/**
 * What each way to end says, for the exit status and of what is set there; with `wasSet` that is not known.
 */
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

/**
 * Whether a word is one of the ways in which a scope can end: the journal may have those of another version.
 */
export function isResultKind(word: string): word is ScopeResult['kind'] {
	return Object.hasOwn(endings, word);
}

/** Returns whether this is a result of a scope that was written and read back. */
export function isWritten(word = ''): boolean {
	return isResultKind(word) && endings[word][1] === 'written';
}

/** Returns what is known of what is set in a scope that has ended so. */
export function aftermathOf(result: ScopeResult): Aftermath {
	if ('wasSet' in result && result.wasSet) {
		return 'unknown';
	}

	return 'foundAfter' in result ? 'found' : endings[result.kind][1];
}

function verdictOf(result: ScopeResult | undefined): 'done' | 'differs' | 'open' {
	return result === undefined ? 'open' : endings[result.kind][0];
}

/** True for a scope that is changed and read back, with the key proven or not. */
export function isDone(result: ScopeResult | undefined): boolean {
	return verdictOf(result) === 'done';
}

/** Returns whether a scope may be tried again as planned: it failed, or its end is not known. */
export function canBeRetried(
	result: ScopeResult,
): result is Extract<ScopeResult, {kind: 'failed' | 'unknown'}> {
	return result.kind === 'failed' || result.kind === 'unknown';
}

/** Returns how a scope ended; undefined while it has not. */
export function resultOf({state}: ScopeProgress): ScopeResult | undefined {
	return state.kind === 'done' ? state.result : undefined;
}

/** Returns whether the change may be in force: not where no write was made, or it is known to have failed. */
export function mayBeWritten({state}: ScopeProgress): boolean {
	if (state.kind !== 'done') {
		return state.kind === 'setting' || state.kind === 'reading-back';
	}

	return ['written', 'unknown'].includes(aftermathOf(state.result));
}

/** Whether there is something of this run to be undone: what a read shows to be somebody else's is theirs. */
export function canBeUndone(scope: ScopeProgress): boolean {
	return mayBeWritten(scope) && resultOf(scope)?.kind !== 'differs';
}

/** How a run over these scopes ended, for a script: what is not known comes first. */
export type RunOutcome = 'applied' | 'partial' | 'failed' | 'not-known' | 'nothing-to-do';

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

/**
 * Returns the exit status of a run that had to make a file come true: that of its scopes, and where those are
 * done, whether the file is true now also where it expects none.
 */
export function statusOfRun(scopes: readonly ScopeProgress[], plan: Plan | undefined): number {
	const status = statusOfScopes(scopes);
	return status === exitStatus.done ? statusOfLooks(plan?.notRemoved?.map(({found}) => found) ?? []) : status;
}

/** The exit status of a dry run of a file: whether anything would have to change for the file to be true. */
export function statusOfDryRun({scopes, notRemoved = []}: Plan): number {
	return statusOfLooks([...scopes.map(({before}) => before), ...notRemoved.map(({found}) => found)]);
}

/** Of scopes that are not as expected: one that was read differs, whatever could not be read. */
function statusOfLooks(looks: ReadonlyArray<{readonly ok: boolean}>): number {
	return looks.some(({ok}) => ok)
		? exitStatus.differs
		: looks.length > 0
			? exitStatus.partly
			: exitStatus.done;
}

/**
 * Returns the exit status of a run over these scopes: with several, 5 if any is not done, else 4 if any
 * differs. What was held back because another scope is not as demanded (`--if-current`) adds nothing to that.
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
