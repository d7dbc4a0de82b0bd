import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {BuildOptions} from 'esbuild';
import {emptyDevtools} from './empty-devtools.ts';
import {lateWidth} from './late-width.ts';
import {loadTogether} from './load-together.ts';
import {plainBuiltins} from './plain-builtins.ts';
import {writeProgram} from './write-program.ts';

const root = path.resolve(import.meta.dirname, '../..');
const description = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
	readonly version: string;
};

/** What every command begins with, `--help` and `--version` apart, and what a session has besides. */
const start = ['source/commands/dispatch.ts', 'source/commands/setup/command.ts'];
const session = [...start, 'source/commands/setup/hold.ts'];

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
	plugins: [
		emptyDevtools,
		plainBuiltins,
		lateWidth,
		loadTogether({
			'source/commands/completion/command.ts': start,
			'source/commands/demo-list.ts': start,
			'source/commands/dispatch.ts': start,
			'source/commands/doctor/command.ts': start,
			'source/commands/history/command.ts': start,
			'source/commands/setup/command.ts': start,
			'source/commands/setup/hold.ts': session,
			'source/commands/status/command.ts': start,
			'source/commands/unknown-command.ts': start,
			'source/commands/unset.ts': start,
			'source/frontends/ink/run.tsx': session,
			'source/frontends/ink/start.tsx': session,
			'source/frontends/plain/run.ts': session,
			'source/frontends/unattended/document.ts': start,
			'source/frontends/unattended/schemas.ts': start,
			'source/http/credentials-api.ts': start,
			'source/http/pair-check.ts': start,
		}),
		writeProgram,
	],
} as const satisfies BuildOptions;
