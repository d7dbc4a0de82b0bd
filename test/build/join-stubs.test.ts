import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Metafile} from 'esbuild';
import {joinStubs} from '../../scripts/build/join-stubs.ts';

const cli = 'dist/cli.js';
const code = 'dist/chunk-A.js';
const more = 'dist/chunk-B.js';
const entry = 'dist/entry-C.js';

/** Makes the metafile of files that import these others statically. */
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
		[cli, 'let{dispatch:a,other:b}=await import("./entry-C.js");'],
		[code, 'import"./chunk-B.js";var $=1,y=2;export{$ as a,y as b};\n'],
		[more, 'globalThis.z=3;\n'],
		[
			entry,
			'import{b as t,a as n}from"./chunk-A.js";import"./chunk-B.js";export{n as dispatch,t as other};\n',
		],
	]);
	const joined = joinStubs(files, metafile({[cli]: [], [code]: [more], [more]: [], [entry]: [code, more]}));
	assert.deepEqual([...joined.keys()], [cli, code, more]);
	assert.equal(joined.get(cli), 'let{dispatch:a,other:b}=await import("./chunk-A.js");');
	assert.equal(
		joined.get(code),
		'import"./chunk-B.js";var $=1,y=2;export{$ as a,y as b,$ as dispatch,y as other};\n',
	);
});

test('names of every kind stay as they are', () => {
	const files = new Map([
		[code, 'var $$=1,n$1=2;export{$$ as a,n$1 as b};\n'],
		[entry, 'import{a as t,b as n}from"./chunk-A.js";export{t as first,n as second};\n'],
	]);
	assert.equal(
		joinStubs(files, metafile({[code]: [], [entry]: [code]})).get(code),
		'var $$=1,n$1=2;export{$$ as a,n$1 as b,$$ as first,n$1 as second};\n',
	);
});

test('of two stubs that give the same name to something the second one stays, and so does one of an unknown name', () => {
	const files = new Map([
		[code, 'var x=1,y=2;export{x as a,y as b};\n'],
		[entry, 'import{a as n}from"./chunk-A.js";export{n as run};\n'],
		['dist/other-D.js', 'import{b as n}from"./chunk-A.js";export{n as run};\n'],
		['dist/odd-E.js', 'import{c as n}from"./chunk-A.js";export{n as walk};\n'],
	]);
	const known = metafile({[code]: [], [entry]: [code], 'dist/other-D.js': [code], 'dist/odd-E.js': [code]});
	const joined = joinStubs(files, known);
	assert.deepEqual([...joined.keys()], [code, 'dist/other-D.js', 'dist/odd-E.js']);
	assert.equal(joined.get(code), 'var x=1,y=2;export{x as a,y as b,x as run};\n');
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
