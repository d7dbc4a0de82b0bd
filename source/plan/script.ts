import {credentialSetArguments} from '../ibmcloud/client.ts';
import {describeCommand} from '../shell/adapter.ts';
import type {Argument} from '../shell/run.ts';
import {hasNothingToRemove} from './effect.ts';
import type {Plan, PlannedScope} from './plan.ts';

/**
 * A plan as a shell script of the documented commands, whoever carried it out. The key is read from standard input: it
 * is in no file and no history. It targets the groups one after the other, and at the end the one that was targeted.
 */
export function planScript(plan: Plan): string {
	const {change, targetedGroup} = plan;
	const groups = Map.groupBy(plan.scopes, ({scope}) => scope.group.name);
	const commands = [...groups].flatMap(([group, scopes]) => [
		command(['target', '-g', group]),
		...scopes.flatMap((planned) => scopeCommands(planned, plan)),
	]);
	return [
		'#!/bin/sh',
		'set -eu',
		// A last line without its end is a line, too.
		...(change.kind === 'set' ? ['IFS= read -r KEY || [ -n "$KEY" ]'] : []),
		...commands,
		...(targetedGroup === undefined ? [] : [command(['target', '-g', targetedGroup])]),
	].join('\n');
}

function scopeCommands({scope, before}: PlannedScope, {change}: Plan): string[] {
	const {region} = scope;
	const flag = `--region=${region}`;
	const get = command(['ks', 'credential', 'get', flag, '-q']);
	return change.kind === 'set'
		? [
				command(credentialSetArguments(region, change.pair.username, change.pair.apiKey)),
				get,
				command(['ks', 'infra-permissions', 'get', flag, '-q']),
			]
		: // That none is set is what the reading is for, and the CLI calls it a failure (documented).
			[
				...(hasNothingToRemove(before, change.kind)
					? []
					: [command(['ks', 'credential', 'unset', flag, '-q'])]),
				`${get} || true`,
			];
}

function command(args: readonly Argument[]): string {
	return describeCommand('ibmcloud', args);
}
