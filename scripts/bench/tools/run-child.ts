import {spawn} from 'node:child_process';
import {performance} from 'node:perf_hooks';
import type {StandIn} from './stand-in.ts';

/** Runs a program to its end in a pipe with a stand-in for the CLI; throws unless it exits as `expected`. */
export async function runChild(
	file: string,
	args: readonly string[],
	{environment}: StandIn,
	expected: number | 'any' = 0,
): Promise<{readonly stdout: string; readonly seconds: number}> {
	const startedAt = performance.now();
	const child = spawn(file, args, {env: environment, stdio: ['ignore', 'pipe', 'pipe']});
	const said = {stdout: '', stderr: ''};
	for (const name of ['stdout', 'stderr'] as const) {
		child[name].on('data', (data: Buffer) => {
			said[name] += data.toString();
		});
	}

	const exitCode = await new Promise((resolve) => {
		child.on('close', resolve);
	});
	const seconds = (performance.now() - startedAt) / 1000;
	if (expected !== 'any' && exitCode !== expected) {
		const words = (said.stdout + said.stderr).slice(-3000);
		throw new Error(`${file} ${args.join(' ')} ended with ${String(exitCode)}, not ${expected}:\n${words}`);
	}

	return {stdout: said.stdout, seconds};
}
