import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {BuildOptions} from 'esbuild';
import {emptyDevtools} from './empty-devtools.ts';
import {writeProgram} from './write-program.ts';

const root = path.resolve(import.meta.dirname, '../..');
const description = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
	readonly version: string;
};

/**
 * How the program is bundled; shared by `npm run build` and `npm run dev`.
 * What a command does not need stays in chunks of its own (`splitting`), so `--help` never loads Ink.
 */
export const buildOptions = {
	absWorkingDir: root,
	entryPoints: {cli: 'cli.tsx', simulator: 'source/simulator/main.ts'},
	outdir: 'dist',
	entryNames: '[name]',
	chunkNames: '[name]-[hash]',
	bundle: true,
	splitting: true,
	format: 'esm',
	platform: 'node',
	// Not `node24`: esbuild would turn regular expression literals with the `v` flag into constructor calls that are
	// compiled while loading, which costs milliseconds at each start.
	target: 'esnext',
	jsx: 'automatic',
	define: {
		'process.env.NODE_ENV': '"production"',
		'process.env.CLASSIC_CREDENTIALS_VERSION': JSON.stringify(description.version),
	},
	minify: true,
	// The licences of everything bundled are collected whole in `dist/licences.txt`.
	legalComments: 'none',
	metafile: true,
	write: false,
	logLevel: 'warning',
	plugins: [emptyDevtools, writeProgram],
} as const satisfies BuildOptions;
