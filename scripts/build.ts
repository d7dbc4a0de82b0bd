import {build} from 'esbuild';
import {buildOptions} from './build/options.ts';

// Bundles the program into `dist/`: run by `npm ci` (prepare), by `npm run build` and before the tests.

try {
	const {metafile} = await build(buildOptions);
	const files = Object.values(metafile.outputs);
	const kilobytes = Math.round(files.reduce((sum, file) => sum + file.bytes, 0) / 1024);
	console.log(`dist: ${files.length} files, ${kilobytes} kB`);
} catch (error) {
	// esbuild has shown what is wrong in the source; of what went wrong after bundling only the error tells.
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
