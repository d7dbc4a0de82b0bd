import {execa} from 'execa';
import {phasesGiven} from './phases.ts';

// Runs the commands of `status` and nothing else, with the library that the program's adapter uses.
const outputs: string[] = [];
for (const commands of phasesGiven()) {
	// oxlint-disable-next-line no-await-in-loop -- one phase after the other
	const results = await Promise.all(
		commands.map(async (command) => execa('ibmcloud', command.split(' '), {reject: false, stdin: 'ignore'})),
	);
	outputs.push(...results.map(({stdout}) => stdout));
}

process.stdout.write(JSON.stringify(outputs), () => {
	process.exit();
});
