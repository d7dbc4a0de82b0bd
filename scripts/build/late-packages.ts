import path from 'node:path';
import type {Plugin} from 'esbuild';

/** Packages that startup does not need, and what this program imports from them. */
const late: Readonly<Record<string, readonly string[]>> = {
	// Allocates a table of all characters.
	'fastest-levenshtein': ['closest', 'distance'],
	// Two thousand lines; patterns with plain arguments only are filled without it.
	'intl-messageformat': ['IntlMessageFormat'],
	// Builds the set of all emoji: half the time of an empty Node. Most texts do with the shortcut below.
	'string-width': [],
};

const helpers = JSON.stringify(path.join(import.meta.dirname, 'late.ts'));
const plainWidth = JSON.stringify(path.join(import.meta.dirname, 'plain-width.ts'));

/**
 * Runs these packages when one of their functions is first called, not when they are imported. The packages
 * stay unchanged. The width of plain text is its length, so most texts never need `string-width`.
 */
export const latePackages: Plugin = {
	name: 'late-packages',
	setup(build) {
		const names = Object.keys(late).join('|');
		build.onResolve({filter: new RegExp(`^(?:${names})$`)}, ({path: name, pluginData}) =>
			pluginData === name ? undefined : {path: name, namespace: 'late', sideEffects: false},
		);
		build.onResolve({filter: new RegExp(`^(?:${names})/whole$`)}, ({path: wanted, resolveDir}) => {
			const name = path.dirname(wanted);
			return build.resolve(name, {resolveDir, kind: 'import-statement', pluginData: name});
		});
		build.onLoad({filter: /.*/, namespace: 'late'}, ({path: name}) => ({
			contents: [
				`import {lateFunction} from ${helpers};`,
				`let whole;\nconst load = () => whole ??= require('${name}/whole');`,
				...(late[name] ?? []).map(
					(taken) => `export const ${taken} = /* @__PURE__ */ lateFunction(() => load().${taken});`,
				),
				...(name === 'string-width' ? [shortcut] : []),
			].join('\n'),
			resolveDir: import.meta.dirname,
			loader: 'js',
		}));
	},
};

const shortcut = `import {plainWidth} from ${plainWidth};
	export default function stringWidth(text, options) {
		const width = options === undefined ? plainWidth(text) : undefined;
		return width ?? load().default(text, options);
	}`;
