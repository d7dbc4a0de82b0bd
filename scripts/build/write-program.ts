import {mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {build, transform, type BuildResult, type Plugin} from 'esbuild';
import {joinStubs, type Bundled} from './join-stubs.ts';
import {bundledPackages} from './bundled-packages.ts';
import {licensesOf} from './licenses.ts';

// esbuild's stand-in for `require` contains this text, in the one file that holds it.
const requireStandIn = 'Dynamic require of "';
const createRequire =
	"import {createRequire as createRequireHere} from 'node:module';const require=createRequireHere(import.meta.url);\n";

/**
 * Writes the bundle: empties `dist/`, makes `dist/cli.js` executable, and puts the licenses beside it. The
 * simulator is bundled meanwhile, with plugins of its own, as another program: the two share no file.
 */
export function writeProgram(simulatorPlugins: readonly Plugin[]): Plugin {
	return {
		name: 'write-program',
		setup(current) {
			const options = current.initialOptions;
			const root = options.absWorkingDir ?? process.cwd();
			const directory = path.resolve(root, options.outdir ?? 'dist');
			let simulator: BuildResult | undefined;

			current.onStart(async () => {
				simulator = await build({
					...options,
					entryPoints: {simulator: 'source/simulator/main.ts'},
					splitting: false,
					plugins: [...simulatorPlugins],
				});
			});
			// Watching covers the simulator, too.
			current.onLoad({filter: /\/cli\.tsx$/}, async ({path: file}) => ({
				contents: await readFile(file, 'utf8'),
				loader: 'tsx',
				watchFiles: inputsOf(simulator).map((input) => path.join(root, input)),
			}));
			current.onEnd(async (result) => {
				if (result.errors.length > 0 || simulator === undefined) {
					return;
				}

				refuseStaticImports(result);
				const files = new Map([...filesOf(result, root), ...filesOf(simulator, root)]);
				await rm(directory, {recursive: true, force: true});
				await mkdir(directory, {recursive: true});
				await Promise.all(
					[...files].map(async ([file, code]) => write(path.join(directory, path.basename(file)), code)),
				);
				const records = [result, simulator].flatMap(({metafile}) => metafile ?? []);
				const licenses = licensesOf(await bundledPackages(root, records));
				await writeFile(path.join(directory, 'licenses.txt'), licenses);
			});
		},
	};
}

/** Returns the bundled files, relative to the working directory, without those that a plugin made. */
function inputsOf(result: BuildResult | undefined): string[] {
	return Object.keys(result?.metafile?.inputs ?? {}).filter((input) => !/^[\w-]+:/.test(input));
}

function filesOf({outputFiles = [], metafile}: BuildResult, root: string): Bundled {
	const files = new Map(outputFiles.map((file) => [path.relative(root, file.path), file.text]));
	return metafile === undefined ? files : joinStubs(files, metafile);
}

/**
 * Throws unless the entry loads everything lazily. An old Node must get as far as the message that it is too
 * old, and would stop at the first import that it cannot parse.
 */
function refuseStaticImports({metafile}: BuildResult): void {
	const outputs = Object.entries(metafile?.outputs ?? {});
	const imports = outputs.find(([file]) => path.basename(file) === 'cli.js')?.[1].imports;
	const eager = imports?.filter(({kind}) => kind !== 'dynamic-import').map((found) => found.path);
	if (eager?.length !== 0) {
		throw new Error(
			`dist/cli.js has to load everything lazily, but: ${eager?.join(', ') ?? 'it is missing'}`,
		);
	}
}

async function write(file: string, text: string): Promise<void> {
	if (path.basename(file) === 'cli.js') {
		// The rest needs a current Node; only the entry is written so that an old one can parse it.
		const {code} = await transform(text, {
			target: 'node14.8',
			format: 'esm',
			minify: true,
			legalComments: 'none',
		});
		await writeFile(file, `#!/usr/bin/env node\n${code.replace(/^#!.*\n/, '')}`, {mode: 0o755});
		return;
	}

	// CommonJS dependencies call `require` for Node's own modules; an ECMAScript module has no `require`.
	await writeFile(file, text.includes(requireStandIn) ? createRequire + text : text);
}
