import {readConfiguration} from '../../ibmcloud/configuration.ts';
import type {CliError, RegionName, ResourceGroup, Target} from '../../ibmcloud/types.ts';
import {clustersIn} from '../../plan/clusters.ts';
import type {Scope} from '../../plan/plan.ts';
import {message, type Message} from '../../text/message.ts';
import {misfitOf, type Expectation} from '../../wizard/expectation.ts';
import {placeOf} from '../../wizard/place.ts';
import type {RunContext} from '../run-context.ts';
import {gapsOf, scopesToRead, type Gap, type ScopeChoice, type StatusCell} from './matrix.ts';

/** What could be read of the scopes that were asked for. */
export type Cells =
	| {
			readonly ok: true;
			readonly cells: readonly StatusCell[];
			readonly gaps: readonly Gap[];
			/** Where was looked, and as whom. */
			readonly place: Target;
	  }
	| {readonly ok: false; readonly error: CliError}
	/** What was asked for is not there: a group, or the account of a file. */
	| {readonly ok: false; readonly misfit: Message};

/** The scopes to read, as the options name them. */
export interface ScopesToRead {
	/** Empty = all seven. */
	readonly regions: readonly RegionName[];
	/** Names or ids; empty = the targeted group and every one with a classic cluster. */
	readonly groupNames: readonly string[];
	readonly isAll: boolean;
	/** What is to be set in each of them; `null` = none. */
	readonly expectedUser: string | null | undefined;
	/** These scopes and no others, each with its own user. */
	readonly file: Expectation | undefined;
}

/** Reads what is set in each scope, once, with its clusters. @param onCell told of each as it comes. */
export async function readCells(
	run: RunContext,
	wanted: ScopesToRead,
	onCell: (cell: StatusCell, count: number) => void = () => {},
): Promise<Cells> {
	const {reads} = run;
	const configuration = readConfiguration(run.directories.operators.configurationFile);
	// What is waited for first is started first.
	const places = Promise.all([reads.target.start(), reads.groups.start()]);
	const linked = typeof configuration?.classicAccount === 'string' ? undefined : reads.linked.start();
	const rest = Promise.all([reads.clusters.start(), linked]);
	const [target, groups] = await places;
	const chosen = target.ok ? (groups.ok ? choiceOf(wanted, target.value, groups.value) : groups) : target;
	if (!chosen.ok) {
		// A command that has begun is not killed in the middle.
		await rest;
		return chosen;
	}

	// These scopes are read in any case: they do not wait for the clusters, whose list takes longest.
	for (const scope of chosen.sure) {
		reads
			.credential(scope)
			.start()
			.catch(() => undefined);
	}

	const [clusters] = await rest;
	const {choice, file} = chosen;
	const scopes = file === undefined ? scopesToRead(choice, clusters.ok ? clusters.value : []) : chosen.sure;
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

type Choice =
	| {
			readonly ok: true;
			readonly choice: ScopeChoice;
			/** The scopes that are read wherever the clusters are. */
			readonly sure: readonly Scope[];
			readonly file: Expectation | undefined;
	  }
	| {readonly ok: false; readonly misfit: Message};

/** What the options mean in this account. */
function choiceOf(
	{regions, groupNames, isAll, file}: ScopesToRead,
	{account, group: targeted}: Target,
	visibleGroups: readonly ResourceGroup[],
): Choice {
	const misfit = file && misfitOf(file, account, visibleGroups);
	if (misfit !== undefined) {
		return {ok: false, misfit};
	}

	const ids = file === undefined ? groupNames : [...new Set(file.scopes.map(({group}) => group.id))];
	const groups: ResourceGroup[] = [];
	for (const name of ids) {
		const found = visibleGroups.find((group) => group.name === name || group.id === name);
		if (found === undefined) {
			return {ok: false, misfit: message('group.notFound', {name})};
		}

		groups.push(found);
	}

	const choice = {regions, isAll, visibleGroups, targeted, groups};
	return file === undefined
		? {ok: true, file, choice, sure: scopesToRead(choice, [])}
		: {
				ok: true,
				file,
				choice: {...choice, regions: [...new Set(file.scopes.map(({region}) => region))]},
				sure: file.scopes.map(({region, group}) => ({region, group})),
			};
}
