import {isBuiltin} from 'node:module';
import path from 'node:path';
import type {Plugin} from 'esbuild';

/**
 * Takes Node's built-in modules directly instead of importing them. For an import Node copies all exports of
 * a module, and loads whatever lies behind them, such as the streams behind `fs` and the decoders behind
 * `util`. Tree shaking leaves only the names that are used.
 */
export const plainBuiltins: Plugin = {
	name: 'plain-builtins',
	setup(build) {
		build.onResolve({filter: /^[a-z_:/\d]+$/}, ({path: name, kind}) =>
			isBuiltin(name) && !/^(?:node:)?module$/.test(name) && kind === 'import-statement'
				? {path: name.replace(/^(?:node:)?/, 'node:'), namespace: 'builtin'}
				: undefined,
		);
		build.onLoad({filter: /.*/, namespace: 'builtin'}, ({path: name}) => ({
			contents: standInFor(name),
			resolveDir: import.meta.dirname,
			loader: 'js',
		}));
	},
};

/** Modules that load much else, and that a start which ends at once does not need. */
const late = new Set([
	'node:crypto',
	'node:fs/promises',
	'node:net',
	'node:string_decoder',
	'node:timers/promises',
	'node:tty',
	'node:util',
]);

const helpers = JSON.stringify(path.join(import.meta.dirname, 'late.ts'));

function standInFor(module: string): string {
	const whole = process.getBuiltinModule(module) ?? {};
	const names = Object.keys(whole).filter((name) => /^[A-Za-z_]\w*$/.test(name) && name !== 'default');
	const load = `process.getBuiltinModule(${JSON.stringify(module)})`;
	/** Returns how an export is fetched on first use, if so; what Node itself loads late is a getter. */
	const lateKind = (name: string): 'function' | 'object' | undefined => {
		const isLate = late.has(module) || Object.getOwnPropertyDescriptor(whole, name)?.get !== undefined;
		const kind = typeof Reflect.get(whole, name);
		return isLate && (kind === 'function' || kind === 'object') ? kind : undefined;
	};
	const takers = {function: 'lateFunction', object: 'lateObject'} as const;
	return [
		`import {lateFunction, lateObject} from ${helpers};`,
		'let all;',
		`const load = () => all ??= ${load};`,
		'const take = (name) => load()[name];',
		...names.map((name) => {
			const kind = lateKind(name);
			return kind === undefined
				? `export const ${name} = /* @__PURE__ */ take(${JSON.stringify(name)});`
				: `export const ${name} = /* @__PURE__ */ ${takers[kind]}(() => load().${name});`;
		}),
		`export default /* @__PURE__ */ ${late.has(module) ? 'lateObject(load)' : 'load()'};`,
	].join('\n');
}
