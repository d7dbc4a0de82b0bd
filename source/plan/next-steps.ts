import type {Credential} from '../ibmcloud/types.ts';
import {byHand} from './by-hand.ts';
import {changedIn} from './default-group.ts';
import {programCommands, commandsFor, replaced, toSet, type KeyReference} from './own-commands.ts';
import type {Plan, PlannedScope, ScopeProgress, ScopeResult} from './plan.ts';
import {accountOf} from './proof.ts';
import {canBeUndone, isDone, resultOf} from './status.ts';

export type NextSteps = ReturnType<typeof nextSteps>;

/** Returns the commands that are left to run. None after a rehearsal: they must not be run for real. */
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
	// Nothing leads back to a credential that could not be read before the write.
	const written = scopes
		.filter((scope) => canBeUndone(scope))
		.map((scope) => ({...changedIn(scope, plan), result: resultOf(scope)}))
		.flatMap((planned) => (planned.before.ok ? [{...planned, wasSet: planned.before.value}] : []));
	// If the API declined, or changed another group, it will do so again; the CLI may do better.
	const writer = scopesThat(isBeyondApi).length > 0 ? 'cli' : plan.writer;
	return {
		/** Finish the scopes that are not done, except those that were left alone on purpose. */
		finish: commandsFor(plan, scopesThat(isUnfinished), keyReference, writer),
		/** Finish the scopes that no command of ours can reach. */
		byHand: byHand(plan, scopesThat(isCopyRefused)),
		/** Put back what was set before. */
		undo: undoCommands(plan, written),
		/** The users whose keys `undo` needs: the service does not return them (documented: the name alone). */
		undoNeedsKeyOf: [...new Set(written.flatMap(({wasSet}) => wasSet ?? []))],
		/** Show the scopes whose end is not known. Without its group, the targeted one would be read. */
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

/** False for what was left alone on purpose (`--if-current`), and for what no command of ours can reach. */
function isUnfinished(result: ScopeResult | undefined): boolean {
	return !isDone(result) && result?.kind !== 'not-current' && !isCopyRefused(result);
}

function isCopyRefused(result: ScopeResult | undefined): boolean {
	return result?.kind === 'failed' && result.error.kind === 'copy-refused';
}

/** A scope that was or may have been written, with what was set there before. */
type WrittenScope = PlannedScope & {readonly wasSet: Credential; readonly result: ScopeResult | undefined};

/**
 * Returns the commands that put back what was set before: they remove a credential where there was none, and
 * set the user who was replaced, with a key from standard input. They name the account that loses control.
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
 * Returns the account that loses control if a change is undone: the one that the change gave control to, if
 * that differs. The user stands for an account in force that is not the user's, as the next run demands.
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
