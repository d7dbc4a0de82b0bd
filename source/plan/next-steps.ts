import type {Credential} from '../ibmcloud/types.ts';
import {programName} from '../program-name.ts';
import {describeCommand} from '../shell/describe-command.ts';
import {byHand} from './by-hand.ts';
import {changedIn} from './default-group.ts';
import {losesControl} from './effect.ts';
import {
	usernameIn,
	type Change,
	type Plan,
	type PlannedScope,
	type ScopeProgress,
	type ScopeResult,
	type WriterKind,
} from './plan.ts';
import {accountOf} from './proof.ts';
import {scopeOf, type RecordedChange, type UnfinishedRun} from './recorded-runs.ts';
import {replacements} from './replacements.ts';
import {isDone, mayBeWritten, resultOf} from './status.ts';

/** How the key was given, so that a printed command can be run as it stands: the value of the flag, or none for the environment. */
export type KeyReference =
	| {readonly kind: 'flag'; readonly value: string}
	| {readonly kind: 'environment'}
	/** Several users, each with a key of its own. */
	| {readonly kind: 'by-user'; readonly references: ReadonlyMap<string, KeyReference>};

/** What a run leaves to be done by command. */
export interface NextSteps {
	/** What finishes the scopes that are not done. */
	readonly finish: readonly string[];
	/** What finishes those that no command of ours can reach. */
	readonly byHand: readonly string[];
	/** What puts back what was there before. */
	readonly undo: readonly string[];
	/** The users whose key that needs: it cannot be read from the service (documented: the API gives the name alone). */
	readonly undoNeedsKeyOf: readonly string[];
	/** What shows how far the scopes are of which that is not known. */
	readonly look: readonly string[];
}

const nothing: NextSteps = {finish: [], byHand: [], undo: [], undoNeedsKeyOf: [], look: []};

/** What is left to do after a run; nothing that a rehearsal left undone is to be run for real. */
export function nextSteps(
	plan: Plan,
	{
		scopes,
		keyReference,
		isDemo,
	}: {
		readonly scopes: readonly ScopeProgress[];
		readonly keyReference: KeyReference;
		readonly isDemo?: boolean;
	},
): NextSteps {
	if (isDemo === true) {
		return nothing;
	}

	// What could not be read before the write is not known, and nothing leads back to it.
	const written = scopes
		.filter((scope) => mayBeWritten(scope))
		.map((scope) => ({...changedIn(scope, plan), result: resultOf(scope)}))
		.flatMap((planned) => (planned.before.ok ? [{...planned, wasSet: planned.before.value}] : []));
	return {
		finish: finishCommands(plan, scopes, keyReference),
		byHand: byHand(
			plan,
			scopes.filter((scope) => isCopyRefused(scope)).map(({planned}) => planned),
		),
		undo: undoCommands(plan, written),
		undoNeedsKeyOf: [...new Set(written.flatMap(({wasSet}) => usernameIn(wasSet) ?? []))],
		look: lookCommands(scopes),
	};
}

/** One command for each set of flags: for all groups with the same regions, since it takes every region with every group. */
function commands<Item extends Pick<PlannedScope, 'scope'>>(
	items: readonly Item[],
	flagsOf: (item: Item) => readonly string[],
	last: readonly string[] = [],
): string[] {
	const groups = Map.groupBy(items, (item) => JSON.stringify([flagsOf(item), item.scope.group.id]));
	const blocks = Map.groupBy(groups.values(), (members) =>
		describeCommand(programName, [
			...members.slice(0, 1).flatMap((first) => flagsOf(first)),
			...members.map(({scope}) => `--region=${scope.region}`),
		]),
	);
	return [...blocks].map(([command, members]) =>
		describeCommand(command, [
			...members.flatMap((group) =>
				group.slice(0, 1).map(({scope}) => `--resource-group=${scope.group.name}`),
			),
			...last,
		]),
	);
}

/** The commands that finish what is not done. Scopes that are done, or were left alone on purpose, are in none. */
function finishCommands(plan: Plan, scopes: readonly ScopeProgress[], key: KeyReference): string[] {
	const open = scopes.filter((scope) => isUnfinished(scope)).map(({planned}) => planned);
	return commandsFor(plan, open, key, scopes.some((scope) => isBeyondApi(scope)) ? 'cli' : plan.writer);
}

/** What the API declined, or did elsewhere, it will do again; the command may do better. */
function isBeyondApi(scope: ScopeProgress): boolean {
	const result = resultOf(scope);
	return result?.kind === 'failed'
		? ['api-declined', 'api-wants-refresh-token'].includes(result.error.kind)
		: result?.kind === 'wrong-group';
}

