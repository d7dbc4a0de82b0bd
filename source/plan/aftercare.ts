import {credentialSetArguments} from '../ibmcloud/client.ts';
import {programName} from '../program-name.ts';
import {describeCommand} from '../shell/adapter.ts';
import type {UnfinishedRun} from './recorded-runs.ts';
import type {Plan, ScopeProgress} from './plan.ts';
import {isDone, resultOf} from './status.ts';

/** How the key was given, so that a printed command can be run as it stands: the value of the flag, or none for the environment. */
export type KeyReference = {readonly kind: 'flag'; readonly value: string} | {readonly kind: 'environment'};

/** What a run leaves to be done by command: nothing that a rehearsal left undone is to be run for real. */
export function leftOver(
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
): {readonly finish: string[]; readonly byHand: string[]; readonly undo: string[]} {
	return isDemo === true
		? {finish: [], byHand: [], undo: []}
		: {
				finish: finishCommands(plan, scopes, keyReference),
				byHand: handCommands(plan, scopes),
				undo: undoCommands(plan, scopes),
			};
}

/**
 * The commands that finish what is not done, one per resource group, since a command takes every region with every
 * group. Scopes that are done are in none of them.
 */
export function finishCommands(plan: Plan, scopes: readonly ScopeProgress[], key: KeyReference): string[] {
	const open = scopes.filter((scope) => isUnfinished(scope));
	const groups = new Map(open.map(({planned: {scope}}) => [scope.group.id, scope.group.name]));
	return [...groups].map(([id, name]) => {
		const regions = open
			.filter(({planned}) => planned.scope.group.id === id)
			.map(({planned}) => `--region=${planned.scope.region}`);
		return describeCommand(programName, [
			...verb(plan, key),
			...regions,
			`--resource-group=${name}`,
			'--force',
		]);
	});
}

/**
 * The commands that finish a run that died, one per resource group. They ask, since nobody knows how it was confirmed;
 * the key has to be given again.
 */
export function resumeCommands({open}: UnfinishedRun): string[] {
	const groups = Map.groupBy(open, ({group, change, after}) => `${change} ${after} ${group.name}`);
	return [...groups.values()].map((entries) => {
		const [first] = entries;
		return describeCommand(programName, [
			...(first?.after === null || first === undefined
				? ['unset']
				: ['setup', `--infrastructure-username=${first.after}`]),
			...entries.map(({region}) => `--region=${region}`),
			`--resource-group=${first?.group.name ?? ''}`,
		]);
	});
}

/** Not what was left alone on purpose (`--if-current`), nor what no command of ours can reach. */
function isUnfinished(scope: ScopeProgress): boolean {
	const result = resultOf(scope);
	return !isDone(result) && result?.kind !== 'not-current' && !isCopyRefused(scope);
}

function verb({change, writer, onlyIfCurrent}: Plan, key: KeyReference): string[] {
	const via = [
		...(writer === 'api' ? ['--via=api'] : []),
		...(change.kind === 'set' && !change.pair.mayBeChecked ? ['--no-pair-check'] : []),
		...(onlyIfCurrent === undefined ? [] : [`--if-current=${onlyIfCurrent ?? 'none'}`]),
	];
	if (change.kind === 'unset') {
		return ['unset', ...via];
	}

	const reference = key.kind === 'flag' ? [`--infrastructure-api-key=${key.value}`] : [];
	return ['setup', `--infrastructure-username=${change.pair.username}`, ...reference, ...via];
}

/** Where no private copy can be used, no command of ours helps: target the group, change it by hand, and go back. */
export function handCommands(plan: Plan, scopes: readonly ScopeProgress[]): string[] {
	const {change, targetedGroup} = plan;
	const refused = scopes.filter((scope) => isCopyRefused(scope));
	const commands = refused.flatMap(({planned: {scope}}) => {
		const region = `--region=${scope.region}`;
		const write =
			change.kind === 'set'
				? credentialSetArguments(scope.region, change.pair.username, change.pair.apiKey)
				: ['ks', 'credential', 'unset', region];
		return [['target', '-g', scope.group.name], write, ['ks', 'credential', 'get', region]].map((args) =>
			describeCommand('ibmcloud', args),
		);
	});
	return refused.length === 0 || targetedGroup === undefined
		? commands
		: [...commands, describeCommand('ibmcloud', ['target', '-g', targetedGroup])];
}

function isCopyRefused(scope: ScopeProgress): boolean {
	const result = resultOf(scope);
	return result?.kind === 'failed' && result.error.kind === 'copy-refused';
}

/** The commands that undo what was set where none was set before; a replaced credential needs its old key. */
export function undoCommands({change}: Plan, scopes: readonly ScopeProgress[]): string[] {
	if (change.kind === 'unset') {
		return [];
	}

	return scopes
		.filter(
			(scope) =>
				isDone(resultOf(scope)) && scope.planned.before.ok && scope.planned.before.value.kind === 'none',
		)
		.map(({planned: {scope}}) =>
			describeCommand(programName, [
				'unset',
				`--region=${scope.region}`,
				`--resource-group=${scope.group.name}`,
				'--force',
			]),
		);
}

/** The usernames that were replaced, whose key would be needed to undo; nobody can read it back. */
export function replacedUsernames(scopes: readonly ScopeProgress[], {change}: Plan): string[] {
	const after = change.kind === 'set' ? change.pair.username : undefined;
	const names = scopes.flatMap((scope) => {
		const {before} = scope.planned;
		const name = before.ok && before.value.kind === 'set' ? before.value.username : undefined;
		return name !== undefined && name !== after && isDone(resultOf(scope)) ? [name] : [];
	});
	return [...new Set(names)];
}
