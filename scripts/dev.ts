import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {context} from 'esbuild';
import {buildOptions} from './build/options.ts';

// `npm run dev [-- arguments]`: bundles at every change and starts the program, by default a rehearsal.

const given = process.argv.slice(2);
const args = given.length > 0 ? given : ['--demo'];
let program: ChildProcess | undefined;

async function restart(): Promise<void> {
	if (program !== undefined && program.exitCode === null && program.signalCode === null) {
		const ended = once(program, 'exit');
		program.kill('SIGTERM');
		await ended;
	}

	console.clear();
	program = spawn(process.execPath, ['dist/cli.js', ...args], {
		stdio: 'inherit',
		cwd: buildOptions.absWorkingDir,
	});
}

// Ctrl-C goes to the program while it runs; afterwards it ends the watching.
process.on('SIGINT', () => {
	if (program === undefined || program.exitCode !== null || program.signalCode !== null) {
		process.exit(130);
	}
});

const watching = await context({
	...buildOptions,
	plugins: [
		...buildOptions.plugins,
		{
			name: 'restart',
			setup(build) {
				build.onEnd((result) => (result.errors.length === 0 ? restart() : undefined));
			},
		},
	],
});
await watching.watch();
