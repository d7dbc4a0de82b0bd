import path from 'node:path';
import {build, transform, type BuildOptions, type Metafile, type Plugin} from 'esbuild';
import {buildOptions, bundling, together} from '../build/options.ts';

/** The bundled program with the simulator, and what it was made of. */
export interface Bundle<Code> {
	readonly code: Code;
	readonly metafile: Metafile;
}

/** The name of the file that is started first. */
const entry = 'classic-credentials';

/**
 * Bundles everything in one file, for users who have Node. As CommonJS: the file of a plug-in has no
 * extension, and Node takes such a file for CommonJS. Tests that change something give `plugins`.
 */
export async function bundleScript(plugins: readonly Plugin[] = []): Promise<Bundle<string>> {
	const {outputFiles, metafile} = await bundle('script', {
		splitting: false,
		plugins: [...plugins, ...bundling],
	});
	// In two steps: packages use top-level await, which CommonJS lacks; inside the bundle it is in a function.
	const {code} = await transform(outputFiles[0]?.text ?? '', {
		format: 'cjs',
		platform: 'node',
		target: 'esnext',
		minify: true,
		legalComments: 'none',
	});
	return {code, metafile};
}

/**
 * Bundles the files of an executable by name, the one to start first: several, so that a start reads the
 * bytecode only of what it runs. Tests that change something give `plugins`.
 */
export async function bundleExecutable(
	plugins: readonly Plugin[] = [],
): Promise<Bundle<ReadonlyMap<string, string>>> {
	const {outputFiles, metafile} = await bundle('executable', {plugins: [...plugins, ...bundling, together]});
	const files = new Map(outputFiles.map(({path: file, text}) => [path.basename(file), text]));
	const first = `${entry}.js`;
	return {code: new Map([[first, files.get(first) ?? ''], ...files]), metafile};
}

async function bundle(form: 'script' | 'executable', options: Pick<BuildOptions, 'splitting' | 'plugins'>) {
	return build({
		...buildOptions,
		...options,
		entryPoints: {[entry]: 'one-file.ts'},
		define: {
			...buildOptions.define,
			'process.env.CLASSIC_CREDENTIALS_ONE_FILE': JSON.stringify(form),
			'import.meta.dirname': '""',
		},
	} as const);
}
