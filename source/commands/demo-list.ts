import {exitStatus} from '../plan/status.ts';
import type {Program} from '../shell/run.ts';
import {scenarios} from './demo.ts';

/** `--demo=list` of any command: the scenarios, one a line. @returns the exit status. */
export async function listScenarios(process: NodeJS.Process, simulator: Program): Promise<number> {
	const known = await scenarios(simulator);
	const width = Math.max(...known.map(({name}) => name.length));
	process.stdout.write(
		known.map(({name, description}) => `${name.padEnd(width)}  ${description}\n`).join(''),
	);
	return exitStatus.done;
}
