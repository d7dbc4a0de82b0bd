import {build, transform, type Metafile, type Plugin} from 'esbuild';
import {buildOptions, bundling} from '../build/options.ts';

/** The program with the simulator as one file of code, and what it was made of. */
export interface OneFile {
	readonly code: string;
	readonly metafile: Metafile;
}

/**
 * Bundles everything into one file. As CommonJS: the file of a plug-in has no extension, and so Node takes it for that, and
 * Bun compiles that to bytecode.
 *
 * @param plugins those of a test that changes something.
 */
export async function bundleOneFile(
	form: 'script' | 'executable',
	plugins: readonly Plugin[] = [],
): Promise<OneFile> {
	const {
		entryPoints: _entries,
		entryNames: _names,
		chunkNames: _chunks,
		plugins: _plugins,
		...shared
	} = buildOptions;
	const {outputFiles, metafile} = await build({
		...shared,
		entryPoints: ['one-file.ts'],
		splitting: false,
		plugins: [...plugins, ...bundling],
		define: {
			...buildOptions.define,
			'process.env.CLASSIC_CREDENTIALS_ONE_FILE': JSON.stringify(form),
			'import.meta.dirname': '""',
		},
	});
	// In two steps, since packages await at the top level, which is no CommonJS; within the bundle it is a function.
	const {code} = await transform(outputFiles[0]?.text ?? '', {
		format: 'cjs',
		platform: 'node',
		target: 'esnext',
		minify: true,
		legalComments: 'none',
	});
	return {code, metafile};
}
