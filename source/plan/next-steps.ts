import type {Credential} from '../ibmcloud/types.ts';
import {byHand} from './by-hand.ts';
import {changedIn} from './default-group.ts';
import {programCommands, commandsFor, replaced, toSet, type KeyReference} from './own-commands.ts';
import type {Plan, PlannedScope, ScopeProgress, ScopeResult} from './plan.ts';
import {accountOf} from './proof.ts';
import {canBeUndone, isDone, resultOf} from './status.ts';

export type NextSteps = ReturnType<typeof nextSteps>;

/** What a run leaves to be done by command; nothing that a rehearsal left undone is to be run for real. */
export function nextSteps(
	plan: Plan,
	{
		scopes: all,
		keyReference,
		isDemo,
	}: {
		readonly scopes: readonly ScopeProgress[];
		readonly keyReference: KeyReference;
		readonly isDemo?: boolean;
	},
) {
	const scopes = isDemo === true ? [] : all;
	const scopesThat = (matches: (result: ScopeResult | undefined) => boolean): PlannedScope[] =>
		scopes.filter((scope) => matches(resultOf(scope))).map(({planned}) => planned);
	// What could not be read before the write is not known, and nothing leads back to it.
	const written = scopes
		.filter((scope) => canBeUndone(scope))
		.map((scope) => ({...changedIn(scope, plan), result: resultOf(scope)}))
		.flatMap((planned) => (planned.before.ok ? [{...planned, wasSet: planned.before.value}] : []));
	// What the API declined, or did elsewhere, it will do again; the command may do better.
	const writer = scopesThat(isBeyondApi).length > 0 ? 'cli' : plan.writer;
	return {
		/** What finishes the scopes that are not done, but for those that were left alone on purpose. */
		finish: commandsFor(plan, scopesThat(isUnfinished), keyReference, writer),
		/** What finishes those that no command of ours can reach. */
		byHand: byHand(plan, scopesThat(isCopyRefused)),
		/** What puts back what was there before. */
		undo: undoCommands(plan, written),
		/** The users whose key that needs: the service does not give it (documented: the name alone). */
		undoNeedsKeyOf: [...new Set(written.flatMap(({wasSet}) => wasSet ?? []))],
		/**
		 * What shows how far the scopes are of which that is not known: whole commands, since the region
		 * alone would read the group that happens to be targeted.
		 */
		look: programCommands(
			scopesThat((result) => result?.kind === 'unknown').map(({scope}) => ({scope, flags: ['status']})),
		),
	};
}

function isBeyondApi(result: ScopeResult | undefined): boolean {
	return result?.kind === 'failed'
		? ['api-declined', 'api-wants-refresh-token'].includes(result.error.kind)
		: result?.kind === 'wrong-group';
}

/** Not what was left alone on purpose (`--if-current`), nor what no command of ours can reach. */
function isUnfinished(result: ScopeResult | undefined): boolean {
	return !isDone(result) && result?.kind !== 'not-current' && !isCopyRefused(result);
}

function isCopyRefused(result: ScopeResult | undefined): boolean {
	return result?.kind === 'failed' && result.error.kind === 'copy-refused';
}

/** A scope that was written, or may have been, with what was set there before. */
type WrittenScope = PlannedScope & {readonly wasSet: Credential; readonly result: ScopeResult | undefined};

/**
 * Returns the commands that put back what was there: they remove what was set where none was, and set the
 * user who was replaced, whose key they read from standard input. They name the account that loses control.
 */
function undoCommands(plan: Plan, written: readonly WrittenScope[]): string[] {
	const parts = written
		.filter(({effect}) => effect !== 'rotation')
		.map((planned) => {
			const key = planned.wasSet === null ? [] : ['--infrastructure-api-key=-'];
			const flags = [...toSet(planned.wasSet), ...key, ...replaced(takenBack(planned, plan))];
			return {scope: planned.scope, flags};
		});
	return programCommands(parts, ['--force']);
}

/**
 * The account of which control is taken when a change is undone: the one that it gave control to, where that
 * differs. Where another one than the user's is in force the user stands for it, as the next run will demand.
 */
function takenBack(
	{change, effect, result}: WrittenScope,
	{linkedAccount}: Pick<Plan, 'linkedAccount'>,
): string | undefined {
	if (result?.kind === 'other-account-in-force') {
		return result.username;
	}

	if (effect !== 'other-account') {
		return undefined;
	}

	return change.kind === 'set'
		? (accountOf(change.pair) ?? change.pair.username)
		: (linkedAccount ?? undefined);
}
