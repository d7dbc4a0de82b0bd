/** A small file that is linted to try the import rules. */
export interface Probe {
	/** The importer: a folder, a part of one, or the entry. */
	readonly importer: string;
	readonly file: string;
	readonly content: string;
	/** How many findings of the rule there must be. */
	readonly refusals: number;
	readonly code: string;
}

/** Every folder of `source/`. */
export const folders = [
	'commands',
	'documents',
	'frontends',
	'wizard',
	'plan',
	'ibmcloud',
	'shell',
	'http',
	'secrets',
	'disk',
	'text',
	'simulator',
] as const;

// The architecture, written down independently of the linter's patterns: imports go down only.
const belowPlan = ['ibmcloud', 'shell', 'http', 'secrets', 'disk'];
const belowFrontends = ['wizard', 'plan', ...belowPlan, 'text'];
const belowCommands = ['documents', 'frontends', ...belowFrontends];
const below: Readonly<Record<string, readonly string[]>> = {
	'cli.tsx': ['commands'],
	commands: ['commands', ...belowCommands],
	documents: belowCommands,
	'frontends/line-mode': ['frontends', ...belowFrontends],
	'frontends/ink': ['frontends', ...belowFrontends],
	wizard: belowFrontends,
	plan: ['plan', ...belowPlan],
	ibmcloud: belowPlan,
	shell: ['shell', 'secrets', 'disk'],
	http: ['http', 'secrets'],
	secrets: ['secrets'],
	disk: ['disk'],
	text: ['text'],
	simulator: ['simulator'],
};

export const importers = Object.keys(below);

// Modules for some folders only. All others are free, but the simulator gets Node's own modules only.
const owners: Readonly<Record<string, readonly string[]>> = {
	'frontends/ink': ['ink', 'react', 'react/jsx-runtime', 'ink-select-input', 'ink-text-input'],
	shell: ['execa', 'node:child_process', 'child_process'],
	http: ['node:http', 'node:https', 'node:http2', 'node:net', 'node:tls', 'https'],
	// The mark of life is a local socket.
	disk: ['node:net'],
};
const free = ['node:fs', 'node:path', 'string-width', 'intl-messageformat'];

function mayUse(importer: string, module: string): boolean {
	if (importer === 'simulator') {
		return module.startsWith('node:');
	}

	const users = Object.keys(owners).filter((name) => owners[name]?.includes(module));
	return users.length === 0 || users.includes(importer);
}

/** All ways to import; each has to be refused. */
function importInEveryWay(specifier: string): string {
	return [
		`import {one} from '${specifier}';`,
		`import type {Two} from '${specifier}';`,
		`export * from '${specifier}';`,
		`export const three = [one, await import('${specifier}')] as unknown as Two;`,
		'',
	].join('\n');
}

const ways = 4;

function probe(importer: string, folder: string, specifier: string, isRight: boolean): Probe {
	const name = specifier.replaceAll(/[^a-z\d]+/g, '-');
	return {
		importer,
		file: `${folder}${name}.ts`,
		content: importInEveryWay(specifier),
		refusals: isRight ? 0 : ways,
		code: 'eslint(no-restricted-imports)',
	};
}

function probesOf(importer: string): Probe[] {
	const modules = [...new Set([...Object.values(owners).flat(), ...free])];
	if (importer === 'cli.tsx') {
		// There is only one entry; each probe is the entry of its own checkout.
		const specifiers = [...folders.map((name) => `./source/${name}/some.ts`), ...modules];
		return specifiers.map((specifier, index) => ({
			...probe(
				importer,
				'',
				specifier,
				specifier.startsWith('.') ? specifier.includes('commands') : mayUse(importer, specifier),
			),
			file: `checkout-${index}/cli.tsx`,
		}));
	}

	const own = importer.split('/')[0] ?? importer;
	return ['', 'deep/er/'].flatMap((depth) => {
		const folder = `source/${importer}/${depth}`;
		const up = '../'.repeat(folder.split('/').length - 2);
		return [
			...folders
				.filter((name) => name !== own)
				.map((name) =>
					probe(importer, folder, `${up}${name}/some.ts`, below[importer]?.includes(name) ?? false),
				),
			...modules.map((module) => probe(importer, folder, module, mayUse(importer, module))),
			probe(importer, folder, './neighbor.ts', true),
			probe(importer, folder, `${up}../cli.tsx`, false),
		];
	});
}

/** Every importer with everything there is to import, from two depths. */
export const probes: readonly Probe[] = importers.flatMap((importer) => probesOf(importer));

function tricky(file: string, content: string, code: string, refusals = 1): Probe {
	return {importer: '', file, content: `${content}\nexport {};\n`, refusals, code};
}

const restricted = 'eslint(no-restricted-imports)';

/** The probes that do not fit in the table. */
export const trickyProbes: readonly Probe[] = [
	tricky('source/frontends/line-mode/t1.ts', "import {a} from '../ink/frame.tsx';\na();", restricted),
	tricky('source/frontends/t2.ts', "import {a} from './ink/frame.tsx';\na();", restricted),
	tricky('source/frontends/lines/t3.ts', "import {a} from '../line-mode/line.ts';\na();", restricted, 0),
	tricky('source/http/t4.ts', "import {Secret} from '../secrets/secret.ts';\nSecret();", restricted, 0),
	tricky('source/http/deep/t5.ts', "import {a} from '../../shell/run.ts';\na();", restricted),
	tricky('source/plan/t6.ts', "import {a} from './../wizard/x.ts';\na();", restricted),
	tricky('source/plan/t7.ts', "import {a} from '../../source/wizard/x.ts';\na();", restricted),
	tricky('source/plan/t8.ts', "import '../wizard/x.ts';", restricted),
	tricky(
		'source/plan/t9.ts',
		"export const a: import('../wizard/x.ts').A = 1;",
		'typescript(consistent-type-imports)',
	),
	tricky('source/plan/t10.ts', 'export const a = (b: string) => import(b);', 'import(no-dynamic-require)'),
	tricky('source/plan/t11.ts', 'process.exit(1);', 'eslint(no-restricted-properties)'),
	tricky('source/plan/t12.ts', 'const {exit} = process;\nexit();', 'eslint(no-restricted-properties)'),
	tricky('source/plan/t13.ts', "import {exit} from 'node:process';\nexit();", restricted),
	tricky('source/frontends/ink/t14.tsx', 'process.exit(1);', 'eslint(no-restricted-properties)'),
	tricky('source/simulator/main.ts', 'process.exit(1);', 'eslint(no-restricted-properties)', 0),
	tricky('source/simulator/deep/t15.ts', "import {a} from '../commands/x.ts';\na();", restricted, 0),
	tricky('source/simulator/deep/t16.ts', "import {a} from '../../commands/x.ts';\na();", restricted),
	tricky('entry/cli.tsx', 'process.exit(1);', 'eslint(no-restricted-properties)', 0),
	tricky('source/ibmcloud/t17.ts', "await fetch('https://localhost');", 'eslint(no-restricted-globals)'),
	tricky('source/http/t18.ts', "await fetch('https://localhost');", 'eslint(no-restricted-globals)', 0),
];
