import type {Gap, StatusCell} from '../../documents/reading-documents.ts';
import {readConfiguration} from '../../ibmcloud/configuration.ts';
import {regionNames, type RegionName} from '../../ibmcloud/facts/regions.ts';
import type {CliError, ResourceGroup, Target} from '../../ibmcloud/types.ts';
import {clustersIn} from '../../plan/effect.ts';
import {message, type Message} from '../../text/message.ts';
import {misfitOf, type Expectation} from '../../wizard/expectation.ts';
import type {Reading} from '../../wizard/flag.ts';
import {placeOf} from '../../wizard/context.ts';
import type {RunContext} from '../run-context.ts';
import {gapsOf, scopesToRead, type ScopeChoice} from './matrix.ts';

/** What could be read of the requested scopes. */
export type Cells =
	| {
			readonly ok: true;
			readonly cells: readonly StatusCell[];
			readonly gaps: readonly Gap[];
			/** The account that was read, and the operator. */
			readonly place: Target;
	  }
	| {readonly ok: false; readonly error: CliError}
	/** A requested group, or the account of a file, is not there. */
	| {readonly ok: false; readonly reason: Message};

/** The scopes to read, as the options name them. */
export interface ScopesToRead {
	/** Empty = every region. */
	readonly regions: readonly RegionName[];
	/** Names or ids; empty = the targeted group and every one with a classic cluster. */
	readonly groupNames: readonly string[];
	readonly isAll: boolean;
	/** The user expected in each of them; `null` = none. */
	readonly expectedUser: string | null | undefined;
	/** These scopes and no others, each with its own user. */
	readonly file: Expectation | undefined;
}

/** Reads once what is set in each scope, with its clusters. @param onCell called with each as it comes. */
export async function readCells(
	run: RunContext,
	wanted: ScopesToRead,
	onCell: (cell: StatusCell, count: number) => void,
): Promise<Cells> {
	const {reads} = run;
	const {file} = wanted;
	const configuration = readConfiguration(run.directories.operators.configurationFile);
	// The reads that are awaited first start first.
	const places = Promise.all([reads.target.start(), reads.groups.start()]);
	const linked = typeof configuration?.classicAccount === 'string' ? undefined : reads.linked.start();
	const rest = Promise.all([reads.clusters.start(), linked]);
	const [target, groups] = await places;
	const chosen = target.ok
		? groups.ok
			? scopeChoiceOf(wanted, target.value, groups.value)
			: groups
		: target;
	if (!chosen.ok) {
		// A running command is not killed in the middle.
		await rest;
		return chosen;
	}

	// These scopes are read in any case, without waiting for the clusters, whose list takes longest.
	const {value: choice} = chosen;
	for (const scope of file?.scopes ?? scopesToRead(choice, [])) {
		reads
			.credential(scope)
			.start()
			.catch(() => undefined);
	}

	const [clusters] = await rest;
	const scopes = file?.scopes ?? scopesToRead(choice, clusters.ok ? clusters.value : []);
	const cells = await Promise.all(
		scopes.map(async (scope, index): Promise<StatusCell> => {
			const cell: StatusCell = {
				scope,
				credential: await reads.credential(scope).start(),
				clusters: clusters.ok
					? clustersIn(scope, clusters.value).map(({id, name}) => ({id, name}))
					: undefined,
				expected: file === undefined ? wanted.expectedUser : file.scopes[index]?.username,
			};
			onCell(cell, scopes.length);
			return cell;
		}),
	);
	return {
		ok: true,
		cells,
		gaps: gapsOf(choice, clusters, reads.clusters.command),
		place: placeOf(configuration, reads.target.value(), reads.linked.value()),
	};
}

/** Returns what the options mean in this account. */
export function scopeChoiceOf(
	{regions, groupNames, isAll, file}: ScopesToRead,
	{account, group: targeted}: Target,
	visibleGroups: readonly ResourceGroup[],
): Reading<ScopeChoice> {
	if (file !== undefined) {
		const reason = misfitOf(file, account, visibleGroups);
		const [ofRows, groups] = [file.scopes.map(({region}) => region), file.scopes.map(({group}) => group)];
		return reason === undefined
			? {ok: true, value: {regions: ofRows, groups, isWhole: true, visibleGroups}}
			: {ok: false, reason};
	}

	const found = groupNames.map((name) => visibleGroups.find((each) => [each.name, each.id].includes(name)));
	const unknown = groupNames[found.indexOf(undefined)];
	if (unknown !== undefined) {
		return {ok: false, reason: message('group.notFound', {name: unknown})};
	}

	const named = found.filter((group) => group !== undefined);
	const usual = [...(isAll ? visibleGroups : []), ...(targeted === undefined ? [] : [targeted])];
	return {
		ok: true,
		value: {
			regions: regions.length > 0 ? regions : regionNames,
			groups: named.length > 0 ? named : usual,
			isWhole: named.length > 0 || isAll,
			visibleGroups,
		},
	};
}
