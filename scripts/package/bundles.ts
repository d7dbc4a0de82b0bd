import path from 'node:path';
import {build, transform, type BuildOptions, type Metafile, type Plugin} from 'esbuild';
import {buildOptions, bundling, together} from '../build/options.ts';

/** The program with the simulator, bundled, and what it was made of. */
export interface Bundle<Code> {
	readonly code: Code;
	readonly metafile: Metafile;
}

/** The name of what is started first. */
const entry = 'classic-credentials';

/**
 * Everything in one file, for who has Node. As CommonJS: the file of a plug-in has no extension, and so Node
 * takes it for that.
 *
 * @param plugins those of a test that changes something.
 */
export async function bundleScript(plugins: readonly Plugin[] = []): Promise<Bundle<string>> {
	const {outputFiles, metafile} = await bundle('script', {
		splitting: false,
		plugins: [...plugins, ...bundling],
	});
	// In two steps: packages await at the top level, unlike CommonJS; in the bundle it is a function.
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
 * What an executable is compiled of: files, so that a start reads the bytecode only of what it runs.
 *
 * @param plugins those of a test that changes something.
 * @returns the files by name; the first one is started.
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
