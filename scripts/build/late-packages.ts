import path from 'node:path';
import type {Plugin} from 'esbuild';

/** Packages that a start can do without, and what this program takes from them. */
const late: Readonly<Record<string, readonly string[]>> = {
	// Allocates a table for every character there is.
	'fastest-levenshtein': ['closest', 'distance'],
	// Two thousand lines; a pattern of bare arguments is filled without it.
	'intl-messageformat': ['IntlMessageFormat'],
	// Builds the set of all emoji: half the time of an empty Node; most texts need what is below.
	'string-width': [],
};

const helpers = JSON.stringify(path.join(import.meta.dirname, 'late.ts'));
const plainWidth = JSON.stringify(path.join(import.meta.dirname, 'plain-width.ts'));

/**
 * Runs these packages when something of theirs is first called, not when they are imported. The packages stay
 * as they are; the width of plain text is its length, so most texts never need `string-width`.
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
