import {readdirSync} from 'node:fs';
import path from 'node:path';
import {build} from 'esbuild';
import {buildOptions} from '../../build/options.ts';
import {emptyDevtools} from '../../build/empty-devtools.ts';

const programs = path.resolve(import.meta.dirname, '../programs');

/** Bundles the product as `npm run build` does, but below `directory`; returns where. */
export async function buildProduct(directory: string): Promise<string> {
	const outdir = path.join(directory, 'product');
	await build({...buildOptions, outdir});
	return outdir;
}

/**
 * Bundles the compared programs in the plain way and returns their directory: one file each, an ECMAScript
 * module, minified, production React, no splitting, no compile cache, none of the product's other levers.
 */
export async function buildPrograms(directory: string): Promise<string> {
	const outdir = path.join(directory, 'programs');
	await build({
		absWorkingDir: programs,
		entryPoints: readdirSync(programs).filter((name) => /-(?:commands|select)\.tsx?$/.test(name)),
		outdir,
		outExtension: {'.js': '.mjs'},
		bundle: true,
		format: 'esm',
		platform: 'node',
		target: 'esnext',
		jsx: 'automatic',
		minify: true,
		define: {'process.env.NODE_ENV': '"production"'},
		banner: {
			js: "import {createRequire as createRequireHere} from 'node:module';const require=createRequireHere(import.meta.url);",
		},
		plugins: [emptyDevtools],
		logLevel: 'warning',
	});
	return outdir;
}