/** The commands that apply a part of a plan without a question, one for each change and resource group. */
export function commandsFor(
	plan: Plan,
	scopes: readonly PlannedScope[],
	key: KeyReference,
	writer: WriterKind = plan.writer,
): string[] {
	return commands(
		scopes,
		(planned) => [...verb(planned.change, plan, writer, key), ...replaced(losesControl(planned, plan))],
		['--force'],
	);
}

/** Not what was left alone on purpose (`--if-current`), nor what no command of ours can reach. */
function isUnfinished(scope: ScopeProgress): boolean {
	const result = resultOf(scope);
	return !isDone(result) && result?.kind !== 'not-current' && !isCopyRefused(scope);
}

function isCopyRefused(scope: ScopeProgress): boolean {
	const result = resultOf(scope);
	return result?.kind === 'failed' && result.error.kind === 'copy-refused';
}

function verb(change: Change, plan: Plan, writer: WriterKind, key: KeyReference): string[] {
	const {onlyIfCurrent} = plan;
	const via = [
		...(plan.writer === 'api' ? [`--via=${writer}`] : []),
		...(change.kind === 'set' && !change.pair.mayBeChecked ? ['--no-pair-check'] : []),
		...(onlyIfCurrent === undefined ? [] : [`--if-current=${onlyIfCurrent ?? 'none'}`]),
	];
	if (change.kind === 'unset') {
		return ['unset', ...via];
	}

	const {username} = change.pair;
	return ['setup', `--infrastructure-username=${username}`, ...keyFlag(key, username), ...via];
}

function keyFlag(key: KeyReference, username: string): string[] {
	switch (key.kind) {
		case 'flag': {
			return [`--infrastructure-api-key=${key.value}`];
		}

		case 'environment': {
			return [];
		}

		case 'by-user': {
			return keyFlag(key.references.get(username) ?? {kind: 'flag', value: '-'}, username);
		}
	}
}

function replaced(account: string | undefined): string[] {
	return account === undefined ? [] : [`--replace-account=${account}`];
}

/** A scope that was written, or may have been, with what was set there before. */
type WrittenScope = PlannedScope & {readonly wasSet: Credential; readonly result: ScopeResult | undefined};

/**
 * The commands that put back what was there: they remove what was set where none was set, and set the user who was
 * replaced, whose key they read from standard input. Taking control away from the new account, they have to name it.
 */
function undoCommands(plan: Plan, written: readonly WrittenScope[]): string[] {
	return commands(
		written.filter(({effect}) => effect !== 'rotation'),
		({wasSet, ...planned}) => {
			const flags =
				wasSet.kind === 'none'
					? ['unset']
					: ['setup', `--infrastructure-username=${wasSet.username}`, '--infrastructure-api-key=-'];
			return [...flags, ...replaced(takenBack(planned, plan))];
		},
		['--force'],
	);
}

/**
 * The account of which control is taken when a change is undone: the one that it gave control to, where that differs. Where
 * another one than the user's is in force the user stands for it, as the next run will demand.
 */
function takenBack(
	{change, effect, result}: Omit<WrittenScope, 'wasSet'>,
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

/** Whole commands: the region alone would read the group that happens to be targeted. */
function lookCommands(scopes: readonly ScopeProgress[]): string[] {
	const unknown = scopes.filter((scope) => resultOf(scope)?.kind === 'unknown').map(({planned}) => planned);
	return commands(unknown, () => ['status']);
}

/**
 * The commands that put back what a run has replaced, as far as that is known and nothing came after it. They ask:
 * nobody knows the key of the user who was there.
 *
 * @param later the changes that came after the run.
 */
export function restoreCommands(
	changes: readonly RecordedChange[],
	later: readonly RecordedChange[],
): string[] {
	const touched = new Set(later.map(({entry}) => scopeOf(entry)));
	return commands(
		[...replacements(changes)].flatMap(([place, [first]]) =>
			first === undefined || touched.has(place)
				? []
				: [{scope: {region: first.entry.region, group: first.entry.group}, before: first.before}],
		),
		({before}) => (before === null ? ['unset'] : ['setup', `--infrastructure-username=${before}`]),
	);
}

/**
 * The commands that finish a run that died, one per resource group. They ask, since nobody knows how it was confirmed;
 * the key has to be given again.
 */
export function resumeCommands({open}: UnfinishedRun): string[] {
	return commands(
		open.map(({region, group, after}) => ({scope: {region, group}, after})),
		({after}) => (after === null ? ['unset'] : ['setup', `--infrastructure-username=${after}`]),
	);
}
