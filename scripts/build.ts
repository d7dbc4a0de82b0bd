import {readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {build} from 'esbuild';
import {buildOptions} from './build/options.ts';

// Bundles the program into `dist/`: run by `npm ci` (prepare), by `npm run build` and before the tests.

const directory = path.join(buildOptions.absWorkingDir, buildOptions.outdir);
try {
	await build(buildOptions);
	const sizes = readdirSync(directory).map((file) => statSync(path.join(directory, file)).size);
	console.log(
		`dist: ${sizes.length} files, ${Math.round(sizes.reduce((sum, size) => sum + size) / 1024)} kB`,
	);
} catch (error) {
	// esbuild has printed what is wrong in the source; a failure after bundling is told by the error alone.
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
