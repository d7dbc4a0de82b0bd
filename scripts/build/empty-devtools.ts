import type {Plugin} from 'esbuild';

/** Ink connects to React's developer tools only where they are installed; the program ships without them. */
export const emptyDevtools: Plugin = {
	name: 'empty-devtools',
	setup(build) {
		build.onResolve({filter: /^react-devtools-core$/}, ({path}) => ({path, namespace: 'empty'}));
		build.onLoad({filter: /.*/, namespace: 'empty'}, () => ({contents: 'export default {};'}));
	},
};
