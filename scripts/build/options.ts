import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {BuildOptions} from 'esbuild';
import {scenarios} from '../../source/simulator/scenarios.ts';
import {emptyDevtools} from './empty-devtools.ts';
import {latePackages} from './late-packages.ts';
import {lateSegmenter} from './late-segmenter.ts';
import {loadTogether} from './load-together.ts';
import {packedYoga} from './packed-yoga.ts';
import {plainBuiltins} from './plain-builtins.ts';
import {writeProgram} from './write-program.ts';

const root = path.resolve(import.meta.dirname, '../..');
const description = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
	readonly version: string;
	readonly bugs: string;
};

/** The modules that every command starts with. */
const start = ['source/commands/dispatch.ts'];
/** The modules that commands which use the CLI need as well, with small ones that several of them share. */
const session = [
	...start,
	'source/commands/setup/run.ts',
	'source/commands/reading-run.ts',
	'source/frontends/lines/table/table.ts',
	'source/frontends/lines/help-lines.ts',
];

/** Every language is a file of its own. */
const languages = readdirSync(path.join(root, 'source/text/languages'));

/** The modules that share a file where the program consists of several. */
export const together = loadTogether({
	'scripts/build/no-devtools.ts': start,
	'source/commands/completion/candidates.ts': start,
	'source/commands/completion/command.ts': start,
	'source/commands/doctor/command.ts': session,
	'source/commands/history.ts': session,
	'source/commands/plugin.ts': [...start, 'source/commands/completion/candidates.ts'],
	'source/commands/setup/run.ts': session,
	'source/commands/status/command.ts': session,
	'source/frontends/ink/run.tsx': session,
	'source/frontends/line-mode/run.ts': session,
	'source/documents/change-document.ts': session,
	'source/documents/reading-documents.ts': session,
	'source/documents/schemas.ts': session,
	'source/http/pair-check.ts': session,
	'source/ibmcloud/credentials-api.ts': session,
	...Object.fromEntries(languages.map((file) => [`source/text/languages/${file}`, start])),
});

/** The changes made while bundling, whatever form the program gets. */
export const bundling = [emptyDevtools, packedYoga, plainBuiltins, latePackages, lateSegmenter];

/** For `npm run build` and `npm run dev`. `splitting` keeps unneeded code apart: `--help` loads no Ink. */
export const buildOptions = {
	absWorkingDir: root,
	entryPoints: {cli: 'cli.tsx'},
	outdir: 'dist',
	entryNames: '[name]',
	chunkNames: '[name]-[hash]',
	bundle: true,
	splitting: true,
	format: 'esm',
	platform: 'node',
	// Not `node24`: esbuild would turn regular expression literals with the `v` flag into constructor calls,
	// which are compiled at load time and cost milliseconds at each start.
	target: 'esnext',
	jsx: 'automatic',
	define: {
		'process.env.NODE_ENV': '"production"',
		'process.env.CLASSIC_CREDENTIALS_SCENARIOS': JSON.stringify(
			JSON.stringify(
				scenarios.map(({name, description: said, configuration}) => ({
					name,
					description: said,
					locale: configuration?.Locale,
				})),
			),
		),
		'process.env.CLASSIC_CREDENTIALS_ISSUES': JSON.stringify(description.bugs),
		'process.env.CLASSIC_CREDENTIALS_VERSION': JSON.stringify(description.version),
		'process.env.CLASSIC_CREDENTIALS_ONE_FILE': '""',
	},
	minify: true,
	// `dist/licenses.txt` has the complete licenses of everything bundled.
	legalComments: 'none',
	metafile: true,
	write: false,
	logLevel: 'warning',
	plugins: [...bundling, together, writeProgram(bundling)],
} as const satisfies BuildOptions;
