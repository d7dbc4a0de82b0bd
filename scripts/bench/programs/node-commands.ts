import {spawn} from 'node:child_process';
import {phasesGiven} from './phases.ts';

async function outputOf(command: string): Promise<string> {
	return new Promise((resolve) => {
		let output = '';
		const child = spawn('ibmcloud', command.split(' '), {stdio: ['ignore', 'pipe', 'pipe']});
		child.stderr.resume();
		child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
			output += chunk;
		});
		child.on('close', () => {
			resolve(output);
		});
	});
}

// Runs the commands of `status` and nothing else, with Node alone.
const outputs: string[] = [];
for (const commands of phasesGiven()) {
	// oxlint-disable-next-line no-await-in-loop -- one phase after the other
	outputs.push(...(await Promise.all(commands.map(async (command) => outputOf(command)))));
}

process.stdout.write(JSON.stringify(outputs), () => {
	process.exit();
});
