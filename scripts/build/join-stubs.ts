import path from 'node:path';
import type {Metafile} from 'esbuild';

/** Bundled code by file path, relative to the working directory as in the metafile. */
export type Bundled = ReadonlyMap<string, string>;

const specifier = String.raw`"\./(?<file>[^"]+)"`;
const stub = new RegExp(
	String.raw`^import\{(?<taken>[^}]+)\}from${specifier};(?:import"\./[^"]+";)*export\{(?<given>[^}]+)\};\n?$`,
	'u',
);
const exported = /export\{(?<given>[^}]+)\};\n?$/u;

/**
 * Drops stubs from the minified output. For an entry that others need as well esbuild makes two files: a stub
 * that only re-exports, and the code. Node takes up to a millisecond per file, so imports of a stub are led
 * to the code itself. A stub that does anything else stays.
 */
export function joinStubs(files: Bundled, {outputs}: Metafile): Bundled {
	const joined = new Map(files);
	for (const [name, code] of files) {
		const found = stub.exec(code)?.groups;
		const target = path.posix.join(path.posix.dirname(name), found?.['file'] ?? '');
		const extended =
			found === undefined || !loadsAll(outputs, target, name)
				? undefined
				: withExports(joined.get(target) ?? '', found['taken'] ?? '', found['given'] ?? '');
		if (extended === undefined) {
			continue;
		}

		joined.delete(name);
		joined.set(target, extended);
		for (const [other, otherCode] of joined) {
			const loaded = `import("./${path.posix.basename(target)}")`;
			joined.set(
				other,
				otherCode.replaceAll(`import("./${path.posix.basename(name)}")`, () => loaded),
			);
		}
	}

	return joined;
}

/**
 * @param taken what the stub imports from this code, as it stands between the braces
 * @param given what the stub exports
 * @returns the code with the stub's exports; undefined when it already exports such a name, or lacks one
 */
function withExports(code: string, taken: string, given: string): string | undefined {
	const own = exported.exec(code)?.groups?.['given'];
	const pairs = pairsOf(own ?? '');
	const localNames = new Map(pairs.map(([local, alias]) => [alias, local]));
	const aliases = new Map(pairsOf(taken).map(([alias, inStub]) => [inStub, alias]));
	const added = pairsOf(given).map(([inStub, publicName]) => ({
		local: localNames.get(aliases.get(inStub) ?? ''),
		publicName,
	}));
	return own === undefined ||
		added.some(({local, publicName}) => local === undefined || localNames.has(publicName))
		? undefined
		: code.replace(
				exported,
				() =>
					`export{${[own, ...added.map(({local, publicName}) => `${local} as ${publicName}`)].join(',')}};\n`,
			);
}

/** Parses `a as b,c` into pairs of the name before and after; an unchanged name is both. */
function pairsOf(list: string): Array<[string, string]> {
	return list.split(',').map((item) => {
		const [before = '', after = before] = item.split(' as ');
		return [before, after];
	});
}

/** Reports whether loading `target` loads everything else that `name` imports. */
function loadsAll(outputs: Metafile['outputs'], target: string, name: string): boolean {
	const loaded = new Set([target]);
	for (const file of loaded) {
		for (const needed of staticImports(outputs, file)) {
			loaded.add(needed);
		}
	}

	return staticImports(outputs, name).every((needed) => loaded.has(needed));
}

function staticImports(outputs: Metafile['outputs'], file: string): string[] {
	return (outputs[file]?.imports ?? [])
		.filter(({kind, external}) => kind === 'import-statement' && external !== true)
		.map((found) => found.path);
}
