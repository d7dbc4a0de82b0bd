import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Metafile} from 'esbuild';
import {joinStubs} from '../../scripts/build/join-stubs.ts';

const door = 'dist/cli.js';
const code = 'dist/chunk-A.js';
const more = 'dist/chunk-B.js';
const entry = 'dist/entry-C.js';

/** What esbuild tells of files that import these others statically. */
function metafile(imports: Readonly<Record<string, readonly string[]>>): Metafile {
	const outputs = Object.fromEntries(
		Object.entries(imports).map(([file, paths]) => [
			file,
			{
				bytes: 0,
				inputs: {},
				exports: [],
				imports: paths.map((path) => ({path, kind: 'import-statement' as const})),
			},
		]),
	);
	return {inputs: {}, outputs};
}

test('who loads a stub is led to the code, which exports what the stub did', () => {
	const files = new Map([
		[door, 'let{dispatch:a,other:b}=await import("./entry-C.js");'],
		[code, 'import"./chunk-B.js";var $=1,y=2;export{$ as a,y as b};\n'],
		[more, 'globalThis.z=3;\n'],
		[
			entry,
			'import{b as t,a as n}from"./chunk-A.js";import"./chunk-B.js";export{n as dispatch,t as other};\n',
		],
	]);
	const joined = joinStubs(files, metafile({[door]: [], [code]: [more], [more]: [], [entry]: [code, more]}));
	assert.deepEqual([...joined.keys()], [door, code, more]);
	assert.equal(joined.get(door), 'let{dispatch:a,other:b}=await import("./chunk-A.js");');
	assert.equal(
		joined.get(code),
		'import"./chunk-B.js";var $=1,y=2;export{$ as a,y as b,$ as dispatch,y as other};\n',
	);
});

test('a stub that loads something which the code does not stays, and so does a file with code of its own', () => {
	const given = 'var x=1;export{x as a};\n';
	for (const stub of [
		'import{a as n}from"./chunk-A.js";import"./chunk-B.js";export{n as dispatch};\n',
		'import{a as n}from"./chunk-A.js";n();export{n as dispatch};\n',
	]) {
		const files = new Map([
			[code, given],
			[more, 'globalThis.z=3;\n'],
			[entry, stub],
		]);
		assert.deepEqual(
			[...joinStubs(files, metafile({[code]: [], [more]: [], [entry]: [code, more]}))],
			[...files],
		);
	}
});
