import type {CliError, RegionName} from '../../ibmcloud/types.ts';
import type {RunContext} from '../run-context.ts';
import {clustersIn} from '../../plan/clusters.ts';
import {gapsOf, scopesToRead, type Gap, type StatusCell} from './matrix.ts';

/** What could be read of the scopes that were asked for. */
export type Cells =
	| {readonly ok: true; readonly cells: readonly StatusCell[]; readonly gaps: readonly Gap[]}
	| {readonly ok: false; readonly error: CliError}
	/** The list of groups is there, and has no group of this name or id. */
	| {readonly ok: false; readonly unknownGroup: string};

/** The scopes to read, as the options name them. */
export interface ScopesToRead {
	/** Empty = all seven. */
	readonly regions: readonly RegionName[];
	/** Names or ids; empty = the targeted group and every one with a classic cluster. */
	readonly groupNames: readonly string[];
	readonly isAll: boolean;
}

/** Reads what is set in each scope, and the clusters there; each scope once. */
export async function readCells(run: RunContext, {regions, groupNames, isAll}: ScopesToRead): Promise<Cells> {
	const {reads} = run;
	// What is waited for first is started first.
	const places = Promise.all([reads.target.start(), reads.groups.start()]);
	const listing = reads.clusters.start();
	const [target, groups] = await places;
	if (!target.ok || !groups.ok) {
		// A command that has begun is not killed in the middle.
		await listing;
	}

	if (!target.ok) {
		return target;
	}

	if (!groups.ok) {
		return groups;
	}

	const choice = {regions, isAll, visibleGroups: groups.value, targeted: target.value.group};
	if (groupNames.length === 0) {
		// These scopes are read in any case: they do not wait for the clusters, whose list takes longest.
		for (const scope of scopesToRead({...choice, groups: []}, [])) {
			reads
				.credential(scope)
				.start()
				.catch(() => undefined);
		}
	}

	const clusters = await listing;
	const named = groupNames.map((name) =>
		choice.visibleGroups.find((group) => group.name === name || group.id === name),
	);
	if (named.includes(undefined)) {
		return {ok: false, unknownGroup: groupNames[named.indexOf(undefined)] ?? ''};
	}

	const wanted = {...choice, groups: named.filter((group) => group !== undefined)};
	const cells = await Promise.all(
		scopesToRead(wanted, clusters.ok ? clusters.value : []).map(async (scope): Promise<StatusCell> => ({
			scope,
			credential: await reads.credential(scope).start(),
			clusters: clusters.ok ? clustersIn(scope, clusters.value).map(({name}) => name) : undefined,
		})),
	);
	return {ok: true, cells, gaps: gapsOf(wanted, clusters, reads.clusters.command)};
}
