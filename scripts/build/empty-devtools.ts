import path from 'node:path';
import type {Plugin} from 'esbuild';

/** Stubs React's developer tools: Ink connects to them only if installed, and the program ships without. */
export const emptyDevtools: Plugin = {
	name: 'empty-devtools',
	setup(build) {
		build.onResolve({filter: /^\.\/devtools\.js$/}, ({importer}) =>
			importer.includes('/node_modules/ink/')
				? {path: path.join(import.meta.dirname, 'no-devtools.ts')}
				: undefined,
		);
	},
};
