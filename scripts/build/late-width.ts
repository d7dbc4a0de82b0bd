import path from 'node:path';
import type {Plugin} from 'esbuild';

const name = 'string-width';
const plainWidth = path.join(import.meta.dirname, 'plain-width.ts');

/**
 * `string-width` builds the set of all emoji as it is loaded, which takes as long as half an empty Node. It is loaded
 * when the first text comes that needs it; the width of plain text is its length. The package itself stays as it is.
 */
export const lateWidth: Plugin = {
	name: 'late-width',
	setup(build) {
		build.onResolve({filter: /^string-width$/}, ({pluginData}) =>
			pluginData === name ? undefined : {path: name, namespace: 'late-width', sideEffects: false},
		);
		build.onResolve({filter: /^string-width\/whole$/}, ({resolveDir}) =>
			build.resolve(name, {resolveDir, kind: 'import-statement', pluginData: name}),
		);
		build.onLoad({filter: /.*/, namespace: 'late-width'}, () => ({
			contents: `
				import {plainWidth} from ${JSON.stringify(plainWidth)};
				let whole;
				export default function stringWidth(text, options) {
					const width = options === undefined ? plainWidth(text) : undefined;
					return width ?? (whole ??= require('string-width/whole').default)(text, options);
				}
			`,
			resolveDir: import.meta.dirname,
			loader: 'js',
		}));
	},
};
