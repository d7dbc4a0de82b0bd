import {isBuiltin} from 'node:module';
import type {Plugin} from 'esbuild';
import {lateFunction} from './late-function.ts';

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

/** These bring much along, and a start that ends at once needs none of them. */
const late = new Set(['node:crypto', 'node:fs/promises', 'node:tty']);

function standInFor(path: string): string {
	const whole = process.getBuiltinModule(path) ?? {};
	const names = Object.keys(whole).filter((name) => /^[A-Za-z_]\w*$/.test(name) && name !== 'default');
	// Early versions of Node 22 lack `getBuiltinModule`.
	const load = `(process.getBuiltinModule ?? createRequire(import.meta.url))(${JSON.stringify(path)})`;
	const isFunction = (name: string): boolean => typeof Reflect.get(whole, name) === 'function';
	// What Node itself loads late is a getter.
	const isLate = (name: string): boolean =>
		isFunction(name) && (late.has(path) || Object.getOwnPropertyDescriptor(whole, name)?.get !== undefined);
	return [
		"import {createRequire} from 'node:module';",
		'let all;',
		`const load = () => all ??= ${load};`,
		'const take = (name) => load()[name];',
		...names.map((name) =>
			isLate(name)
				? lateFunction(name, 'load()')
				: `export const ${name} = /* @__PURE__ */ take(${JSON.stringify(name)});`,
		),
		late.has(path)
			? 'export default /* @__PURE__ */ new Proxy({}, {get: (_none, name) => take(name)});'
			: 'export default /* @__PURE__ */ load();',
	].join('\n');
}
