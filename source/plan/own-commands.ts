import {programName} from '../program-name.ts';
import {describeCommand} from '../shell/describe-command.ts';
import {losesControl} from './effect.ts';
import type {Change, Plan, PlannedScope, WriterKind} from './plan.ts';

/** The commands of this program that do a part of a plan, as they are printed. */

/** How the key was given, for commands that run as printed: the flag's value, or the environment. */
export type KeyReference =
	| {readonly kind: 'flag'; readonly value: string}
	| {readonly kind: 'environment'}
	/** Several users, each with a key of its own. */
	| {readonly kind: 'by-user'; readonly references: ReadonlyMap<string, KeyReference>};

/** One command per set of flags, for the groups with equal regions: it takes every pair of both. */
export function commands<Item extends Pick<PlannedScope, 'scope'>>(
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
	if (key.kind === 'by-user') {
		return keyFlag(key.references.get(username) ?? {kind: 'flag', value: '-'}, username);
	}

	return key.kind === 'flag' ? [`--infrastructure-api-key=${key.value}`] : [];
}

/** Names the account that loses control. */
export function replaced(account: string | undefined): string[] {
	return account === undefined ? [] : [`--replace-account=${account}`];
}
