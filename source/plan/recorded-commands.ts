import {commands} from './own-commands.ts';
import {scopeOf, type RecordedChange, type UnfinishedRun} from './recorded-runs.ts';
import {replacements} from './replacements.ts';

/**
 * The commands that put back what a run has replaced, as far as that is known and nobody's change came after
 * it. They ask: nobody knows the key of the user who was there.
 *
 * @param later the changes that came after the run.
 */
export function restoreCommands(
	changes: readonly RecordedChange[],
	later: readonly RecordedChange[],
): string[] {
	const touched = new Set(later.map(({entry}) => scopeOf(entry)));
	return commands(
		[...replacements(changes)].flatMap(([place, found]) => {
			const [first] = found;
			const last = found.at(-1);
			return first === undefined || touched.has(place) || last?.after !== last?.entry.after
				? []
				: [{scope: {region: first.entry.region, group: first.entry.group}, before: first.before}];
		}),
		({before}) => (before === null ? ['unset'] : ['setup', `--infrastructure-username=${before}`]),
	);
}

/**
 * The commands that finish a run that died, one per resource group. They ask, since nobody knows how it was
 * confirmed; the key has to be given again.
 */
export function resumeCommands({open}: UnfinishedRun): string[] {
	return commands(
		open.map(({region, group, after}) => ({scope: {region, group}, after})),
		({after}) => (after === null ? ['unset'] : ['setup', `--infrastructure-username=${after}`]),
	);
}
