import {programName} from '../program-name.ts';
import {describeCommand} from '../shell/run.ts';
import {losesControl} from './effect.ts';
import {expectedOf, scopeKey, type Plan, type PlannedScope, type Scope, type WriterKind} from './plan.ts';
import {replacements, type RecordedChange, type UnfinishedRun} from './recorded-runs.ts';

/** The commands of this program that do a part of a plan or of a recorded run, as printed. */

/** How the key was given, so that commands run as printed: by the value of a flag, or by the environment. */
export type KeyReference =
	| {readonly kind: 'flag'; readonly value: string}
	| {readonly kind: 'environment'}
	/** Several users, each with their own key. */
	| {readonly kind: 'by-user'; readonly references: ReadonlyMap<string, KeyReference>};

interface Part {
	readonly scope: Scope;
	readonly flags: readonly string[];
}

/** Returns a command for each set of flags and regions. It covers every pair of its regions and groups. */
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

/** Returns the commands that apply a part of a plan without asking. */
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

/** Returns the arguments that set this user, or remove the present one (`null`). */
export function toSet(username: string | null): string[] {
	return username === null ? ['unset'] : ['setup', `--infrastructure-username=${username}`];
}

function keyFlag(key: KeyReference, username: string): string[] {
	if (key.kind === 'by-user') {
		return keyFlag(key.references.get(username) ?? {kind: 'flag', value: '-'}, username);
	}

	return key.kind === 'flag' ? [`--infrastructure-api-key=${key.value}`] : [];
}

/** Returns the flag that names the account that loses control. */
export function replaced(account: string | undefined): string[] {
	return account === undefined ? [] : [`--replace-account=${account}`];
}

/**
 * Returns the commands that put back what a run has replaced, as far as that is known and no `later` change
 * followed. They are interactive, since nobody knows the key of the former user.
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

/** Returns interactive commands that finish a dead run: nobody knows its key, or how it was confirmed. */
export function resumeCommands({open}: UnfinishedRun): string[] {
	return programCommands(open.map((entry) => ({scope: entry, flags: toSet(entry.after)})));
}
