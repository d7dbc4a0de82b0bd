import {programName} from '../program-name.ts';
import {describeCommand} from '../shell/run.ts';
import {losesControl} from './effect.ts';
import {expectedOf, scopeKey, type Plan, type PlannedScope, type Scope, type WriterKind} from './plan.ts';
import {replacements, type RecordedChange, type UnfinishedRun} from './recorded-runs.ts';

/** The commands of this program that do a part of a plan, or of a recorded run, as they are printed. */

/** How the key was given, for commands that run as printed: the flag's value, or the environment. */
export type KeyReference =
	| {readonly kind: 'flag'; readonly value: string}
	| {readonly kind: 'environment'}
	/** Several users, each with a key of its own. */
	| {readonly kind: 'by-user'; readonly references: ReadonlyMap<string, KeyReference>};

/** A scope, and the flags of the command that is for it. */
interface Part {
	readonly scope: Scope;
	readonly flags: readonly string[];
}

/** One command per set of flags, for the groups with equal regions: it takes every pair of both. */
export function programCommands(parts: readonly Part[], last: readonly string[] = []): string[] {
	const groups = Map.groupBy(parts, ({scope, flags}) => JSON.stringify([flags, scope.group.id]));
	const blocks = Map.groupBy(groups.values(), (members) =>
		describeCommand(programName, [
			...(members[0]?.flags ?? []),
			...members.map(({scope}) => `--region=${scope.region}`),
		]),
	);
	return [...blocks].map(([command, members]) =>
		describeCommand(command, [
			...members.flatMap(([first]) =>
				first === undefined ? [] : `--resource-group=${first.scope.group.name}`,
			),
			...last,
		]),
	);
}

/** The commands that apply a part of a plan without a question, one for each change and resource group. */
export function commandsFor(
	plan: Plan,
	scopes: readonly PlannedScope[],
	key: KeyReference,
	writer: WriterKind = plan.writer,
): string[] {
	const {onlyIfCurrent} = plan;
	const parts = scopes.map((planned) => {
		const pair = planned.change.kind === 'set' ? planned.change.pair : undefined;
		const flags = [
			...toSet(expectedOf(planned)),
			...(pair === undefined ? [] : keyFlag(key, pair.username)),
			...(plan.writer === 'api' ? [`--via=${writer}`] : []),
			...(pair?.mayBeChecked === false ? ['--no-pair-check'] : []),
			...(onlyIfCurrent === undefined ? [] : [`--if-current=${onlyIfCurrent ?? 'none'}`]),
			...replaced(losesControl(planned, plan)),
		];
		return {scope: planned.scope, flags};
	});
	return programCommands(parts, ['--force']);
}

/** Returns what sets this user, or removes who is set (`null`). */
export function toSet(username: string | null): string[] {
	return username === null ? ['unset'] : ['setup', `--infrastructure-username=${username}`];
}

function keyFlag(key: KeyReference, username: string): string[] {
	if (key.kind === 'by-user') {
		return keyFlag(key.references.get(username) ?? {kind: 'flag', value: '-'}, username);
	}

	return key.kind === 'flag' ? [`--infrastructure-api-key=${key.value}`] : [];
}

/** Names the account that loses control. */
export function replaced(account: string | undefined): string[] {
	return account === undefined ? [] : [`--replace-account=${account}`];
}

/**
 * Returns the commands that put back what a run has replaced, as far as that is known and nobody's change
 * came after it. They ask: nobody knows the key of the user who was there.
 *
 * @param later the changes that came after the run.
 */
export function restoreCommands(
	changes: readonly RecordedChange[],
	later: readonly RecordedChange[],
): string[] {
	const touched = new Set(later.map(({entry}) => scopeKey(entry)));
	return programCommands(
		[...replacements(changes)].flatMap(([place, found]) => {
			const [first] = found;
			const last = found.at(-1);
			return first === undefined || touched.has(place) || last?.after !== last?.entry.after
				? []
				: [{scope: first.entry, flags: toSet(first.before)}];
		}),
	);
}

/**
 * Returns the commands that finish a run that died, one per resource group. They ask, since nobody knows how
 * it was confirmed; the key has to be given again.
 */
export function resumeCommands({open}: UnfinishedRun): string[] {
	return programCommands(open.map((entry) => ({scope: entry, flags: toSet(entry.after)})));
}
