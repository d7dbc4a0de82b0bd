import {credentialSetArguments} from '../ibmcloud/client.ts';
import {describeCommand, type Argument} from '../shell/run.ts';
import {Secret} from '../secrets/secret.ts';
import {isNothingToDo} from './effect.ts';
import {pairsOf, type Plan, type PlannedScope} from './plan.ts';

/** Stands in for a key. Every key is printed as the same reference. */
const notGiven = new Secret('not given');

type Targeted = Pick<Plan, 'targetedGroup'>;

/** A command line to paste as it is, and the scopes that it is for. */
export type CommandBlock = ReturnType<typeof blocksByHand>[number];

/**
 * Returns the documented commands that change and show these scopes, one shell line for each resource group.
 * A failing `target` stops its line; the way back to the operator's group always runs. The key is `"$KEY"`.
 */
export function blocksByHand(plan: Targeted, scopes: readonly PlannedScope[]) {
	const groups = Map.groupBy(
		scopes.filter((planned) => !isNothingToDo(planned)),
		({scope}) => scope.group.name,
	);
	return [...groups].map(([name, members]) => ({
		scopes: members.map(({scope}) => scope),
		command: inGroup(
			plan,
			name,
			members.flatMap((planned) => scopeCommands(planned)),
		),
	}));
}

/** Returns the command lines of `blocksByHand` alone. */
export function byHand(plan: Targeted, scopes: readonly PlannedScope[]): string[] {
	return blocksByHand(plan, scopes).map((block) => block.command);
}

/** Joins commands so that they run in the group of this name or not at all, and restores the target after. */
export function inGroup({targetedGroup}: Targeted, group: string, commands: readonly string[]): string {
	if (group === targetedGroup) {
		return commands.join(' && ');
	}

	const back =
		targetedGroup === undefined ? ['target', '--unset-resource-group'] : ['target', '-g', targetedGroup];
	return `${[command(['target', '-g', group]), ...commands].join(' && ')}; ${command(back)}`;
}

function scopeCommands({scope: {region}, change}: PlannedScope): string[] {
	const flag = `--region=${region}`;
	return [
		command(
			change.kind === 'set'
				? credentialSetArguments(region, change.pair.username, change.pair.apiKey ?? notGiven)
				: ['ks', 'credential', 'unset', flag, '-q'],
		),
		command(['ks', 'credential', 'get', flag, '-q']),
		...(change.kind === 'set' ? [command(['ks', 'infra-permissions', 'get', flag, '-q'])] : []),
	];
}

/**
 * Returns a plan as a shell script of the documented commands, whoever carried it out. The script reads the
 * key of each user as one line of standard input, so that no key is in a file or a history.
 */
export function planScript(plan: Plan): string {
	const pairs = pairsOf(plan);
	const removals = plan.scopes.filter(({change}) => change.kind === 'unset');
	return [
		'#!/bin/sh',
		'set -u',
		...pairs.flatMap(({username}) => [
			`# the key of ${username}`,
			// A last line without a newline counts as well.
			'IFS= read -r KEY || [ -n "$KEY" ] || exit 1',
			...byHand(
				plan,
				plan.scopes.filter(({change}) => change.kind === 'set' && change.pair.username === username),
			),
		]),
		...byHand(plan, removals),
	].join('\n');
}

function command(args: readonly Argument[]): string {
	return describeCommand('ibmcloud', args);
}
