import {isBuiltin} from 'node:module';
import type {Plugin} from 'esbuild';

/**
 * Takes Node's own modules as they are instead of importing them: for an import Node copies all exports of a module, and
 * for that loads whatever lies behind one of them, the streams behind `fs` and the decoders behind `util` for example.
 * Only the names that are used are taken: the rest of each stand-in is shaken off.
 */
export const plainBuiltins: Plugin = {
	name: 'plain-builtins',
	setup(build) {
		build.onResolve({filter: /^[a-z_:/\d]+$/}, ({path, kind, importer}) =>
			// undici asks for modules that not every Node has, and wants an exception there.
			isBuiltin(path) &&
			!/^(?:node:)?module$/.test(path) &&
			kind === 'import-statement' &&
			!importer.includes('/node_modules/undici/')
				? {path: path.replace(/^(?:node:)?/, 'node:'), namespace: 'builtin'}
				: undefined,
		);
		build.onLoad({filter: /.*/, namespace: 'builtin'}, ({path}) => ({
			contents: standInFor(path),
			loader: 'js',
		}));
	},
};

function standInFor(path: string): string {
	const names = Object.keys(process.getBuiltinModule(path) ?? {}).filter(
		(name) => /^[A-Za-z_]\w*$/.test(name) && name !== 'default',
	);
	return [
		// Early versions of Node 22 lack `getBuiltinModule`.
		"import {createRequire} from 'node:module';",
		`const all = (process.getBuiltinModule ?? createRequire(import.meta.url))(${JSON.stringify(path)});`,
		'const take = (name) => all[name];',
		'export default all;',
		...names.map((name) => `export const ${name} = /* @__PURE__ */ take(${JSON.stringify(name)});`),
	].join('\n');
}
