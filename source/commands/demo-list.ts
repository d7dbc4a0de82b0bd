import {exitStatus} from '../plan/status.ts';
import {scenarios, simulatorProgram} from './demo.ts';

/** `--demo=list` of any command: the scenarios, one a line. @returns the exit status. */
export async function listScenarios(own: NodeJS.Process, programDirectory: string): Promise<number> {
	const known = await scenarios(simulatorProgram(programDirectory));
	const width = Math.max(...known.map(({name}) => name.length));
	own.stdout.write(known.map(({name, description}) => `${name.padEnd(width)}  ${description}\n`).join(''));
	return exitStatus.done;
}
