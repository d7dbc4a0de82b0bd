import path from 'node:path';
import type {Plugin} from 'esbuild';

/** Ink connects to React's developer tools only where they are installed; the program ships without them. */
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
