import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Plugin} from 'esbuild';

/** Module paths, each with the modules that it shares a file with. */
export type LoadedBefore = Readonly<Record<string, readonly string[]>>;

/**
 * Makes an entry import others, so that it shares one file with them. esbuild makes a file of every set of
 * modules that the same entries need, and each file costs a start up to a millisecond. Most such entries are
 * loaded only after those others; for the rest one larger file is quicker than several small ones.
 */
export function loadTogether(before: LoadedBefore): Plugin {
	return {
		name: 'load-together',
		setup(build) {
			const root = build.initialOptions.absWorkingDir ?? process.cwd();
			build.onLoad({filter: /\/(?:scripts|source)\/.*\.tsx?$/}, async ({path: file}) => {
				const needed = before[path.relative(root, file).split(path.sep).join('/')];
				if (needed === undefined) {
					return undefined;
				}

				const imports = needed.map((name) => `import ${JSON.stringify(path.join(root, name))};`);
				return {
					contents: `${await readFile(file, 'utf8')}\n${imports.join('\n')}\n`,
					loader: file.endsWith('x') ? 'tsx' : 'ts',
				};
			});
		},
	};
}
